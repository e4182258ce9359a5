// SPDX-License-Identifier: Apache-2.0
//
// suppression: flags what is wrong with the suppressions of a page.
//
// `problem` says which mistakes the rule speaks of; see page/suppression.h.
// {what} says what is wrong, and {hint}, "; did you mean ...?" or nothing, what
// to do.

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::suppression {
namespace {

class SuppressionCheck : public Check {
 public:
  explicit SuppressionCheck(std::vector<SuppressionProblem> problems)
      : problems_(std::move(problems)) {}

  void Run(const Page& /*page*/,
           std::vector<Candidate>& /*out*/) const override {}

  bool Reports(SuppressionProblem problem) const override {
    return std::ranges::find(problems_, problem) != problems_.end();
  }

 private:
  std::vector<SuppressionProblem> problems_;
};

// The names of all problems, for a hint.
std::array<std::string_view, kSuppressionProblemCount> ProblemNames() {
  std::array<std::string_view, kSuppressionProblemCount> names;
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] = SuppressionProblemName(static_cast<SuppressionProblem>(i));
  return names;
}

std::unique_ptr<const Check> Compile(CompileContext context) {
  std::vector<SuppressionProblem> problems;
  for (const LocatedString& name : context.keys.Strings("problem")) {
    if (const auto problem = SuppressionProblemNamed(name.value)) {
      problems.push_back(*problem);
      continue;
    }
    const auto names = ProblemNames();
    std::string hint = DidYouMean(name.value, names);
    if (hint.empty()) {
      for (const std::string_view each : names)
        hint += (hint.empty() ? "there are " : ", ") + std::string(each);
    }
    context.keys.RejectAt(
        name.place, "no suppression can be `" + std::string(name.value) + "`",
        std::move(hint));
  }
  return std::make_unique<const SuppressionCheck>(std::move(problems));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "suppression",
    .summary =
        "Flags suppressions that are unused, expired or cannot be "
        "understood",
    .compile = Compile,
};

}  // namespace medlint::suppression
