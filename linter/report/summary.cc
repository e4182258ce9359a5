// SPDX-License-Identifier: Apache-2.0

#include "linter/report/summary.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += ", ";
    text += part;
  }
  return text;
}

}  // namespace

std::string HintedText(const Error& error) {
  if (error.hint().empty()) return error.what();
  return error.what() + " (" + error.hint() + ")";
}

std::string Counted(int count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) +
         (count == 1 ? "" : "s");
}

int CountFrom(const Report& report, Severity severity) {
  int count = 0;
  for (const Severity each :
       {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    if (each >= severity) count += report.Count(each);
  }
  return count;
}

std::string VerdictText(const Report& report, const WriteOptions& options) {
  std::string text;
  if (!report.errors.empty()) {
    text += "incomplete: " +
            Counted(static_cast<int>(report.errors.size()), "error") +
            " kept medlint from linting what was asked\n";
  }
  if (options.untidy) {
    text +=
        "failed: --strict lets no stale baseline entry and no faulty "
        "suppression pass\n";
  }
  if (options.untidy &&
      (!options.fail_on || CountFrom(report, *options.fail_on) == 0)) {
    return text;
  }
  if (!options.fail_on) return text + "passed: findings do not fail\n";
  const int count = CountFrom(report, *options.fail_on);
  const std::string level(SeverityName(*options.fail_on));
  if (count > 0) {
    return text + "failed: " + Counted(count, "finding") + " at or above " +
           level + "\n";
  }
  if (!report.errors.empty()) return text;
  return text + "passed: no finding at or above " + level + "\n";
}

std::string SummaryText(const Report& report, const WriteOptions& options) {
  std::string text =
      "checked " + Counted(static_cast<int>(report.files.size()), "file") +
      ": " + Counted(report.Count(Severity::kError), "error") + ", " +
      Counted(report.Count(Severity::kWarning), "warning") + ", " +
      Counted(report.Count(Severity::kInfo), "info") + ", " +
      std::to_string(report.CountSuppressed() - report.CountInBaseline()) +
      " suppressed";
  if (report.CountInBaseline() > 0) {
    text +=
        ", " + std::to_string(report.CountInBaseline()) + " in the baseline";
  }
  text += "\n";
  if (report.CountFixed() > 0) {
    const auto files = std::ranges::count_if(
        report.files, [](const FileReport& file) { return file.fixed > 0; });
    text += "fixed: " + Counted(report.CountFixed(), "finding") + " in " +
            Counted(static_cast<int>(files), "file") + ", which " +
            (report.CountFixed() == 1 ? "is" : "are") +
            " not in these counts\n";
  }
  if (!report.stale.empty()) {
    text += "stale: the baseline has " +
            Counted(static_cast<int>(report.stale.size()), "finding") +
            " that " + (report.stale.size() == 1 ? "is" : "are") +
            " no more; `medlint baseline prune` drops " +
            (report.stale.size() == 1 ? "it" : "them") + "\n";
  }
  text += VerdictText(report, options);
  for (const RulesetInfo& ruleset : report.rulesets) {
    text += text.ends_with('\n') ? "rules: " : ", ";
    text += VisibleLine(ruleset.id + " " + ruleset.version);
  }
  text += text.ends_with('\n') ? "as of " : "; as of ";
  text += report.as_of + "\n";
  text += kNotice;
  return text + "\n";
}

std::string TypeScoreText(const FileReport& file) {
  if (file.type_scores.empty()) return "no type scores\n";
  std::string text;
  for (const TypeScore& score : file.type_scores) {
    text += "type " + score.type + " " + TenthsText(score.tenths);
    std::string_view before = " = ";
    for (const TypeScore::Part& part : score.parts) {
      text += before;
      text += part.field + " " + TenthsText(part.tenths);
      if (!part.terms.empty()) {
        text += " (" + VisibleLine(Joined(part.terms)) + ")";
      }
      before = " + ";
    }
    text += "\n";
  }
  return text;
}

std::string TenthsText(int tenths) {
  const std::string sign = tenths < 0 ? "-" : "";
  const int positive = tenths < 0 ? -tenths : tenths;
  return sign + std::to_string(positive / 10) + "." +
         std::to_string(positive % 10);
}

}  // namespace medlint
