// SPDX-License-Identifier: Apache-2.0
//
// What the process has around it: its streams, its environment and the clock.
// Nothing below cli/ looks at any of them.

#ifndef LINTER_CLI_CONSOLE_H_
#define LINTER_CLI_CONSOLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/cli/command_line.h"
#include "linter/page/date.h"

namespace medlint {

// Writes all of "text" to standard output, and waits for a reader that is slow.
// Returns an error if that fails; a reader that has gone away ("| head") is no
// failure.
std::optional<Error> WriteOutput(std::string_view text);

// Writes a file, replacing what is there.
std::optional<Error> WriteFile(const std::string& path, std::string_view text);

// Writes to the end of a file, which need not exist.
std::optional<Error> AppendToFile(const std::string& path,
                                  std::string_view text);

// The file that GitHub shows as the summary of a step (GITHUB_STEP_SUMMARY), or
// "".
std::string StepSummaryPath();

// Writes to standard error, with excerpt and hint.
void Complain(const Error& error);

// An error about a flag or an operand.
Error UsageError(std::string_view where, std::string_view what,
                 std::string hint = {});

// Complains, and returns the exit status of a run that was not done.
int Fail(const Error& error);

// Writes a line that is no error to standard error, after "medlint: ".
void Tell(std::string_view line);

// The same for what is worth saying and no error.
void Remark(const Error& remark);

// MEDLINT_CONFIG, or "".
std::string ConfigFromEnvironment();

bool OutputIsTerminal();

// Whether people watch standard error who want to know how far a run is: it is
// a terminal that can write over a line, this is no CI (the variable CI), and
// no other program reads standard output, which may draw on that terminal too.
bool ProgressIsWelcome();

// Writes to standard error as it is.
void WriteProgress(std::string_view text);

// The width of the terminal at standard error, or 0.
int ErrorColumns();

// All variables, "NAME=value", for programs that medlint starts.
std::vector<std::string> EnvironmentVariables();

// How a script of the shell should call this program: by its name if PATH has
// one of that name, else by where it is.
std::string OwnCommand();

// Whether standard output gets colours: as asked, else as NO_COLOR
// (https://no-color.org), CLICOLOR_FORCE (https://bixense.com/clicolors) and
// the terminal have it.
bool UseColor(WhenColor when);

// The day in UTC, or that of SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch).  Fails if the
// variable is no number of seconds.
Result<Date> Today();

}  // namespace medlint

#endif  // LINTER_CLI_CONSOLE_H_
