// SPDX-License-Identifier: Apache-2.0
//
// What a page is where its site says so (document/article_hints.h): type,
// credits, disclaimer.  It takes the place of what was guessed.

#ifndef LINTER_PAGE_HINTED_FACTS_H_
#define LINTER_PAGE_HINTED_FACTS_H_

#include <string>
#include <vector>

#include "linter/document/article_hints.h"
#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page.h"
#include "linter/page/page_data.h"
#include "linter/text/fold.h"

namespace medlint {

// Returns the article type that "match", of kType, says: the word found is one
// of "hints.types", or the id of a type.  "" if it is neither.
std::string HintedType(const Document& document, const HintMatch& match,
                       const ArticleHints& hints, const PageData& data);

// Sets the type to that of the first match that says one.
void TakeHintedType(const Document& document, const ArticleHints& hints,
                    const PageData& data, PageFacts& facts);

// Marks hinted authors, reviewers and dates as byline, hinted disclaimers as
// disclaimer.
void AddHintedRoles(const Document& document, const PageData& data,
                    std::vector<RoleSet>& roles);

// Each list of credits for which a hint has found some.  Of a name in a byline
// ("By Jane Doe, reviewed by ...") only the name counts; of a date, what reads
// as one, and a match without any is none.
void TakeHintedCredits(const Document& document, const FoldedText& folded,
                       const PatternPlan& plan, const Hits& hits,
                       const PageData& data, PageFacts& facts);

// Each hinted disclaimer, whatever its words; whom to ask counts only within.
void TakeHintedDisclaimers(const Document& document, const Hits& hits,
                           const PageData& data, PageFacts& facts);

}  // namespace medlint

#endif  // LINTER_PAGE_HINTED_FACTS_H_
