// SPDX-License-Identifier: Apache-2.0
//
// Selectors name rules, on the command line and in suppressions: "claims/cure",
// "claims/*", "*".

#ifndef LINTER_ENGINE_SELECTOR_H_
#define LINTER_ENGINE_SELECTOR_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/rule/rule.h"

namespace medlint {

// True if "selector" names the rule "id".
bool SelectorMatches(std::string_view selector, std::string_view id);

// How exact a selector is for a rule: 0 if it does not name it, and most for
// the id itself.
std::size_t SelectorExactness(std::string_view selector, std::string_view id);

// True if a rule runs: "select" is empty or names it, and "ignore" does not.
// Where both name it, the more exact selector wins ("claims/cure" over
// "claims/*" over "*"), and between equals "ignore".
bool IsSelected(std::string_view id, std::span<const std::string> select,
                std::span<const std::string> ignore);

// True if "selector" names one of "rules".
bool NamesARule(std::string_view selector, std::span<const Rule> rules);

// What to say of a selector that names no rule: "did you mean `claims/cure`?",
// or where the names are to be found.
std::string SuggestSelector(std::string_view selector,
                            std::span<const Rule> rules);

}  // namespace medlint

#endif  // LINTER_ENGINE_SELECTOR_H_
