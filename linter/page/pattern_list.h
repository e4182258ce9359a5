// SPDX-License-Identifier: Apache-2.0
//
// Patterns as a TOML table has them: read, put into the plan, and every mistake
// reported at the bytes at fault.

#ifndef LINTER_PAGE_PATTERN_LIST_H_
#define LINTER_PAGE_PATTERN_LIST_H_

#include <span>
#include <string_view>
#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Adds "patterns" to "plan", each with the options of "options" (whose regexp
// is ignored).  A pattern that is only "@name" is added as that lexicon.  What
// cannot be added is reported to "table" and left out.
std::vector<PatternId> AddPatternList(TableReader& table,
                                      std::span<const LocatedString> patterns,
                                      const PatternSpec& options,
                                      PatternPlan::Builder& plan);

// The same for the list at "key", which may be absent, with default options.
std::vector<PatternId> AddPatternList(TableReader& table, std::string_view key,
                                      PatternPlan::Builder& plan);

}  // namespace medlint

#endif  // LINTER_PAGE_PATTERN_LIST_H_
