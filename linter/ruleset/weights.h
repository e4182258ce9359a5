// SPDX-License-Identifier: Apache-2.0
//
// [weights.NAME] tables: points for words and pairs of words; see
// match/word_weights.h.
//
//   [weights.claims]
//   bias = -210               # hundredths of a point, as all of them
//   points = { "throw _ away" = 131, "clinically proven" = 95 }
//   note = "..."              # for readers of the file

#ifndef LINTER_RULESET_WEIGHTS_H_
#define LINTER_RULESET_WEIGHTS_H_

#include "linter/match/pattern_plan.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Reads one [weights] table, whose members are tables of points, into "plan".
void ReadWeights(TableReader& table, PatternPlan::Builder& plan);

}  // namespace medlint

#endif  // LINTER_RULESET_WEIGHTS_H_
