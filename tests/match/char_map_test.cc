// SPDX-License-Identifier: Apache-2.0

#include "linter/match/char_map.h"

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

using Places = std::vector<std::size_t>;
using Runs = std::vector<std::pair<std::size_t, std::size_t>>;

Places WordsOf(std::string_view text) {
  const CharMap chars(text);
  Places words;
  if (text.empty()) return words;
  const std::size_t last = text.size() - 1;
  for (std::size_t at = chars.NextWord(0, last); at <= last;
       at = chars.NextWord(at + 1, last)) {
    words.push_back(at);
  }
  return words;
}

Places WordsByWordEdge(std::string_view text) {
  Places words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsContinuationByte(text[at]) &&
        IsWordCharacter(DecodeUtf8(text, at).value) && BeginsAtEdge(text, at)) {
      words.push_back(at);
    }
  }
  return words;
}

Runs RunsOf(std::string_view text, CharKinds kinds) {
  Runs runs;
  CharMap(text).FindRuns(0, text.size(), kinds,
                         [&](std::size_t begin, std::size_t end) {
                           runs.emplace_back(begin, end);
                         });
  return runs;
}

TEST_CASE("runs of a kind") {
  struct Case {
    CharKinds kinds;
    std::string_view text;
    Runs runs;
  };
  const std::string long_run = std::string(63, '1') + "22" + ' ' + "3";
  const Case cases[] = {
      {kDigit, "", {}},
      {kDigit, "12 a3\n4", {{0, 2}, {4, 5}, {6, 7}}},
      {kCapital, "AB c DE", {{0, 2}, {5, 7}}},
      {kDigit | kCapital, "A1 b2", {{0, 2}, {4, 5}}},
      {kWideSign, "a€€b\n→", {{1, 7}, {9, 12}}},
      {kDigit, long_run, {{0, 65}, {66, 67}}},
      {kCapital, long_run, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK((RunsOf(c.text, c.kinds) == c.runs));
  }
}

TEST_CASE("runs in a part of the text") {
  Runs runs;
  CharMap("12 345").FindRuns(1, 5, kDigit,
                             [&](std::size_t begin, std::size_t end) {
                               runs.emplace_back(begin, end);
                             });
  CHECK((runs == Runs{{1, 2}, {3, 5}}));
}

TEST_CASE("words begin where word_edge.h says") {
  static constexpr const char* kParts[] = {
      "a",        "Z",        "_", "7",    " ", "\n", "'", "’", "-", "é",
      "\xCC\x81", "\xC2\xAD", "“", "\x7F", "[", "`",  "{", "/", ":", "@"};
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t parts = random() % 100;
    for (std::size_t i = 0; i < parts; ++i)
      text += kParts[random() % std::size(kParts)];
    CAPTURE(text);
    CHECK((WordsOf(text) == WordsByWordEdge(text)));
  }
}

}  // namespace
}  // namespace medlint
