// SPDX-License-Identifier: Apache-2.0
//
// The baseline that a command line asks for, and what a run makes of it.

#ifndef LINTER_CLI_BASELINE_IN_USE_H_
#define LINTER_CLI_BASELINE_IN_USE_H_

#include <cstddef>
#include <optional>
#include <string>

#include "linter/cli/command_line.h"
#include "linter/engine/baseline.h"
#include "linter/engine/report.h"
#include "linter/project/site.h"

namespace medlint {

struct BaselineInUse {
  std::string path;  // "" if there is none
  Baseline baseline;
  bool renamed = false;  // pages have other paths than in the file
};

// Reads that of --baseline, or the nearest, and lets it follow the renames of
// git.  In "revision", if that is not null.  After a mistake, complains and
// returns nothing.
std::optional<BaselineInUse> LoadBaselineInUse(
    const CommandLine& line, const RevisionFiles* revision = nullptr);

// True if a run can tell that nothing is left of a rule's entries on a page,
// which is that of an input: the rule runs, or there is no such rule any more,
// and no finding is dropped for its severity.
bool CanTell(const std::string& rule, const Site& site, std::size_t input);

// Sets aside what the baseline has of the pages in the report, and notes what
// is stale, as far as this run can tell.
void ApplyBaseline(const BaselineInUse& in_use, const Site& site,
                   Report& report);

// True if there is something that --strict does not let pass: a stale entry, or
// a finding about suppressions.
bool IsUntidy(const Report& report, const Site& site);

}  // namespace medlint

#endif  // LINTER_CLI_BASELINE_IN_USE_H_
