// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/precedence.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

std::vector<const Rule*> FindSuperseding(
    std::span<const Contender> contenders) {
  // By rule; only rules that have something to say.  The contenders of one rule
  // tend to follow each other.
  std::map<std::string_view, std::vector<std::size_t>> of_rule;
  const Rule* last_rule = nullptr;
  std::vector<std::size_t>* of_last = nullptr;
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    if (contenders[i].rule != last_rule) {
      last_rule = contenders[i].rule;
      of_last = &of_rule[last_rule->info.id];
    }
    of_last->push_back(i);
  }
  std::vector<const Rule*> superseding(contenders.size(), nullptr);
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const Contender& winner = contenders[i];
    for (const std::string& loser_id : winner.rule->info.supersedes) {
      const auto losers = of_rule.find(loser_id);
      if (losers == of_rule.end()) continue;
      for (const std::size_t loser : losers->second) {
        const Contender& other = contenders[loser];
        const bool same_place = winner.is_document && other.is_document;
        if (same_place || (!winner.is_document && !other.is_document &&
                           winner.claims.Overlaps(other.where))) {
          superseding[loser] = winner.rule;
        }
      }
    }
  }
  return superseding;
}

}  // namespace medlint
