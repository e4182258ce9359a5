// SPDX-License-Identifier: Apache-2.0
//
// From the arguments of the program to a CommandLine.

#ifndef LINTER_CLI_FLAGS_H_
#define LINTER_CLI_FLAGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/cli/command_line.h"

namespace medlint {

// "arguments" are without the name of the program.  The first names the
// command; if it names none, the command is "check" and it is an operand or a
// flag.  Only the flags of that command are known.  Lists add up over repeated
// flags; otherwise the last one wins.  What follows "--" is no flag.
Result<CommandLine> ParseCommandLine(std::vector<std::string> arguments);

// What --help prints for a command.
std::string HelpText(Command command);

// One screen line, for when nothing was asked.
std::string ShortHelpText();

}  // namespace medlint

#endif  // LINTER_CLI_FLAGS_H_
