// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/baseline.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/engine/report.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

using Key = std::pair<std::string_view, std::string_view>;

// The entries of one file, as far as nothing has taken them yet.
class Leftover {
 public:
  explicit Leftover(std::span<const BaselineEntry> entries) {
    for (const BaselineEntry& entry : entries)
      entries_.emplace(Key(entry.rule, entry.fingerprint), &entry);
  }

  // False if there is no entry of the finding.
  bool Take(const Finding& finding) {
    return entries_.erase(Key(finding.rule->id, finding.fingerprint)) > 0;
  }

  // The same for any entry of the rule.
  bool TakeAny(std::string_view rule) {
    const auto first = entries_.lower_bound(Key(rule, ""));
    if (first == entries_.end() || first->first.first != rule) return false;
    entries_.erase(first);
    return true;
  }

  std::vector<BaselineEntry> Rest() const {
    std::vector<BaselineEntry> rest;
    for (const auto& [key, entry] : entries_)
      rest.push_back(*entry);
    return rest;
  }

 private:
  std::map<Key, const BaselineEntry*> entries_;
};

}  // namespace

Baseline::Baseline(std::vector<BaselineEntry> entries)
    : entries_(std::move(entries)) {
  std::ranges::sort(entries_);
  const auto doubles = std::ranges::unique(entries_);
  entries_.erase(doubles.begin(), doubles.end());
}

std::span<const BaselineEntry> Baseline::Of(std::string_view path) const {
  const auto [begin, end] =
      std::ranges::equal_range(entries_, path, {}, &BaselineEntry::path);
  return {begin, end};
}

std::vector<BaselineEntry> MatchBaseline(std::span<const BaselineEntry> entries,
                                         FileReport& file) {
  if (entries.empty()) return {};
  Leftover leftover(entries);
  std::vector<BaselineEntry> stale;
  for (const SuppressedFinding& each : file.suppressed) {
    const Finding& finding = each.finding;
    if (!leftover.Take(finding)) continue;
    stale.push_back({.path = entries.front().path,
                     .rule = finding.rule->id,
                     .fingerprint = finding.fingerprint});
  }
  enum class Match { kNone, kSentence, kFile };
  std::vector<Match> matches(file.findings.size(), Match::kNone);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (leftover.Take(file.findings[i])) matches[i] = Match::kSentence;
  }
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i] == Match::kNone &&
        leftover.TakeAny(file.findings[i].rule->id)) {
      matches[i] = Match::kFile;
    }
  }
  std::vector<Finding> reported;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    Finding& finding = file.findings[i];
    if (matches[i] == Match::kNone) {
      reported.push_back(std::move(finding));
      continue;
    }
    const bool same = matches[i] == Match::kSentence;
    file.suppressed.push_back(
        {.finding = std::move(finding),
         .reason = same ? "in the baseline"
                        : "in the baseline, in a sentence that was changed",
         .by = same ? SuppressedBy::kBaseline : SuppressedBy::kBaselineInFile});
  }
  file.findings = std::move(reported);
  std::ranges::stable_sort(file.suppressed, Before,
                           &SuppressedFinding::finding);
  std::ranges::move(leftover.Rest(), std::back_inserter(stale));
  std::ranges::sort(stale);
  return stale;
}

std::vector<BaselineEntry> EntriesOf(const FileReport& file,
                                     std::string_view path) {
  std::vector<BaselineEntry> entries;
  const auto add = [&](const Finding& finding) {
    entries.push_back({.path = std::string(path),
                       .rule = finding.rule->id,
                       .fingerprint = finding.fingerprint});
  };
  std::ranges::for_each(file.findings, add);
  for (const SuppressedFinding& each : file.suppressed) {
    if (each.is_in_baseline()) add(each.finding);
  }
  return entries;
}

}  // namespace medlint
