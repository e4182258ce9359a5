// SPDX-License-Identifier: Apache-2.0
//
// One [[rule]] table into a Rule.

#ifndef LINTER_RULESET_RULE_READER_H_
#define LINTER_RULESET_RULE_READER_H_

#include <optional>

#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"
#include "linter/rule/rule.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Reads and compiles the rule.  Every mistake goes to the reader's list;
// returns nothing if there was one.  "file" is the name of the ruleset file.
// "language" is that of its ruleset, "" if that is for every language.
// Without "examples", those are left out and not looked at.
std::optional<Rule> ReadRule(TableReader& table, std::string_view file,
                             std::string_view language, bool examples,
                             PatternPlan::Builder& plan,
                             const PageData& page_data);

}  // namespace medlint

#endif  // LINTER_RULESET_RULE_READER_H_
