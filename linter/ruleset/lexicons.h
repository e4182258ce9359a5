// SPDX-License-Identifier: Apache-2.0
//
// [lexicon.NAME] tables of all rulesets, put together.

#ifndef LINTER_RULESET_LEXICONS_H_
#define LINTER_RULESET_LEXICONS_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/ruleset/rule_changes.h"
#include "linter/toml/table_reader.h"

namespace medlint {

class Lexicons {
 public:
  // Reads one [lexicon] table, whose members are lexicons.
  void Read(TableReader& table);

  // The same for a table whose lexicons are in the snapshot that the plan
  // begins with: one of them is read when another includes it.
  void ReadLater(TableReader table) { later_.push_back(std::move(table)); }

  // Adds terms to a lexicon that was read, or is to be read later.  An unknown
  // name is a mistake.  Call it when all files were read.
  void Extend(const RuleChanges::Terms& more, std::vector<Error>& errors);

  // Puts every lexicon that was read into "plan", with what it includes.  An
  // unknown include and a circle of them are mistakes.  Call it once, when all
  // are read.
  void Define(PatternPlan::Builder& plan, std::vector<Error>& errors);

 private:
  struct Include {
    std::string name;
    TomlPlace place;
  };
  struct Lexicon {
    std::shared_ptr<const TomlFile> file;
    std::vector<std::string> terms = {};
    std::vector<Include> includes = {};
    bool being_collected = false;
  };

  void ReadOne(TableReader reader, const std::string& name);
  bool IsForLater(std::string_view name) const;
  // Null if there is none.
  Lexicon* Find(const std::string& name);
  std::vector<std::string_view> Names() const;
  void Collect(const std::string& name, std::vector<std::string>& terms,
               std::vector<Error>& errors);

  std::map<std::string, Lexicon> lexicons_;
  std::vector<TableReader> later_;
};

}  // namespace medlint

#endif  // LINTER_RULESET_LEXICONS_H_
