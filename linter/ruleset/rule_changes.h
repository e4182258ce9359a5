// SPDX-License-Identifier: Apache-2.0
//
// What a site changes in rules that others wrote, before they are compiled.

#ifndef LINTER_RULESET_RULE_CHANGES_H_
#define LINTER_RULESET_RULE_CHANGES_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/toml/table_reader.h"
#include "linter/toml/toml_value.h"

namespace medlint {

struct RuleChanges {
  // Keys that take the place of the rule's own.  "severity" among them is
  // passed over, for it changes nothing that is compiled.
  struct Options {
    std::string rule;  // an id; one that no rule has is passed over
    std::shared_ptr<const TomlFile> file;
    const TomlTable* keys = nullptr;  // never null; the file's
    TomlPlace place;
  };
  // More terms for a lexicon.
  struct Terms {
    std::string lexicon;
    std::shared_ptr<const TomlFile> file;
    TomlPlace place;  // of the list
    std::vector<LocatedString> terms;
  };
  std::vector<Options> options;  // at most one for a rule
  std::vector<Terms> terms;
};

// False for the keys that say which rule it is and what proves it: "id",
// "kind", "bad", ...
bool CanChangeRuleKey(std::string_view key);

// The members of "rule" with those of "changes" in place of its own, all its
// own at changes.place, so that a mistake that comes of a change is shown where
// the change was written.  Without "examples", those are left out.
TomlTable ChangedRule(TableReader& rule, const RuleChanges::Options& changes,
                      bool examples);

}  // namespace medlint

#endif  // LINTER_RULESET_RULE_CHANGES_H_
