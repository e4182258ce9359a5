// SPDX-License-Identifier: Apache-2.0
//
// medlint test: rules against their own examples, for those who write them.

#include <optional>
#include <string>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/example_failures.h"
#include "linter/cli/rules_in_use.h"
#include "linter/engine/self_check.h"
#include "linter/report/summary.h"

namespace medlint {
int RunTest(const CommandLine& line) {
  const std::optional<RuleSet> rules = LoadRulesInUse(line, line.operands);
  if (!rules) return kExitNotDone;
  if (rules->rules().empty()) {
    Complain(
        Error(Error::Code::kInvalidArgument, "", "there is no rule to test")
            .WithHint("name a ruleset: a .toml file, or a folder"));
    return kExitNotDone;
  }
  const SelfCheckResult result = SelfCheck(
      *rules, line.strict ? Strictness::kGuards : Strictness::kExamples);
  std::string text;
  for (const ExampleFailure& failure : result.failures)
    text += FailureText(failure);
  const auto failures = static_cast<int>(result.failures.size());
  text += "tested " + Counted(result.rules, "rule") + " with " +
          Counted(result.examples, "example") + ": " +
          Counted(failures, "failure") + "\n";
  return Finish(text, failures == 0 ? kExitClean : kExitFindings);
}

}  // namespace medlint
