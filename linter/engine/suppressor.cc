// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/suppressor.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/engine/selector.h"

namespace medlint {
namespace {

// To find the nearest of all rules takes time, and whoever has misspelt so many
// knows by then.
constexpr int kMostSuggestions = 20;
constexpr std::size_t kLongestName = 100;

constexpr std::string_view kElsewhere = "medlint.toml can make an exception";

}  // namespace

bool IsAboutSuppressions(const Rule& rule) {
  for (std::size_t i = 0; i < kSuppressionProblemCount; ++i) {
    if (rule.check->Reports(static_cast<SuppressionProblem>(i))) return true;
  }
  return false;
}

Suppressor::Suppressor(const Document& document, std::span<const Rule> rules,
                       const SuppressionPolicy& policy, Date as_of,
                       const std::function<bool(const Rule&)>& runs)
    : rules_(rules), policy_(policy), as_of_(as_of) {
  if (!policy.honoured) return;
  read_ = ReadSuppressions(document);
  std::map<std::string, Named> known;  // by selector
  for (std::size_t i = 0; i < read_.list.size(); ++i) {
    if (Holds(read_.list[i])) AddGrips(i, runs, known);
  }
  SortGroups();
}

void Suppressor::AddMistake(SuppressionProblem problem, CleanSpan where,
                            std::string what, std::string hint) {
  read_.mistakes.push_back({.problem = problem,
                            .where = where,
                            .what = std::move(what),
                            .hint = std::move(hint)});
}

bool Suppressor::Holds(const Suppression& suppression) {
  if (suppression.until && *suppression.until < as_of_) {
    AddMistake(SuppressionProblem::kExpired, suppression.until_where,
               "this suppression held until " + suppression.until->ToString());
    return false;
  }
  if (policy_.require_reason && suppression.reason.empty()) {
    AddMistake(SuppressionProblem::kUnexplained, suppression.where,
               "this suppression has no reason, and so does not hold",
               "write it after the rules and a colon, or in "
               "data-medlint-reason");
    return false;
  }
  return true;
}

bool Suppressor::IsAllowed(const Rule& rule) const {
  return std::ranges::any_of(policy_.allowed, [&](const std::string& selector) {
    return SelectorMatches(selector, rule.info.id);
  });
}

bool Suppressor::IsAlwaysForbidden(const Rule& rule) const {
  const std::string_view category = rule.info.category();
  return (category == "spam" || category == "links" ||
          IsAboutSuppressions(rule)) &&
         !IsAllowed(rule);
}

Suppressor::Named Suppressor::NamedBy(
    std::string_view selector,
    const std::function<bool(const Rule&)>& runs) const {
  Named named;
  for (const Rule& rule : rules_) {
    if (!SelectorMatches(selector, rule.info.id)) continue;
    named.any = true;
    named.all_run = named.all_run && runs(rule);
    named.all_forbidden = named.all_forbidden && IsAlwaysForbidden(rule);
  }
  return named;
}

void Suppressor::AddGrips(std::size_t suppression,
                          const std::function<bool(const Rule&)>& runs,
                          std::map<std::string, Named>& known) {
  const std::vector<Suppression::Target>& targets =
      read_.list[suppression].targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string& selector = targets[i].selector;
    const auto [entry, is_new] = known.try_emplace(selector);
    Named& named = entry->second;
    if (is_new) named = NamedBy(selector, runs);
    if (!named.any) {
      const bool suggest =
          selector.size() <= kLongestName && suggestions_++ < kMostSuggestions;
      AddMistake(SuppressionProblem::kUnknownRule, targets[i].where,
                 "there is no rule " + Quoted(selector),
                 suggest ? SuggestSelector(selector, rules_) : "");
      continue;
    }
    if (named.all_forbidden) {
      AddMistake(SuppressionProblem::kForbidden, targets[i].where,
                 "a page may not suppress " + Quoted(selector),
                 std::string(kElsewhere));
      continue;
    }
    groups_[selector].grips.push_back(grips_.size());
    grips_.push_back(
        {.suppression = suppression, .target = i, .judged = named.all_run});
  }
}

void Suppressor::SortGroups() {
  const auto covers = [this](std::size_t grip) {
    return TargetOf(grips_[grip]).covers;
  };
  for (auto& [selector, group] : groups_) {
    std::ranges::stable_sort(
        group.grips, {}, [&](std::size_t grip) { return covers(grip).begin; });
    for (const std::size_t grip : group.grips) {
      const bool further = group.furthest.empty() ||
                           covers(group.furthest.back()).end < covers(grip).end;
      group.furthest.push_back(further ? grip : group.furthest.back());
    }
  }
}

Suppressor::Grip* Suppressor::GripAt(std::string_view selector, Offset offset) {
  const auto found = groups_.find(selector);
  if (found == groups_.end()) return nullptr;
  const Group& group = found->second;
  const auto after = std::ranges::upper_bound(
      group.grips, offset, {},
      [this](std::size_t grip) { return TargetOf(grips_[grip]).covers.begin; });
  if (after == group.grips.begin()) return nullptr;
  // What begins before "offset" and ends last covers it if anything does.
  Grip& grip = grips_[group.furthest[static_cast<std::size_t>(
      after - group.grips.begin() - 1)]];
  return offset < TargetOf(grip).covers.end ? &grip : nullptr;
}

const Suppression* Suppressor::Find(const Rule& rule, Severity severity,
                                    CleanSpan where) {
  if (grips_.empty()) return nullptr;
  const std::string& id = rule.info.id;
  Grip* grip = GripAt(id, where.begin);
  // "claims/*", "claims*", ..., "*": every selector that names the rule.
  for (std::size_t size = id.size(); grip == nullptr; --size) {
    grip = GripAt(id.substr(0, size) + "*", where.begin);
    if (size == 0) break;
  }
  if (grip == nullptr) return nullptr;
  const bool forbidden = IsAlwaysForbidden(rule) ||
                         (rule.info.category() == "safety" &&
                          severity == Severity::kError && !IsAllowed(rule));
  if (!forbidden) {
    grip->used = true;
    return &read_.list[grip->suppression];
  }
  if (grip->refused == nullptr || id < grip->refused->info.id) {
    grip->refused = &rule;
  }
  return nullptr;
}

void Suppressor::AddRefusals() {
  for (const Grip& grip : grips_) {
    if (grip.refused == nullptr) continue;
    const Suppression::Target& target = TargetOf(grip);
    const bool safety = grip.refused->info.category() == "safety";
    AddMistake(SuppressionProblem::kForbidden, target.where,
               "a page may not suppress " +
                   std::string(safety ? "errors of " : "") +
                   Quoted(grip.refused->info.id),
               std::string(kElsewhere));
  }
}

void Suppressor::AddUnused() {
  const auto is_unused = [](const Grip& grip) {
    return grip.judged && !grip.used && grip.refused == nullptr;
  };
  for (std::size_t begin = 0; begin < grips_.size();) {
    const std::size_t suppression = grips_[begin].suppression;
    std::size_t end = begin;
    while (end < grips_.size() && grips_[end].suppression == suppression)
      ++end;
    const std::span grips = std::span(grips_).subspan(begin, end - begin);
    begin = end;
    const Suppression& whole = read_.list[suppression];
    if (grips.size() == whole.targets.size() &&
        std::ranges::all_of(grips, is_unused)) {
      AddMistake(SuppressionProblem::kUnused, whole.where,
                 "this suppresses nothing");
      continue;
    }
    for (const Grip& grip : grips) {
      if (!is_unused(grip)) continue;
      AddMistake(SuppressionProblem::kUnused, TargetOf(grip).where,
                 "there is nothing of " + Quoted(TargetOf(grip).selector) +
                     " to suppress");
    }
  }
}

std::vector<SuppressionMistake> Suppressor::Mistakes() {
  AddRefusals();
  AddUnused();
  std::ranges::stable_sort(read_.mistakes, {},
                           [](const SuppressionMistake& mistake) {
                             return std::tuple(mistake.where, mistake.problem);
                           });
  return std::move(read_.mistakes);
}

}  // namespace medlint
