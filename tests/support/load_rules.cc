// SPDX-License-Identifier: Apache-2.0

#include "tests/support/load_rules.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "linter/engine/self_check.h"
#include "linter/text/line_index.h"

namespace medlint::testing {
namespace {

const std::string kRulesets = std::string(MEDLINT_SOURCE_DIR) + "/rulesets";

void RequireNoErrors(const std::vector<Error>& errors) {
  for (const Error& error : errors)
    FAIL_CHECK(error.ToText());
  REQUIRE(errors.empty());
}

}  // namespace

const RuleSet& ShippedRules() {
  static const RuleSet::Loaded loaded = [] {
    std::vector<Error> errors;
    const std::vector<RulesetSource> sources = ReadRulesets(kRulesets, errors);
    RequireNoErrors(errors);
    return LoadRules(sources);
  }();
  RequireNoErrors(loaded.errors);
  return loaded.rules;
}

RuleSet::Loaded LoadText(std::string_view toml) {
  std::vector<Error> errors;
  std::vector<RulesetSource> sources =
      ReadRulesets(kRulesets + "/language", errors);
  for (RulesetSource& source : ReadRulesets(kRulesets + "/page", errors)) {
    sources.push_back(std::move(source));
  }
  for (RulesetSource& source : ReadRulesets(kRulesets + "/lexicons", errors)) {
    sources.push_back(std::move(source));
  }
  RequireNoErrors(errors);
  sources.push_back(
      {.name = "test.toml", .group = "test", .bytes = std::string(toml)});
  return LoadRules(sources);
}

FileReport LintHtml(const RuleSet& rules, std::string html) {
  LintOptions options;
  options.as_of = {.year = 2026, .month = 1, .day = 15};
  const Linter linter(rules, options);
  auto source = SourceFile::FromBytes("test.html", std::move(html), {});
  REQUIRE(source.has_value());
  Result<FileReport> report = linter.Lint(*source);
  REQUIRE(report.has_value());
  return *std::move(report);
}

std::string Summarize(const FileReport& report) {
  const LineIndex lines(report.source->clean());
  const auto at = [&](Offset offset) {
    const Position position = lines.At(offset, ColumnUnit::kCodePoint);
    return std::to_string(position.line) + ":" +
           std::to_string(position.column);
  };
  std::string text;
  for (const Finding& finding : report.findings) {
    text += at(finding.where.begin) + "-" + at(finding.where.end) + " " +
            std::string(SeverityName(finding.severity)) + " " +
            finding.rule->id + " «" + finding.text + "»" +
            (finding.is_span ? "" : " (document)") + "\n";
  }
  return text;
}

std::string ExampleFailures(const RuleSet& rules) {
  std::string text;
  for (const ExampleFailure& failure : SelfCheck(rules).failures) {
    text += failure.rule->id + ": " + failure.what + "\n    " +
            failure.example->text + "\n";
  }
  return text;
}

}  // namespace medlint::testing
