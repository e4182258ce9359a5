// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/example_failures.h"

#include <string>
#include <string_view>

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

}  // namespace

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

}  // namespace medlint
