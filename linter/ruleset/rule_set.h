// SPDX-License-Identifier: Apache-2.0
//
// A RuleSet is what one run checks: its rules, the patterns of all of them in
// one plan, and the data that pages are read with, loaded from TOML and ready
// to use.
//
// A ruleset file may have, in any order:
//   [ruleset]          id, version, language ("en": pages in others are passed
//                      over); one file of a folder has it and speaks for all
//   [lexicon.NAME]     terms, include
//   [language.xx]      cues: see language/language_data.h
//   [page]             types, topics, roles, evidence: see page/page_data.h
//   [[rule]]           see rulesets/README.md

#ifndef LINTER_RULESET_RULE_SET_H_
#define LINTER_RULESET_RULE_SET_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/unsaved_file.h"
#include "linter/language/language_data.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"
#include "linter/rule/rule.h"

namespace medlint {

struct EmbeddedRuleset;
struct RuleChanges;

// A ruleset that was loaded: for --version, reports and audits.
struct RulesetIdentity {
  std::string id;
  std::string version;
  std::string language;
  std::string sha256 = {};  // over the bytes of its files, in order of name
};

// One file of a ruleset, in memory.
struct RulesetSource {
  std::string name;   // shown in messages: "rulesets/rules/claims.toml"
  std::string group;  // files of one group are one ruleset
  std::string bytes;  // "" if built in
  // Set: the file is one of EmbeddedRulesets(), and all of those are here.
  const EmbeddedRuleset* built_in = nullptr;
  // The plan of all of those, if it is at hand: see match/plan_snapshot.h.
  const PlanArrays* plan = nullptr;
};

struct LoadOptions {
  // False: the examples of built-in rules are not read.  Those of others always
  // are, since a rule without any is a mistake.
  bool examples = true;
  // What a site changes in the rules; see rule_changes.h.  Null for nothing.
  // More terms for a lexicon make the built-in plan of no use, so that all
  // patterns are compiled anew.
  const RuleChanges* changes = nullptr;
};

// Immutable once loaded, and shared by threads.  Findings point into it, so it
// must outlive every Report made with it.
class RuleSet {
 public:
  struct Loaded;

  // Sorted by id.
  std::span<const Rule> rules() const { return rules_; }

  // Returns the rule called "id", or null.
  const Rule* Find(std::string_view id) const;

  const PatternPlan& plan() const { return *plan_; }
  const PageData& page_data() const { return page_data_; }
  const LanguageData& language_data() const { return language_data_; }
  std::span<const RulesetIdentity> identities() const { return identities_; }

 private:
  friend class RuleSetLoader;
  std::vector<Rule> rules_;
  std::unique_ptr<const PatternPlan> plan_;
  PageData page_data_;
  LanguageData language_data_;
  std::vector<RulesetIdentity> identities_;
};

// What LoadRules returns.  "rules" holds the rules that are sound even if
// "errors" is not empty; only tools for rule authors go on after errors.
struct RuleSet::Loaded {
  RuleSet rules;
  std::vector<Error> errors;  // in order of file, line and column
  // Mistakes in LoadOptions::changes.  Where there is one, the rule is in
  // "rules" without its changes.
  std::vector<Error> change_errors = {};
};

// Compiles all sources together.  Reports all mistakes, not only the first.
RuleSet::Loaded LoadRules(std::span<const RulesetSource> sources,
                          LoadOptions options = {});

// The rulesets that are built into this binary, as one group "medlint".
std::vector<RulesetSource> BuiltInRulesets();

// Reads a ruleset file, or every .toml file at or below a folder in order of
// name.  What cannot be read is added to "errors".  "unsaved" may be null.
std::vector<RulesetSource> ReadRulesets(const std::string& path,
                                        std::vector<Error>& errors,
                                        UnsavedFile* unsaved = nullptr);

}  // namespace medlint

#endif  // LINTER_RULESET_RULE_SET_H_
