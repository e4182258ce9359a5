// SPDX-License-Identifier: Apache-2.0
//
// Which of the files found are not to be linted: what the configuration
// excludes, and medlint's own reports.

#ifndef LINTER_CLI_EXCLUDED_INPUTS_H_
#define LINTER_CLI_EXCLUDED_INPUTS_H_

#include <string_view>

#include "linter/cli/command_line.h"
#include "linter/cli/inputs.h"
#include "linter/project/site.h"

namespace medlint {

// True if "html", the beginning of a file, is that of a report by medlint.
bool IsOwnReport(std::string_view html);

// Takes them out of both, and says how many there were.  A file that was given
// by its path stays, but for --force-exclude and what is excluded.  True if
// nothing is left because of that.
// REQUIRES: "site" was opened with PagesOf(line, inputs)
bool PassOverExcluded(const CommandLine& line, Inputs& inputs, Site& site);

}  // namespace medlint

#endif  // LINTER_CLI_EXCLUDED_INPUTS_H_
