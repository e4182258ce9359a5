// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/fix_offers.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace medlint {
namespace {

// The words that fixes take away: the safe ones alone, or all.
std::vector<TextSpan> LeavingWords(const Page& page,
                                   std::span<const MadeFinding> made,
                                   bool only_safe) {
  std::vector<TextSpan> leaving;
  for (const MadeFinding& each : made) {
    const Candidate& candidate = *each.candidate;
    const bool leaves =
        std::ranges::any_of(each.rule->fixes, [&](const OfferedFix& fix) {
          return (fix.is_safe || !only_safe) && fix.repair->RemovesWords() &&
                 !candidate.where.empty() && fix.IsFor(page, candidate);
        });
    if (leaves) leaving.push_back(candidate.where);
  }
  std::ranges::sort(leaving);
  return leaving;
}

}  // namespace

void OfferFixes(const Page& page, std::span<const MadeFinding> made) {
  if (std::ranges::all_of(made, [](const MadeFinding& each) {
        return each.rule->fixes.empty();
      })) {
    return;
  }
  const std::vector<TextSpan> safe = LeavingWords(page, made, true);
  const std::vector<TextSpan> all = LeavingWords(page, made, false);
  for (const MadeFinding& each : made) {
    for (const OfferedFix& offered : each.rule->fixes) {
      if (!offered.IsFor(page, *each.candidate)) continue;
      std::vector<Edit> edits =
          offered.repair->EditsFor({.page = page,
                                    .candidate = *each.candidate,
                                    .leaving = offered.is_safe ? safe : all});
      if (edits.empty()) continue;
      each.finding->fixes.push_back({.title = offered.title,
                                     .is_safe = offered.is_safe,
                                     .edits = std::move(edits)});
    }
  }
}

}  // namespace medlint
