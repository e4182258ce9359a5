// SPDX-License-Identifier: Apache-2.0
//
// The baseline that a command line asks for, and what a run makes of it.

#ifndef LINTER_CLI_BASELINE_IN_USE_H_
#define LINTER_CLI_BASELINE_IN_USE_H_

#include <optional>
#include <string>

#include "linter/cli/command_line.h"
#include "linter/engine/baseline.h"
#include "linter/engine/linter.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

struct BaselineInUse {
  std::string path;  // "" if there is none
  Baseline baseline;
};

// Reads that of --baseline, or the nearest.  After a mistake, complains and
// returns nothing.
std::optional<BaselineInUse> LoadBaselineInUse(const CommandLine& line);

// True if a run can tell that nothing is left of a rule's entries: the rule
// runs, or there is no such rule any more.
bool CanTell(const std::string& rule, const RuleSet& rules,
             const Linter& linter);

// Sets aside what the baseline has of the pages in the report, and notes what
// is stale, as far as this run can tell; where --min-severity drops findings it
// cannot.
void ApplyBaseline(const BaselineInUse& in_use, const RuleSet& rules,
                   const Linter& linter, Severity min_severity, Report& report);

// True if there is something that --strict does not let pass: a stale entry, or
// a finding about suppressions.
bool IsUntidy(const Report& report, const RuleSet& rules);

}  // namespace medlint

#endif  // LINTER_CLI_BASELINE_IN_USE_H_
