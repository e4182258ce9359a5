// SPDX-License-Identifier: Apache-2.0
//
// Who wrote a page, who checked it, and when, as it says itself: in the byline,
// in <meta>, in JSON-LD, in rel=author and itemprop.

#ifndef LINTER_PAGE_CREDITS_H_
#define LINTER_PAGE_CREDITS_H_

#include <string_view>

#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page.h"
#include "linter/page/page_data.h"
#include "linter/text/fold.h"

namespace medlint {

// Fills in authors, reviewers and dates; "facts" has the roles.  Visible ones
// come first, each list in order of text, the same value once.
void FindCredits(const Document& document, const FoldedText& folded,
                 const PatternPlan& plan, const Hits& hits,
                 const PageData& data, PageFacts& facts);

}  // namespace medlint

#endif  // LINTER_PAGE_CREDITS_H_
