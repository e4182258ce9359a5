// SPDX-License-Identifier: Apache-2.0
//
// The rulesets of this binary.  They are linked apart from the loader, because
// the program that writes them (rulesets/embed.cc) may use the loader.

#include <string>
#include <vector>

#include "linter/match/plan_snapshot.h"
#include "linter/ruleset/embedded.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

std::vector<RulesetSource> BuiltInRulesets() {
  std::vector<RulesetSource> sources;
  for (const EmbeddedRuleset& file : EmbeddedRulesets()) {
    sources.push_back({.name = std::string(file.path),
                       .group = "medlint",
                       .bytes = {},
                       .built_in = &file,
                       .plan = &EmbeddedPlan()});
  }
  return sources;
}

}  // namespace medlint
