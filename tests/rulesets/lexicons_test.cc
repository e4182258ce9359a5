// SPDX-License-Identifier: Apache-2.0
//
// The large lexicons are held to their form: a block is sorted, a term stands
// in a lexicon once, and is written as text is folded.

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/inflection.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

struct Lexicon {
  std::vector<std::vector<std::string>> blocks;  // a comment begins a new one
  std::vector<std::string> includes;
};

using Lexicons = std::map<std::string, Lexicon, std::less<>>;

// Appends what stands in quotation marks in "line".
void AppendQuoted(std::string_view line, std::vector<std::string>& out) {
  for (std::size_t begin = line.find('"'); begin != line.npos;) {
    const std::size_t end = line.find('"', begin + 1);
    out.emplace_back(line.substr(begin + 1, end - begin - 1));
    begin = line.find('"', end + 1);
  }
}

// Reads the lines of a file of lexicons, comments and all, which TOML drops.
void ReadLexicons(std::string_view name, Lexicons& lexicons) {
  std::ifstream in(std::string(MEDLINT_SOURCE_DIR) + "/rulesets/lexicons/" +
                   std::string(name));
  REQUIRE(in.is_open());
  Lexicon* lexicon = nullptr;
  bool in_includes = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("[lexicon.")) {
      lexicon = &lexicons[line.substr(9, line.size() - 10)];
      continue;
    }
    if (line.starts_with("include = ")) {
      in_includes = true;
    } else if (line.starts_with("terms = ")) {
      in_includes = false;
      lexicon->blocks.emplace_back();
    } else if (line.starts_with("  # ")) {
      lexicon->blocks.emplace_back();
    }
    if (lexicon == nullptr || line.starts_with('#')) continue;
    if (in_includes) {
      AppendQuoted(line, lexicon->includes);
    } else if (!lexicon->blocks.empty()) {
      AppendQuoted(line, lexicon->blocks.back());
    }
    if (line.ends_with(']')) in_includes = false;
  }
}

const Lexicons& LargeLexicons() {
  static const Lexicons lexicons = [] {
    Lexicons all;
    for (const char* const file :
         {"body.toml", "conditions.toml", "medicines.toml", "remedies.toml",
          "therapies.toml", "verbs.toml"}) {
      ReadLexicons(file, all);
    }
    return all;
  }();
  return lexicons;
}

void CollectTerms(std::string_view name, std::set<std::string>& terms) {
  const auto it = LargeLexicons().find(name);
  REQUIRE(it != LargeLexicons().end());
  for (const auto& block : it->second.blocks)
    terms.insert(block.begin(), block.end());
  for (const std::string& include : it->second.includes)
    CollectTerms(include, terms);
}

TEST_CASE("lexicons are as large as detection needs them") {
  struct Case {
    std::vector<std::string_view> names;
    std::size_t least;
  };
  static const Case kCases[] = {
      {{"serious_conditions"}, 600},
      {{"minor_conditions"}, 600},
      {{"symptoms"}, 150},
      {{"conditions"}, 1800},
      {{"medicine_names"}, 500},
      {{"medicine_classes"}, 200},
      {{"supplements_and_herbs"}, 300},
      {{"health_foods"}, 100},
      {{"complementary_therapies"}, 200},
      {{"therapies"}, 600},
      {{"body_systems"}, 200},
      {{"cure_verbs", "removal_verbs", "riddance_verbs", "treat_verbs",
        "relief_verbs", "prevent_verbs", "improve_verbs", "cleanse_verbs",
        "weight_verbs"},
       600},
      {{"vanish_verbs"}, 100},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.names.front());
    std::set<std::string> terms;
    for (const std::string_view name : c.names)
      CollectTerms(name, terms);
    CHECK(terms.size() >= c.least);
  }
}

TEST_CASE("a block of terms is sorted and folded") {
  for (const auto& [name, lexicon] : LargeLexicons()) {
    CAPTURE(name);
    for (const std::vector<std::string>& block : lexicon.blocks) {
      const auto unsorted = std::ranges::is_sorted_until(block);
      CHECK_MESSAGE(unsorted == block.end(), *unsorted);
      for (const std::string& term : block)
        CHECK(Fold(term) == term);
    }
  }
}

TEST_CASE("no term is written twice, nor as an inflection of another") {
  for (const auto& [name, lexicon] : LargeLexicons()) {
    CAPTURE(name);
    std::map<std::string, std::string> forms;  // and the terms they are of
    for (const auto& block : lexicon.blocks) {
      for (const std::string& term : block) {
        std::vector<std::string> own = {term};
        if (term.ends_with('~')) own = Inflect(term.substr(0, term.size() - 1));
        for (const std::string& form : own) {
          const auto [it, is_new] = forms.emplace(form, term);
          CHECK_MESSAGE(is_new, term << " repeats " << it->second);
        }
      }
    }
  }
}

TEST_CASE("no term is written out that an ending finds") {
  for (const auto& [name, lexicon] : LargeLexicons()) {
    CAPTURE(name);
    std::vector<std::string> terms;
    for (const auto& block : lexicon.blocks)
      terms.insert(terms.end(), block.begin(), block.end());
    for (const std::string& ending : terms) {
      if (!ending.starts_with('-')) continue;
      for (const std::string& term : terms) {
        const bool one_word = term.find_first_of(" -~") == term.npos;
        const bool found =
            one_word && term.size() >= 6 && term.ends_with(ending.substr(1));
        CHECK_MESSAGE(!found, term << " ends in " << ending);
      }
    }
  }
}

TEST_CASE("a condition is serious, minor or a symptom") {
  std::set<std::string> seen;
  for (const char* const name :
       {"serious_conditions", "minor_conditions", "symptoms"}) {
    std::set<std::string> terms;
    CollectTerms(name, terms);
    for (const std::string& term : terms)
      CHECK_MESSAGE(seen.insert(term).second, term);
  }
}

}  // namespace
}  // namespace medlint
