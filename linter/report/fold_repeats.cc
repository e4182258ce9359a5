// SPDX-License-Identifier: Apache-2.0

#include "linter/report/fold_repeats.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "linter/rule/rule.h"

namespace medlint {

FoldedFindings FoldRepeats(std::span<const Finding> findings,
                           int max_per_rule) {
  FoldedFindings folded;
  std::map<std::string_view, int> count_of;
  for (const Finding& finding : findings) {
    const int count = ++count_of[finding.rule->id];
    if (max_per_rule == 0 || count <= max_per_rule) {
      folded.shown.push_back(&finding);
    }
  }
  if (max_per_rule == 0) return folded;
  for (const auto& [rule, count] : count_of) {
    if (count > max_per_rule) {
      folded.rests.push_back({.rule = rule, .count = count - max_per_rule});
    }
  }
  return folded;
}

std::string RestText(const FoldedFindings::Rest& rest) {
  return "… and " + std::to_string(rest.count) + " more of " +
         std::string(rest.rule) + " (--max-per-rule 0 shows all)";
}

}  // namespace medlint
