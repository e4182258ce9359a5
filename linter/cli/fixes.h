// SPDX-License-Identifier: Apache-2.0
//
// --fix, --unsafe-fixes and --diff.

#ifndef LINTER_CLI_FIXES_H_
#define LINTER_CLI_FIXES_H_

#include "linter/cli/baseline_in_use.h"
#include "linter/cli/command_line.h"
#include "linter/engine/fixer.h"
#include "linter/engine/report.h"
#include "linter/project/site.h"

namespace medlint {

// False, after a complaint, if what the flags say of fixes makes no sense, or
// none with the other flags.
bool CanFixAsAsked(const CommandLine& line);

// True if standard output is for the text of a page or for a patch, so that a
// report goes to standard error.
bool FixesTakeOutput(const CommandLine& line);

FixScope FixScopeOf(const CommandLine& line);

// Makes the fixes of the findings in "report" and writes the files; of standard
// input it writes what comes of it to standard output, changed or not.  The
// report is of the pages as they are then.  What goes wrong is added to its
// errors; a fix that the encoding of its page cannot hold is left out, with a
// remark.
void MakeFixes(const CommandLine& line, const Site& site,
               const BaselineInUse& baseline, Report& report);

// Writes a patch to standard output that would make them, and leaves the files
// as they are.  What goes wrong is added to the errors of "report".  Returns
// true if there is something to change.
bool ShowFixes(const CommandLine& line, const Site& site,
               const BaselineInUse& baseline, Report& report);

}  // namespace medlint

#endif  // LINTER_CLI_FIXES_H_
