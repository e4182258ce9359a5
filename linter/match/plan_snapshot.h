// SPDX-License-Identifier: Apache-2.0
//
// A snapshot is a PatternPlan that was compiled when medlint was built and lies
// in the program as read-only data.
//
// rulesets/embed.cc compiles the rulesets and writes two files: the arrays of
// the plan (see plan_arrays.h), one after another as they lie in memory, and a
// source for the assembler that takes them in and gives each array a name.
// embedded_plan.cc declares these as the arrays that they are, so that they are
// used in place: nothing is read, copied, cast, relocated or built at start,
// and pages of them that no run touches are never loaded.
//
// The files are for the machine that compiles them, whose compiler lays out
// what it writes and what it reads.  A snapshot tells its kPlanVersion and the
// size of each type; one that differs from the program's is not used, and
// tests hold it to what the rulesets give.

#ifndef LINTER_MATCH_PLAN_SNAPSHOT_H_
#define LINTER_MATCH_PLAN_SNAPSHOT_H_

#include <string>
#include <string_view>

#include "linter/match/pattern_plan.h"

namespace medlint {

struct PlanSnapshot {
  std::string bytes;
  std::string assembly;  // takes them in
};

// "bytes_file" is the name by which the assembler will find the bytes.
// Deterministic.  REQUIRES: as PatternPlan::CopyTo()
PlanSnapshot WriteSnapshot(const PatternPlan& plan,
                           std::string_view bytes_file);

// The snapshot of this program; empty if it does not fit.
const PlanArrays& EmbeddedPlan();

}  // namespace medlint

#endif  // LINTER_MATCH_PLAN_SNAPSHOT_H_
