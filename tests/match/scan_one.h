// SPDX-License-Identifier: Apache-2.0
//
// For tests: what one pattern or lexicon finds in one text.

#ifndef TESTS_MATCH_SCAN_ONE_H_
#define TESTS_MATCH_SCAN_ONE_H_

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/pattern_plan.h"
#include "linter/text/fold.h"

namespace medlint {

// Returns the places joined as "cures|healed", empty if there are none.
inline std::string FoundBy(const PatternPlan& plan, PatternId id,
                           std::string_view text) {
  const FoldedText folded(text);
  const Hits hits = plan.Scan(text, folded);
  std::string found;
  for (const Hit& hit : hits.Of(id)) {
    if (!found.empty()) found += '|';
    found += hit.where.In(text);
  }
  return found;
}

inline std::string FoundBy(const PatternSpec& spec, std::string_view text) {
  PatternPlan::Builder builder;
  PatternId id = 0;
  const auto error = builder.AddPattern(spec, id);
  if (error) return "error: " + error->what;
  return FoundBy(builder.Build(), id, text);
}

}  // namespace medlint

#endif  // TESTS_MATCH_SCAN_ONE_H_
