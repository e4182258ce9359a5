// SPDX-License-Identifier: Apache-2.0
//
// The commands, one file each.  All return the exit status of the program.

#ifndef LINTER_CLI_COMMANDS_H_
#define LINTER_CLI_COMMANDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/command_line.h"

namespace medlint {

// 2 wins over 1.
inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitNotDone = 2;  // not linted as asked
inline constexpr int kExitFault = 3;    // a fault in medlint

// Reads "arguments" (without the program's name) and runs what they ask for.
int RunMedlint(std::vector<std::string> arguments);

// Writes "text" to standard output and returns "status", or complains and
// returns kExitNotDone.
int Finish(std::string_view text, int status);

int RunBaseline(const CommandLine& line);
int RunCheck(const CommandLine& line);
int RunCompletions(const CommandLine& line);
int RunConfig(const CommandLine& line);
int RunExplain(const CommandLine& line);
int RunHook(const CommandLine& line);
int RunInit(const CommandLine& line);
int RunLsp(const CommandLine& line);
int RunMan(const CommandLine& line);
int RunOutline(const CommandLine& line);
int RunRules(const CommandLine& line);
int RunTest(const CommandLine& line);
int RunVersion(const CommandLine& line);
int RunWhy(const CommandLine& line);

}  // namespace medlint

#endif  // LINTER_CLI_COMMANDS_H_
