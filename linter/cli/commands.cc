// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/commands.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/console.h"
#include "linter/cli/flags.h"

namespace medlint {

int Finish(std::string_view text, int status) {
  const auto failure = WriteOutput(text);
  if (!failure) return status;
  Complain(*failure);
  return kExitNotDone;
}

int RunMedlint(std::vector<std::string> arguments) {
  const Result<CommandLine> line = ParseCommandLine(std::move(arguments));
  if (!line) {
    Complain(line.error());
    return kExitNotDone;
  }
  if (line->help) return Finish(HelpText(line->command), kExitClean);
  if (line->version) return RunVersion(*line);
  switch (line->command) {
    case Command::kBaseline:
      return RunBaseline(*line);
    case Command::kCheck:
      return RunCheck(*line);
    case Command::kCompletions:
      return RunCompletions(*line);
    case Command::kConfig:
      return RunConfig(*line);
    case Command::kExplain:
      return RunExplain(*line);
    case Command::kHook:
      return RunHook(*line);
    case Command::kInit:
      return RunInit(*line);
    case Command::kLsp:
      return RunLsp(*line);
    case Command::kMan:
      return RunMan(*line);
    case Command::kOutline:
      return RunOutline(*line);
    case Command::kRules:
      return RunRules(*line);
    case Command::kTest:
      return RunTest(*line);
    case Command::kWhy:
      return RunWhy(*line);
  }
  return kExitFault;
}

}  // namespace medlint
