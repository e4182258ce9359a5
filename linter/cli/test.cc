// SPDX-License-Identifier: Apache-2.0
//
// medlint test: rules against their own examples, for those who write them.

#include <optional>
#include <string>
#include <string_view>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/rules_in_use.h"
#include "linter/engine/self_check.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

std::string_view FailureName(ExampleFailure::Kind kind) {
  switch (kind) {
    case ExampleFailure::Kind::kNoisy:
      return "noisy";
    case ExampleFailure::Kind::kMissing:
      return "missing";
    case ExampleFailure::Kind::kMisplaced:
      return "misplaced";
    case ExampleFailure::Kind::kIdle:
      return "idle";
  }
  return "";
}

std::string FailureText(const ExampleFailure& failure) {
  const bool of_rule = failure.example == nullptr;
  const TomlPlace place =
      of_rule ? failure.rule->place : failure.example->place;
  const std::string text =
      of_rule ? "" : "\n    in: " + VisibleLine(failure.example->text, 200);
  return Visible(failure.rule->file) + ":" + std::to_string(place.line) + ":" +
         std::to_string(place.column) + ": " +
         std::string(FailureName(failure.kind)) + "[" + failure.rule->id +
         "] " + VisibleLine(failure.what) + text + "\n";
}

}  // namespace

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
