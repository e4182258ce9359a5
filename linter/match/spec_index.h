// SPDX-License-Identifier: Apache-2.0
//
// A SpecIndex finds the pattern that a spec has become: an open hash table of
// numbers in PlanArrays::pattern_slots, over specs that are told by what is
// kept of them.
//
// A look-up reads the spec twice.  Patterns that are lexicons are not in it.

#ifndef LINTER_MATCH_SPEC_INDEX_H_
#define LINTER_MATCH_SPEC_INDEX_H_

#include <cstdint>
#include <optional>

#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"

namespace medlint {

// Returns the number of the pattern in these arrays.
std::optional<std::uint32_t> FindSpec(const PlanArrays& arrays,
                                      const PatternSpec& spec);

// Puts the last pattern of "vectors" into the table, which grows as it must.
void IndexLastSpec(PlanVectors& vectors);

}  // namespace medlint

#endif  // LINTER_MATCH_SPEC_INDEX_H_
