// SPDX-License-Identifier: Apache-2.0

#include "linter/page/sentence_points.h"

#include <cstddef>
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

}  // namespace
}  // namespace medlint
