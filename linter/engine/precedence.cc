// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/precedence.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace medlint {
namespace {

// The contenders of all rules that supersede one rule.
class Winners {
 public:
  void Add(const Contender& contender) {
    if (contender.is_document) {
      if (document_ == nullptr) document_ = contender.rule;
    } else {
      places_.push_back(&contender);
    }
  }

  // Call it once, after the last Add().
  void Sort() {
    std::ranges::stable_sort(places_, {}, [](const Contender* winner) {
      return winner->claims.begin;
    });
    for (const Contender* const winner : places_) {
      const bool farther = farthest_.empty() ||
                           farthest_.back()->claims.end < winner->claims.end;
      farthest_.push_back(farther ? winner : farthest_.back());
    }
  }

  const Rule* Over(const Contender& loser) const {
    if (loser.is_document) return document_;
    const auto after = std::ranges::lower_bound(
        places_, loser.where.end, {},
        [](const Contender* winner) { return winner->claims.begin; });
    if (after == places_.begin()) return nullptr;
    const Contender* const farthest =
        farthest_[static_cast<std::size_t>(after - places_.begin()) - 1];
    return farthest->claims.Overlaps(loser.where) ? farthest->rule : nullptr;
  }

 private:
  const Rule* document_ = nullptr;
  std::vector<const Contender*> places_;
  // Of the first i + 1 of them, the one that ends last.
  std::vector<const Contender*> farthest_;
};

}  // namespace

std::vector<const Rule*> FindSuperseding(
    std::span<const Contender> contenders) {
  std::map<std::string_view, Winners> winners_over;
  for (const Contender& winner : contenders) {
    for (const std::string_view loser : winner.rule->info.supersedes)
      winners_over[loser].Add(winner);
  }
  for (auto& [unused, winners] : winners_over)
    winners.Sort();
  std::vector<const Rule*> superseding(contenders.size(), nullptr);
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const auto winners = winners_over.find(contenders[i].rule->info.id);
    if (winners != winners_over.end()) {
      superseding[i] = winners->second.Over(contenders[i]);
    }
  }
  return superseding;
}

}  // namespace medlint
