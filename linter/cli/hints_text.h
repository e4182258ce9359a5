// SPDX-License-Identifier: Apache-2.0
//
// What the hints of a configuration find on a page, for "config explain".

#ifndef LINTER_CLI_HINTS_TEXT_H_
#define LINTER_CLI_HINTS_TEXT_H_

#include <string>
#include <vector>

#include "linter/page/page.h"
#include "linter/project/config_article.h"

namespace medlint {

// Returns one line for each hint, without line ends: where and what it has
// found, or that it has found nothing, so that medlint guesses.
// REQUIRES: "page" was read with HintsOf() of the layers that "hints" are of
std::vector<std::string> HintLines(const Page& page,
                                   const std::vector<HintInForce>& hints,
                                   const ArticleHints& compiled);

}  // namespace medlint

#endif  // LINTER_CLI_HINTS_TEXT_H_
