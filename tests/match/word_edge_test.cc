// SPDX-License-Identifier: Apache-2.0

#include "linter/match/word_edge.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("InsideWord") {
  struct Case {
    std::string_view before;
    std::string_view after;
    bool inside;
  };
  static constexpr Case kCases[] = {
      {"", "a", false},
      {"a", "", false},
      {"a", "b", true},
      {"a", " b", false},
      {"a1", "2", true},
      {"a", "_", true},
      {"é", "a", true},
      {"a", "é", true},
      {"a", "\xCC\x81", true},
      {"a", "-b", false},
      {"a-", "b", false},
      {"don", "'t", true},
      {"don'", "t", true},
      {"don", "’t", true},
      {"don’", "t", true},
      {"a", "' b", false},
      {" '", "b", false},
      {"5", "'b", false},
      {"a", "'5", false},
      {"a'", "'b", false},
      {"a", "…", false},
      {"日", "本", true},
      {"é", "'a", true},
      {"e\xCC\x81", "'a", true},
      {"a",
       "\xC2\xAD"
       "b",
       true},  // a soft hyphen is not seen
      {"a\xC2\xAD", "b", true},
      {"a", "\xE2\x80\x8B b", false},
      {"a", "\nb", false},
      {"5", "%", false},
      {"m", "²", true},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.before);
    CAPTURE(c.after);
    const std::string text = std::string(c.before) + std::string(c.after);
    CHECK(InsideWord(text, c.before.size()) == c.inside);
  }
}

TEST_CASE("only word characters ask for an edge") {
  CHECK(BeginsAtEdge("a%b", 1));
  CHECK(EndsAtEdge("5%b", 2));
  CHECK_FALSE(BeginsAtEdge("ab", 1));
  CHECK_FALSE(EndsAtEdge("éa", 2));
  CHECK(BeginsAtEdge("don't", 3));
  CHECK(EndsAtEdge("don't", 4));
}

}  // namespace
}  // namespace medlint
