// SPDX-License-Identifier: Apache-2.0

#include "linter/match/anchors.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/regexp_syntax.h"

namespace medlint {
namespace {

std::string Join(const std::vector<std::string>& strings) {
  std::string joined;
  for (const std::string& string : strings) {
    if (!joined.empty()) joined += '|';
    joined += string;
  }
  return joined;
}

// "any" stands for kUnbounded.
std::string Size(std::uint32_t size) {
  return size == kUnbounded ? "any" : std::to_string(size);
}

TEST_CASE("FindShape chooses anchors") {
  struct Case {
    const char* regexp;
    std::string_view literals;  // that are all there is to match
    std::string_view anchors;
    std::string_view extent;  // most bytes before, most in all
    bool exact_case = false;
  };
  static constexpr Case kCases[] = {
      {"Cures?", "cures|cure", "cures|cure", "0 5"},
      {"cures??", "cure|cures", "cure|cures", "0 5"},
      {"(?:a|b)(c|d)", "ac|ad|bc|bd", "ac|ad|bc|bd", "0 2"},
      {"[xy]z", "xz|yz", "xz|yz", "0 2"},
      {"cure of (?:the )?gut", "cure of the gut|cure of gut",
       "cure of the gut|cure of gut", "0 15"},
      {"a.{0,4}miracle", "", "miracle", "17 24"},
      {"miracle.*", "", "miracle", "0 any"},
      {"\\w+ zinc", "", " zinc", "any any"},
      {"(?:zinc)+", "", "zinc", "0 any"},
      {"x(?:zinc)*quack", "", "quack", "any any"},
      {"zinc(?:s?.|quack)e", "", "zinc", "0 10"},
      {"\\d{1,3}%", "", "%", "3 4"},
      {"(?:zinc.|.quack)", "", "zinc|quack", "4 9"},
      {"\\bzinc\\b.x", "", "zinc", "0 9"},
      {"^zinc", "", "zinc", "0 4"},
      {"ÄB", "äb", "äb", "0 3"},
      {"ÄB “", "", "äb \"", "0 any", true},
      {"US", "", "us", "0 2", true},
  };
  PlanVectors own;
  const LexiconTable lexicons({}, own);
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    RegexpSyntax syntax;
    REQUIRE_FALSE(ParseRegexp(c.regexp, lexicons, c.exact_case, syntax));
    const Edges edges = DropEdges(syntax, true);
    const PatternShape shape = FindShape(syntax, lexicons, edges);
    CHECK(Join(shape.literals) == c.literals);
    CHECK(Join(shape.anchors.literals) == c.anchors);
    CHECK(Size(shape.anchors.max_before) + ' ' + Size(shape.max_size) ==
          c.extent);
    CHECK(shape.anchors.classes == 0);
  }
}

TEST_CASE("patterns without a literal are anchored on kinds of characters") {
  struct Case {
    const char* regexp;
    CharKinds classes;
    bool exact_case = false;
  };
  static constexpr Case kCases[] = {
      {"\\d+", kDigit},
      {"\\d{4}[a-z]?", kDigit},
      {"[A-Z]{2,}", kCapital, true},
      {"[A-Z0-9]{2,}", kCapital | kDigit, true},
      {"[\\x{400}-\\x{4FF}]+", kWide},
      {"[^\\x00-\\x7F]+", kWide},
      {"\\p{Han}{2}", kWide},
      {"\\w+", 0},
      {"[A-Z]{2,}", 0},
      {"\\S+", 0},
      {"[^a-z]{2}", 0},
  };
  PlanVectors own;
  const LexiconTable lexicons({}, own);
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    RegexpSyntax syntax;
    REQUIRE_FALSE(ParseRegexp(c.regexp, lexicons, c.exact_case, syntax));
    const PatternShape shape = FindShape(syntax, lexicons, {});
    CHECK(shape.anchors.classes == c.classes);
    CHECK(shape.anchors.empty() == (c.classes == 0));
  }
}

TEST_CASE("a large lexicon is an anchor only if there is nothing better") {
  PlanVectors own;
  LexiconTable lexicons({}, own);
  lexicons.Define("verb", {"cure~", "heal~", "treat~"});
  lexicons.Define("statin", {"-statin"});
  struct Case {
    const char* regexp;
    std::size_t lexicons;
    std::string_view literals;
  };
  static constexpr Case kCases[] = {
      {"@verb", 1, ""},
      {"@verb .*", 1, ""},
      {"@verb your fibromyalgia", 0, " your fibromyalgia"},
      {"@verb|@statin", 2, ""},
      {"@verb|zinc", 1, "zinc"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.regexp);
    RegexpSyntax syntax;
    REQUIRE_FALSE(ParseRegexp(c.regexp, lexicons, false, syntax));
    const PatternShape shape = FindShape(syntax, lexicons, {});
    CHECK(shape.anchors.lexicons.size() == c.lexicons);
    CHECK(Join(shape.anchors.literals) == c.literals);
  }
}

}  // namespace
}  // namespace medlint
