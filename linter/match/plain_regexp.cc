// SPDX-License-Identifier: Apache-2.0

#include "linter/match/plain_regexp.h"

#include <memory>
#include <optional>
#include <string_view>

#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/regexp_syntax.h"

namespace medlint {

std::unique_ptr<const Regexp> MakePlainRegexp(
    std::string_view pattern, std::optional<PatternError>& error) {
  const PlanArrays none;
  PlanVectors own;
  const LexiconTable lexicons(none, own);
  RegexpSyntax syntax;
  error = ParseRegexp(pattern, lexicons, /*exact_case=*/true, syntax);
  if (error) return nullptr;
  return std::make_unique<const Regexp>(ToRe2(syntax), nullptr);
}

}  // namespace medlint
