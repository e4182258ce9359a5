// SPDX-License-Identifier: Apache-2.0

#include "linter/project/exceptions.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/engine/selector.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

bool Allows(const ConfigException& exception, const Finding& finding) {
  if (!exception.rule ||
      !SelectorMatches(exception.rule->value, finding.rule->id)) {
    return false;
  }
  return !exception.text ||
         Fold(finding.text).find(Fold(exception.text->value)) !=
             std::string::npos;
}

}  // namespace

bool IsFor(const ConfigException& exception, std::string_view below) {
  if (below.empty()) return false;
  return exception.files.empty() ||
         std::ranges::any_of(exception.files, [&](const FileGlob& glob) {
           return glob.Matches(below);
         });
}

ExceptionLedger::Record& ExceptionLedger::RecordOf(
    const ConfigException& exception) {
  const auto [it, is_new] = index_.try_emplace(&exception, records_.size());
  if (is_new) records_.push_back({.exception = &exception});
  return records_[it->second];
}

bool ExceptionLedger::IsLintedWhole(const ConfigException& exception,
                                    std::string_view folder) const {
  const auto holds = [&](const std::string& linted) {
    return linted == folder || !PathBelow(linted, folder).empty();
  };
  if (std::ranges::any_of(folders_, holds)) return true;
  // The one page that it can be for is the one that was linted.
  const auto& globs = exception.files;
  return globs.size() == 1 && globs.front().anchored &&
         globs.front().text.find_first_of("*?[") == std::string::npos &&
         !globs.front().text.ends_with('/');
}

void ExceptionLedger::Apply(const Config& config, std::string_view page,
                            const Linter& linter, FileReport& report) {
  const Date today = linter.options().as_of;
  const auto order = [](const SuppressedFinding& a,
                        const SuppressedFinding& b) {
    return Before(a.finding, b.finding);
  };
  for (const Config::Part& part : config.parts) {
    const std::string_view below = PathBelow(part.folder, page);
    for (const ConfigException& exception : part.file.exceptions) {
      if (!IsFor(exception, below)) continue;
      Record& record = RecordOf(exception);
      record.judged |= exception.rule && linter.Runs(exception.rule->value) &&
                       linter.options().min_severity == Severity::kInfo &&
                       IsLintedWhole(exception, part.folder);
      record.expired = exception.until && exception.until->value < today;
      if (record.expired) continue;
      const auto allowed = std::ranges::stable_partition(
          report.findings,
          [&](const Finding& finding) { return !Allows(exception, finding); });
      record.used |= !allowed.empty();
      for (Finding& finding : allowed) {
        report.suppressed.push_back({.finding = std::move(finding),
                                     .reason = exception.reason->value,
                                     .by = SuppressedBy::kConfiguration});
      }
      report.findings.erase(allowed.begin(), allowed.end());
    }
  }
  std::ranges::stable_sort(report.suppressed, order);
}

std::vector<Error> ExceptionLedger::Remarks() const {
  std::vector<Error> remarks;
  for (const Record& record : records_) {
    const ConfigException& exception = *record.exception;
    if (record.expired) {
      remarks.push_back(exception.until->at.ErrorAt(
          "this exception held until " + exception.until->value.ToString(),
          "take it out, or look at the page again and set another day"));
    } else if (record.judged && !record.used) {
      remarks.push_back(exception.at.ErrorAt(
          "this exception allowed no finding",
          "take it out, or compare its `files`, `rule` and `text` with what is "
          "found"));
    }
  }
  return remarks;
}

}  // namespace medlint
