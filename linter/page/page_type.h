// SPDX-License-Identifier: Apache-2.0
//
// What sort of page it is: one article type and any number of topics.
//
// A score table: for every type, weighted hits of its terms, each distinct term
// counted once per field.  Integer arithmetic in tenths of a point; no learned
// model.  Linear in the hits.

#ifndef LINTER_PAGE_PAGE_TYPE_H_
#define LINTER_PAGE_PAGE_TYPE_H_

#include <string>
#include <vector>

#include "linter/page/page.h"

namespace medlint {

// Fills in type and type_is_clear, and type_scores if "explain".  "facts" has
// the number of words.
void ScoreTypes(const Document& document, const Hits& hits,
                const FoldedText& folded, const PageData& data, bool explain,
                PageFacts& facts);

// Returns the topics named once in a title or h2, or three times in the main
// content; sorted.
std::vector<std::string> FindTopics(const Document& document, const Hits& hits,
                                    const PageData& data);

}  // namespace medlint

#endif  // LINTER_PAGE_PAGE_TYPE_H_
