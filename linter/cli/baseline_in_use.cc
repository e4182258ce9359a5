// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/baseline_in_use.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/cli/console.h"
#include "linter/project/baseline_file.h"
#include "linter/project/baseline_renames.h"

namespace medlint {

std::optional<BaselineInUse> LoadBaselineInUse(const CommandLine& line,
                                               const RevisionFiles* revision) {
  BaselineInUse in_use;
  if (line.no_baseline) {
    if (line.baseline.empty()) return in_use;
    Complain(Error(Error::Code::kInvalidArgument, "--no-baseline",
                   "contradicts --baseline")
                 .WithHint("leave one of them out"));
    return std::nullopt;
  }
  in_use.path =
      line.baseline.empty() ? FindBaseline(".", revision) : line.baseline;
  if (in_use.path.empty()) return in_use;
  std::vector<Error> errors;
  std::optional<Baseline> baseline =
      ReadBaseline(in_use.path, errors, revision);
  for (const Error& error : errors)
    Complain(error);
  if (!baseline) return std::nullopt;
  in_use.baseline = *std::move(baseline);
  if (auto renamed =
          FollowRenames(in_use.baseline, in_use.path, EnvironmentVariables(),
                        revision == nullptr ? "" : revision->commit())) {
    in_use.baseline = *std::move(renamed);
    in_use.renamed = true;
  }
  return in_use;
}

bool CanTell(const std::string& rule, const Site& site, std::size_t input) {
  const Linter& linter = site.LinterOf(input);
  if (linter.options().min_severity != Severity::kInfo) return false;
  const Rule* const known = site.RulesOf(input).Find(rule);
  return known == nullptr || linter.Runs(*known);
}

void ApplyBaseline(const BaselineInUse& in_use, const Site& site,
                   Report& report) {
  if (in_use.path.empty()) return;
  report.baseline = in_use.path;
  BaselinePaths paths(in_use.path);
  for (FileReport& file : report.files) {
    const std::string path = paths.Of(file.source->name());
    for (BaselineEntry& entry : MatchBaseline(in_use.baseline.Of(path), file)) {
      if (CanTell(entry.rule, site, file.input)) {
        report.stale.push_back(std::move(entry));
      }
    }
  }
  std::ranges::sort(report.stale);
}

bool IsUntidy(const Report& report, const Site& site) {
  if (!report.stale.empty()) return true;
  return std::ranges::any_of(report.files, [&](const FileReport& file) {
    const RuleSet& rules = site.RulesOf(file.input);
    return std::ranges::any_of(file.findings, [&](const Finding& finding) {
      return IsAboutSuppressions(*rules.Find(finding.rule->id));
    });
  });
}

}  // namespace medlint
