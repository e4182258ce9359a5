// SPDX-License-Identifier: Apache-2.0

#include "linter/match/word_weights.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/pattern_plan.h"

namespace medlint {
namespace {

std::vector<SentenceWord> SentenceWordsOf(std::string_view text) {
  std::vector<SentenceWord> words;
  SplitIntoWords(text, {0, static_cast<Offset>(text.size())}, words);
  return words;
}

TEST_CASE("a sentence is split into words, numbers and signs") {
  struct Case {
    std::string_view text;
    std::vector<std::string_view> words;
  };
  const Case cases[] = {
      {"don't panic", {"don't", "panic"}},
      {"it's 'fine', isn't it?", {"it's", "fine", "isn't", "it", "?"}},
      {"dogs' 25.5% pills:", {"dogs", "25", "5", "%", "pills", ":"}},
      {"caf\xC3\xA9-au-lait!", {"caf\xC3\xA9", "au", "lait", "!"}},
      {" , - ", {}},
      {"", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::vector<SentenceWord> words = SentenceWordsOf(c.text);
    REQUIRE(words.size() == c.words.size() + 2);
    CHECK(words.front().key == KeyOfWord("^"));
    CHECK(words.back().key == KeyOfWord("$"));
    for (std::size_t i = 0; i < c.words.size(); ++i) {
      const FoldedSpan where = words[i + 1].where;
      CHECK(c.text.substr(where.begin, where.size()) == c.words[i]);
      const bool number = c.words[i][0] >= '0' && c.words[i][0] <= '9';
      CHECK(words[i + 1].key == KeyOfWord(number ? "#" : c.words[i]));
    }
  }
}

TEST_CASE("regular endings are cut off") {
  struct Case {
    std::string_view words;
    std::string_view stem;
  };
  constexpr Case kCases[] = {
      {"cure cures cured curing", "cur~"},
      {"remedy remedies", "remedy~"},
      {"stop stops stopped stopping", "stop~"},
      {"press presses pressed", "press~"},
      {"quick quickly", "quick~"},
      {"reported reportedly", "report~"},
      {"is", "is~"},
      {"see", "see~"},
      {"dose dosed doses", "dos~"},
      {"caf\xC3\xA9", "caf\xC3\xA9~"},
  };
  for (const Case& c : kCases) {
    for (std::size_t at = 0; at < c.words.size();) {
      const std::size_t end = std::min(c.words.find(' ', at), c.words.size());
      const std::string_view word = c.words.substr(at, end - at);
      CAPTURE(word);
      CHECK(StemOf(word) == c.stem);
      at = end + 1;
    }
  }
}

TEST_CASE("features are written as they are looked up") {
  const FeatureKey a = KeyOfWord("a");
  const FeatureKey b = KeyOfWord("b");
  CHECK(KeyOfFeature("a") == a);
  CHECK(KeyOfFeature("a b") == KeyOfPair(a, b, 0));
  CHECK(KeyOfFeature("a _ b") == KeyOfPair(a, b, 1));
  CHECK(KeyOfPair(a, b, 0) != KeyOfPair(b, a, 0));
  CHECK(KeyOfPair(a, b, 0) != KeyOfPair(a, b, 1));
  CHECK(KeyOfWord("inhaler") != KeyOfWord("inhalers"));
  for (const std::string_view bad :
       {"", "a  b", "a b c", "a _ b c", " a", "a "})
    CHECK(!KeyOfFeature(bad));
}

TEST_CASE("weights add up, and each word gets its share") {
  PatternPlan::Builder builder;
  const auto feature = [](std::string_view text, int points) {
    return std::pair(*KeyOfFeature(text), points);
  };
  const std::pair<FeatureKey, int> points_of[] = {
      feature("throw", 10), feature("throw _ away", 40), feature("^ throw", 6),
      feature("away $", 8), feature("@hedge-2", -7),     feature("#", 1),
      feature("throw~", 2),
  };
  builder.DefineWeights("first", {.bias = 5}, {});
  builder.DefineWeights("second", {.bias = -20}, points_of);
  CHECK(builder.FindWeights("first") == 0U);
  CHECK(builder.FindWeights("second") == 1U);
  CHECK(!builder.FindWeights("third"));
  const PatternPlan plan = builder.Build();
  CHECK(plan.Weights(0).constants().bias == 5);
  CHECK(plan.Weights(0).Of(KeyOfWord("throw")) == 0);
  const WordWeights weights = plan.Weights(1);
  CHECK(weights.constants().bias == -20);
  CHECK(weights.Of(KeyOfWord("@hedge-2")) == -7);

  const auto sum_of = [&](std::string_view text) {
    std::vector<FeatureKey> keys;
    ReadKeys(SentenceWordsOf(text), keys);
    return weights.SumOf(keys);
  };
  CHECK(sum_of("throw it away") == 10 + 2 + 40 + 6 + 8);
  CHECK(sum_of("throwing it") == 2);
  CHECK(sum_of("12 times 3") == 2);
  CHECK(sum_of("") == 0);
  // In halves of a point: "^", "throw", "it", "away", "$".
  const std::vector<int> shares =
      weights.Shares(SentenceWordsOf("throw it away"), {});
  CHECK(shares == std::vector<int>{6, 20 + 4 + 40 + 6, 0, 40 + 8, 8});
  CHECK(std::accumulate(shares.begin(), shares.end(), 0) ==
        2 * sum_of("throw it away"));
}

TEST_CASE("groups of words count as one of their class besides") {
  PatternPlan::Builder builder;
  const auto feature = [](std::string_view text, int points) {
    return std::pair(*KeyOfFeature(text), points);
  };
  const std::pair<FeatureKey, int> points_of[] = {
      feature("[illness]", 10),  feature("eases [illness]", 40),
      feature("eases sore", 6),  feature("[remedy] _ [illness]", 20),
      feature("[illness] $", 3), feature("eases", 1),
  };
  builder.DefineWeights("weights", {.bias = 0}, points_of);
  const PatternPlan plan = builder.Build();
  const WordWeights weights = plan.Weights(0);

  // "^", "ginger", "eases", "sore", "throats", "$".
  const auto words = SentenceWordsOf("ginger eases sore throats");
  const WordGroup groups[] = {{.feature = "[remedy]",
                               .key = KeyOfWord("[remedy]"),
                               .begin = 1,
                               .end = 2},
                              {.feature = "[illness]",
                               .key = KeyOfWord("[illness]"),
                               .begin = 3,
                               .end = 5}};
  std::vector<WordGroup> row;
  SplitIntoGroups(words, groups, row);
  REQUIRE(row.size() == 5);
  CHECK(row[1] == groups[0]);
  CHECK(row[2].feature.empty());
  CHECK(row[2].key == KeyOfWord("eases"));
  CHECK(row[3] == groups[1]);
  CHECK(row[4].begin == 5);

  std::vector<FeatureKey> keys;
  ReadKeys(words, keys);
  CHECK(weights.SumOf(keys) == 1 + 6);
  AddGroupKeys(row, keys);
  CHECK(weights.SumOf(keys) == 1 + 6 + 10 + 40 + 20 + 3);
  // A group's points are those of its first word, in halves of a point.
  CHECK(weights.Shares(words, row) ==
        std::vector<int>{0, 20, 2 + 6 + 40, 6 + 20 + 40 + 20 + 3, 0, 3});
}

TEST_CASE("a large table keeps every feature") {
  std::vector<std::pair<FeatureKey, int>> features;
  for (int i = 0; i < 5000; ++i)
    features.emplace_back(KeyOfWord("w" + std::to_string(i)), i - 2500);
  PatternPlan::Builder builder;
  builder.DefineWeights("large", {}, features);
  const PatternPlan plan = builder.Build();
  for (const auto& [key, points] : features)
    CHECK(plan.Weights(0).Of(key) == points);
  CHECK(plan.Weights(0).Of(KeyOfWord("w5000")) == 0);
}

}  // namespace
}  // namespace medlint
