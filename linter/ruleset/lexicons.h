// SPDX-License-Identifier: Apache-2.0
//
// [lexicon.NAME] tables of all rulesets, put together.

#ifndef LINTER_RULESET_LEXICONS_H_
#define LINTER_RULESET_LEXICONS_H_

#include <map>
#include <string>
#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/toml/table_reader.h"

namespace medlint {

class Lexicons {
 public:
  // Reads one [lexicon] table, whose members are lexicons.
  void Read(TableReader& table);

  // Puts every lexicon into "plan", with what it includes.  An unknown include
  // and a circle of them are mistakes.  Call it once, when all are read.
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

  void Collect(const std::string& name, std::vector<std::string>& terms,
               std::vector<Error>& errors);

  std::map<std::string, Lexicon> lexicons_;
};

}  // namespace medlint

#endif  // LINTER_RULESET_LEXICONS_H_
