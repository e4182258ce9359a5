// SPDX-License-Identifier: Apache-2.0

#include "linter/match/literal_automaton.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/match/plan_arrays.h"

namespace medlint {
namespace {

using Found = std::vector<std::pair<std::size_t, std::size_t>>;

Found FindAll(const std::vector<std::string>& literals, std::string_view text) {
  PlanVectors vectors;
  for (const std::string& literal : literals)
    AddLiteral(literal, vectors);
  BuildAutomaton(vectors);
  const PlanArrays arrays = ViewOf(vectors);
  const LiteralAutomaton automaton(arrays);
  Found found;
  automaton.FindAll(text, [&](std::uint32_t literal, std::size_t begin) {
    found.emplace_back(begin, literal);
  });
  std::ranges::sort(found);
  return found;
}

Found FindNaively(const std::vector<std::string>& literals,
                  std::string_view text) {
  Found found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (std::size_t i = 0; i < literals.size(); ++i) {
      if (text.substr(at).starts_with(literals[i])) found.emplace_back(at, i);
    }
  }
  return found;
}

TEST_CASE("every occurrence of every literal is found") {
  struct Case {
    std::vector<std::string> literals;
    std::string_view text;
  };
  const Case cases[] = {
      {{}, "abc"},
      {{"a"}, ""},
      {{"he", "she", "his", "hers"}, "ushers his"},
      {{"a", "aa", "aaa"}, "aaaa"},
      {{"abc", "abc", "bc"}, "xabcabc"},
      {{"longer than a key", "longer than", "longer t"},
       "longer than a keys longer than"},
      {{"12345678", "123456789", "2345678x"}, "123456789 12345678x"},
      {{"é", "\xFF"}, "caf\xC3\xA9 \xFF"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK((FindAll(c.literals, c.text) == FindNaively(c.literals, c.text)));
  }
}

TEST_CASE("random literals over a small alphabet") {
  std::mt19937 random(3);
  const auto make = [&](std::size_t size) {
    std::string string;
    while (string.size() < size) {
      string += static_cast<char>('a' + random() % 3);
    }
    return string;
  };
  for (int round = 0; round < 50; ++round) {
    CAPTURE(round);
    std::vector<std::string> literals;
    for (int i = 0; i < 20; ++i)
      literals.push_back(make(1 + random() % 11));
    const std::string text = make(400);
    CHECK((FindAll(literals, text) == FindNaively(literals, text)));
  }
}

}  // namespace
}  // namespace medlint
