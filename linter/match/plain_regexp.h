// SPDX-License-Identifier: Apache-2.0
//
// Expressions outside any plan: for a few words at hand, not for pages.

#ifndef LINTER_MATCH_PLAIN_REGEXP_H_
#define LINTER_MATCH_PLAIN_REGEXP_H_

#include <memory>
#include <optional>
#include <string_view>

#include "linter/match/pattern_plan.h"
#include "linter/match/regexp.h"

namespace medlint {

// Reads "pattern" as a rule's patterns are read, but for the exact text and
// without lexicons.  After a mistake returns null and sets "error".
std::unique_ptr<const Regexp> MakePlainRegexp(
    std::string_view pattern, std::optional<PatternError>& error);

}  // namespace medlint

#endif  // LINTER_MATCH_PLAIN_REGEXP_H_
