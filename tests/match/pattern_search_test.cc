// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_search.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/anchors.h"
#include "linter/match/block_table.h"
#include "linter/match/char_map.h"
#include "linter/match/compiled_pattern.h"
#include "linter/match/expression.h"
#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"

namespace medlint {
namespace {

struct Searched {
  std::size_t matches = 0;
  std::size_t work = 0;
};

// Searches "unit" repeated to at least 1 MB, in one block or in many.
Searched SearchRepeated(const PatternSpec& spec, std::string_view unit,
                        bool blocks) {
  PlanVectors vectors;
  const LexiconTable lexicons({}, vectors);
  Anchors anchors;
  Anchors needs;
  const auto error = CompilePattern(spec, lexicons, vectors, anchors, needs);
  REQUIRE_MESSAGE(!error, (error ? error->what : ""));
  std::string text;
  while (text.size() < 1'000'000) {
    text += unit;
    if (blocks) text += '\n';
  }
  std::vector<AnchorPlace> candidates;
  for (const std::string& literal : anchors.literals) {
    for (std::size_t at = text.find(literal); at != std::string::npos;
         at = text.find(literal, at + 1)) {
      candidates.push_back({.begin = static_cast<std::uint32_t>(at),
                            .end = static_cast<std::uint32_t>(at + 1)});
    }
  }
  const BlockTable table(text);
  SearchScratch scratch;
  const CharMap chars(text);
  const PlanArrays arrays = ViewOf(vectors);
  const ExpressionTable expressions(arrays, lexicons);
  PatternSearch search(arrays.patterns.front(), expressions, text, table, chars,
                       scratch);
  Searched searched;
  searched.matches = search.FindAll(candidates).size();
  searched.work = search.work() / text.size();
  return searched;
}

TEST_CASE("RE2 reads a text a bounded number of times" *
          doctest::test_suite("slow")) {
  struct Case {
    PatternSpec spec;
    std::string_view unit;
    bool blocks;
    std::size_t most;  // times the text
    bool matches;
  };
  const Case cases[] = {
      // A failed search tells about the rest of the block.
      {{.regexp = "cure.*cancer"}, "a cure and a heal ", false, 2, false},
      {{.regexp = "\\w+.*cure"}, "cures ", false, 2, false},
      {{.regexp = ".* cure"}, "xx cures ", false, 2, false},
      // Every match is read past the end of the block.
      {{.regexp = "cure.*cancer|cure"}, "cure ", false, 200, true},
      {{.regexp = "(?:cure.*cancer|cure)!"}, "cure!", false, 200, true},
      {{.regexp = "a.*b|a", .whole_words = false}, "a", false, 600, true},
      {{.regexp = ".* cure"}, "xx cure's ", false, 2, false},
      {{.regexp = ".* cure!?"}, "xx cure's ", false, 600, false},
      {{.regexp = "[a-z].*cure"}, "xcurex", false, 200, false},
      {{.regexp = "cure", .not_before = "no.*"}, "a cure ", false, 200, true},
      {{.regexp = "cure", .not_after = ".*no"}, "a cure ", false, 200, true},
      {{.regexp = "cure.{0,40}cancer"}, "a cure ", false, 20, false},
      // Ordinary blocks never cost that much.
      {{.regexp = "cure.*cancer|cure"}, "one cure and one cure", true, 3, true},
      {{.regexp = ".* cure!?"}, "xx cure and cure's", true, 3, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.spec.regexp);
    CAPTURE(c.unit);
    const Searched searched = SearchRepeated(c.spec, c.unit, c.blocks);
    CHECK(searched.work <= c.most);
    CHECK((searched.matches > 0) == c.matches);
  }
}

}  // namespace
}  // namespace medlint
