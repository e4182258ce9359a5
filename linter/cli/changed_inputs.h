// SPDX-License-Identifier: Apache-2.0
//
// What --staged, --changed-since and --diff-from want read, and what
// --changed-lines makes of the findings.

#ifndef LINTER_CLI_CHANGED_INPUTS_H_
#define LINTER_CLI_CHANGED_INPUTS_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "linter/base/result.h"
#include "linter/cli/command_line.h"
#include "linter/cli/inputs.h"
#include "linter/engine/report.h"
#include "linter/project/changed_lines.h"
#include "linter/text/source_file.h"

namespace medlint {

bool AsksForChanges(const CommandLine& line);

// The articles that a change touches, within the paths of the command line if
// there are any.  Says on standard error how many there are, and where they are
// read; that there are none is no error.  Complains and returns nothing if git
// or the diff cannot be read, or if flags make no sense together.
// REQUIRES: AsksForChanges(line)
std::optional<Inputs> CollectChangedInputs(const CommandLine& line);

// Reads inputs.paths[i] from the index, unless it is over --max-file-size.
// REQUIRES: inputs.index
Result<std::shared_ptr<const SourceFile>> ReadStagedInput(
    const CommandLine& line, const Inputs& inputs, std::size_t i);

// Leaves only findings on changed lines, and those about a page as a whole.
// Says on standard error how many went.
void KeepChangedLines(const std::map<std::string, LineRanges>& changed,
                      Report& report);

}  // namespace medlint

#endif  // LINTER_CLI_CHANGED_INPUTS_H_
