// SPDX-License-Identifier: Apache-2.0
//
// Rulesets for tests: the shipped ones from the source tree, or text of a
// test's own on top of the shipped language and page data.

#ifndef TESTS_SUPPORT_LOAD_RULES_H_
#define TESTS_SUPPORT_LOAD_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/engine/report.h"
#include "linter/ruleset/rule_set.h"

namespace medlint::testing {

// The shipped rules.  Loaded once; the test fails if there is a mistake.
const RuleSet& ShippedRules();

// "toml" on top of rulesets/language and rulesets/page, under the name
// "test.toml".
RuleSet::Loaded LoadText(std::string_view toml);

// Lints HTML with "rules"; "today" is 2026-01-15.
FileReport LintHtml(const RuleSet& rules, std::string html);

// "12:8-12:13 error claims/cure «cures»", one line per finding.
std::string Summarize(const FileReport& report);

// All failures of SelfCheck, one per line; "" if there are none.
std::string ExampleFailures(const RuleSet& rules);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_LOAD_RULES_H_
