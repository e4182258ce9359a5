// SPDX-License-Identifier: Apache-2.0
//
// medlint man: the manual, for packages and for "medlint man | man -l -".

#include <string>

#include "linter/base/result.h"
#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/manual.h"

namespace medlint {

int RunMan(const CommandLine& line) {
  const std::string page = line.operands.empty() ? "" : line.operands.front();
  const bool of_config = page == "medlint.toml";
  if ((!page.empty() && !of_config) || line.operands.size() > 1) {
    Complain(Error(Error::Code::kInvalidArgument, page,
                   "there is no such page of the manual")
                 .WithHint("`medlint man` or `medlint man medlint.toml`"));
    return kExitNotDone;
  }
  const Result<Date> today = Today();
  if (!today) {
    Complain(today.error());
    return kExitNotDone;
  }
  return Finish(of_config ? ConfigManual(*today) : ProgramManual(*today),
                kExitClean);
}

}  // namespace medlint
