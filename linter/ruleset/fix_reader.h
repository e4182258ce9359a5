// SPDX-License-Identifier: Apache-2.0
//
// The "fix" of a rule: a table, or a list of them, the best first.
//
//   fix = { do = "remove", title = "Remove the ad marker", safe = true }

#ifndef LINTER_RULESET_FIX_READER_H_
#define LINTER_RULESET_FIX_READER_H_

#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"
#include "linter/rule/rule.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Reads and compiles what the rule offers.  A fix with a mistake is left out.
std::vector<OfferedFix> ReadFixes(TableReader& rule, PatternPlan::Builder& plan,
                                  const PageData& page_data);

}  // namespace medlint

#endif  // LINTER_RULESET_FIX_READER_H_
