// SPDX-License-Identifier: Apache-2.0
//
// What the matches of a window program can begin with.

#ifndef LINTER_MATCH_PROGRAM_STARTS_H_
#define LINTER_MATCH_PROGRAM_STARTS_H_

#include <cstdint>

#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/start_filter.h"

namespace medlint {

// Returns a filter that lets every match through that begins at the instruction
// "start".  Follows the program until three bytes are known, or for a dozen
// instructions.
StartFilter FindStarts(const PlanVectors& program, const LexiconTable& lexicons,
                       std::uint32_t start, bool ignore_case);

}  // namespace medlint

#endif  // LINTER_MATCH_PROGRAM_STARTS_H_
