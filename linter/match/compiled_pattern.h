// SPDX-License-Identifier: Apache-2.0
//
// How a PatternSpec becomes a CompiledPattern (see plan_arrays.h).

#ifndef LINTER_MATCH_COMPILED_PATTERN_H_
#define LINTER_MATCH_COMPILED_PATTERN_H_

#include <optional>

#include "linter/match/anchors.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"

namespace medlint {

// Compiles "spec", with its expressions, to the end of "vectors" and tells what
// to look for: "anchors", or if its form is kLiterals the literals in
// anchors.literals, best first; and what else stands in the block of every
// match, "needs", which may be empty.  Returns what is wrong, if anything, and
// then adds nothing.
std::optional<PatternError> CompilePattern(const PatternSpec& spec,
                                           const LexiconTable& lexicons,
                                           PlanVectors& vectors,
                                           Anchors& anchors, Anchors& needs);

}  // namespace medlint

#endif  // LINTER_MATCH_COMPILED_PATTERN_H_
