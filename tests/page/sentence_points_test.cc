// SPDX-License-Identifier: Apache-2.0

#include "linter/page/sentence_points.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "linter/page/page.h"
#include "linter/text/source_file.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

constexpr std::string_view kWeights = R"(
[weights.first]
bias   = -10
points = { "tea" = 8, "cup _ tea" = 100, "@question" = -3, "@heading" = 50 }
[weights.second]
bias   = 5
points = { "tea" = -8, "^ rest" = 7 }
)";

// Sentences of sixteen words count in full.
constexpr std::string_view kHtml =
    "<title>Tea</title><h1>Tea</h1><main>"
    "<p>One cup of tea and then we sit down and talk about the weather for "
    "hours. Rest!</p><p>Is tea and then we sit down and talk about the old "
    "weather for hours?</p></main><p hidden>Tea. Tea. Tea.</p>";

TEST_CASE("every sentence is weighed by every table, once") {
  const RuleSet::Loaded loaded = testing::LoadText(kWeights);
  REQUIRE(loaded.errors.empty());
  const auto source =
      SourceFile::FromBytes("page.html", std::string(kHtml), {});
  REQUIRE(source);
  const auto page = Linter(loaded.rules, {}).Read(*source);
  REQUIRE(page);
  const SentencePoints& points = (*page)->points;
  const auto sentences = points.sentences();

  struct Case {
    std::string_view text;
    std::uint32_t words;
    int first;
    int second;
  };
  constexpr Case kCases[] = {
      // A word or two count for more: (16 / 4)^(1/4) = 1.41.
      {"Tea", 1, -10 + 8 * 141 / 100, 5 - 8 * 141 / 100},
      {"Tea", 1, -10 + 58 * 141 / 100, 5 - 8 * 141 / 100},
      {"One cup of tea and then we sit down and talk about the weather for "
       "hours.",
       16, -10 + 108, 5 - 8},
      {"Rest!", 2, -10, 5 + 7 * 141 / 100},
      {"Is tea and then we sit down and talk about the old weather for hours?",
       16, -10 + 8 - 3, 5 - 8},
  };
  REQUIRE(sentences.size() == std::size(kCases));
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    CAPTURE(i);
    CHECK((*page)->document.Slice(sentences[i].where) == kCases[i].text);
    CHECK(sentences[i].words == kCases[i].words);
    CHECK(points.Of(i, 0) == kCases[i].first);
    CHECK(points.Of(i, 1) == kCases[i].second);
    CHECK(points.FirstAfter(sentences[i].where.begin) == i);
    CHECK(points.FirstAfter(sentences[i].where.end - 1) == i);
  }
  CHECK(points.FirstAfter((*page)->document.reading_end()) == sentences.size());
}

TEST_CASE("neighbours count, three on each side") {
  const RuleSet::Loaded loaded = testing::LoadText(R"(
[weights.alone]
points = { "good" = 300, "bad" = -400 }
[weights.among]
context  = 60
ordinary = -50
points = { "good" = 300, "bad" = -400 }
)");
  REQUIRE(loaded.errors.empty());
  std::string html = "<p>";
  const std::string_view words[] = {"good",  "plain", "plain", "bad",
                                    "plain", "plain", "plain", "plain"};
  for (const std::string_view word : words)
    html += "Here we say that it is really quite " + std::string(word) +
            " and then we say nothing more. ";
  const auto source = SourceFile::FromBytes("page.html", html + "</p>", {});
  REQUIRE(source);
  const auto page = Linter(loaded.rules, {}).Read(*source);
  REQUIRE(page);
  const SentencePoints& points = (*page)->points;
  REQUIRE(points.sentences().size() == std::size(words));
  // Over an ordinary sentence: 250 (of at most 200), 50, -200 (of at least
  // -250).
  const int kOver[] = {250, 50, 50, -200, 50, 50, 50, 50};
  for (int i = 0; i < 8; ++i) {
    CAPTURE(i);
    int sum = 0;
    for (int j = std::max(0, i - 3); j <= std::min(7, i + 3); ++j)
      sum += j == i ? 0 : kOver[j];
    const auto at = static_cast<std::size_t>(i);
    CHECK(points.Of(at, 1) == points.Of(at, 0) + sum * 60 / 600);
  }
  CHECK(points.CountFrom(0, 1) == 6);
  CHECK(points.AnyFrom(300, 0, {0, 1}));
  CHECK(!points.AnyFrom(1, 0, points.sentences()[2].where));
}

}  // namespace
}  // namespace medlint
