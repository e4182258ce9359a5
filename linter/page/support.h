// SPDX-License-Identifier: Apache-2.0
//
// Whether a source stands near enough to a statement to support it.
//
// A source in the same sentence supports it; one later in the same paragraph or
// list item does, too; so does one in the sentence that leads into the list.  A
// list of references at the end supports nothing by itself.

#ifndef LINTER_PAGE_SUPPORT_H_
#define LINTER_PAGE_SUPPORT_H_

#include <cstdint>
#include <optional>

#include "linter/page/page.h"
#include "linter/text/span.h"

namespace medlint {

enum class SupportReach : std::uint8_t { kSentence, kParagraph, kSection };

// Returns the first source of tier "worst_tier" or better that supports the
// words at "where".  A marker ("[1]") counts as tier 3, for what it points to
// is not judged.
std::optional<TextSpan> FindSupport(const Page& page, TextSpan where,
                                    int worst_tier, SupportReach reach);

}  // namespace medlint

#endif  // LINTER_PAGE_SUPPORT_H_
