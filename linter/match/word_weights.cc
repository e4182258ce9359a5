// SPDX-License-Identifier: Apache-2.0

#include "linter/match/word_weights.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;

// Multiplies and folds the high bits down; the mixing of wyhash, in 64 bits.
std::uint64_t Mix(std::uint64_t a) {
  a ^= a >> 32U;
  a *= kMultiplier;
  a ^= a >> 29U;
  return a;
}

bool IsWordByte(char c) {
  return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Signs that readers take as words.
bool IsSign(char c) {
  return c == '?' || c == '!' || c == ':' || c == '%';
}

// 0 marks a slot that is free.
FeatureKey NotZero(std::uint64_t key) {
  return key == 0 ? 1 : key;
}

// Calls "f" with every two of "items", words or groups, that make a pair, and
// with how many stand between them.
template <typename Item, typename F>
void ForEachPair(std::span<const Item> items, const F& f) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t gap = 0; gap < 2 && i + gap + 1 < items.size(); ++gap) {
      f(items[i], items[i + gap + 1], static_cast<int>(gap));
    }
  }
}

// Of two single words ReadKeys() has the pair.
bool IsPairOfClass(const WordGroup& one, const WordGroup& other) {
  return !one.feature.empty() || !other.feature.empty();
}

const FeatureKey kNumber = KeyOfWord("#");
const FeatureKey kBegin = KeyOfWord("^");
const FeatureKey kEnd = KeyOfWord("$");

}  // namespace

// Keys are in the machine's order of bytes: tables are made for the machine
// that medlint is built for.
FeatureKey KeyOfWord(std::string_view word) {
  std::uint64_t key = word.size();
  while (word.size() >= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), 8);
    key = Mix(key ^ bytes) + kMultiplier;
    word.remove_prefix(8);
  }
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, word.data(), word.size());
  return NotZero(Mix(Mix(key ^ bytes)));
}

FeatureKey KeyOfPair(FeatureKey first, FeatureKey second, int gap) {
  return NotZero(Mix(first * 3 + std::rotl(second, 17 + gap) +
                     static_cast<unsigned>(gap)));
}

std::optional<FeatureKey> KeyOfFeature(std::string_view feature) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at <= feature.size();) {
    const std::size_t end = std::min(feature.find(' ', at), feature.size());
    if (end == at) return std::nullopt;
    words.push_back(feature.substr(at, end - at));
    at = end + 1;
  }
  switch (words.size()) {
    case 1:
      return KeyOfWord(words[0]);
    case 2:
      return KeyOfPair(KeyOfWord(words[0]), KeyOfWord(words[1]), 0);
    case 3:
      if (words[1] != "_") return std::nullopt;
      return KeyOfPair(KeyOfWord(words[0]), KeyOfWord(words[2]), 1);
    default:
      return std::nullopt;
  }
}

// ci/train-weights does the same.
std::string StemOf(std::string_view word) {
  struct Ending {
    std::string_view from;
    std::string_view to;
  };
  static constexpr Ending kEndings[] = {{"ies", "y"}, {"ing", ""}, {"edly", ""},
                                        {"ed", ""},   {"ly", ""},  {"es", ""},
                                        {"s", ""}};
  static constexpr std::string_view kDoubled = "bdgmnprt";
  std::string stem(word);
  for (const Ending& ending : kEndings) {
    const bool cuts = word.ends_with(ending.from) &&
                      word.size() >= ending.from.size() + 3 &&
                      !(ending.from == "s" && word.ends_with("ss"));
    if (!cuts) continue;
    stem.resize(word.size() - ending.from.size());
    stem += ending.to;
    break;
  }
  if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
  if (stem.size() > 3 && stem.back() == stem[stem.size() - 2] &&
      kDoubled.find(stem.back()) != std::string_view::npos) {
    stem.pop_back();
  }
  stem += '~';
  return stem;
}

void SplitIntoWords(std::string_view text, FoldedSpan sentence,
                    std::vector<SentenceWord>& words) {
  words.clear();
  words.push_back({.key = kBegin, .stem = 0, .where = {}});
  for (Offset at = sentence.begin; at < sentence.end;) {
    const Offset begin = at;
    const char c = text[at++];
    if (IsWordByte(c)) {
      // An apostrophe between letters is inside the word.
      while (at < sentence.end && (IsWordByte(text[at]) ||
                                   (text[at] == '\'' && at + 1 < sentence.end &&
                                    IsWordByte(text[at + 1])))) {
        ++at;
      }
      const std::string_view word = text.substr(begin, at - begin);
      words.push_back({.key = KeyOfWord(word),
                       .stem = KeyOfWord(StemOf(word)),
                       .where = {begin, at}});
    } else if (IsAsciiDigit(c)) {
      while (at < sentence.end && IsAsciiDigit(text[at]))
        ++at;
      words.push_back({.key = kNumber, .stem = 0, .where = {begin, at}});
    } else if (IsSign(c)) {
      words.push_back(
          {.key = KeyOfWord({&c, 1}), .stem = 0, .where = {begin, at}});
    }
  }
  words.push_back({.key = kEnd, .stem = 0, .where = {}});
}

void ReadKeys(std::span<const SentenceWord> words,
              std::vector<FeatureKey>& keys) {
  keys.clear();
  for (const SentenceWord& word : words) {
    if (!word.where.empty()) keys.push_back(word.key);
    if (word.stem != 0) keys.push_back(word.stem);
  }
  ForEachPair(words,
              [&](const SentenceWord& one, const SentenceWord& other, int gap) {
                keys.push_back(KeyOfPair(one.key, other.key, gap));
              });
}

void SplitIntoGroups(std::span<const SentenceWord> words,
                     std::span<const WordGroup> groups,
                     std::vector<WordGroup>& row) {
  row.clear();
  for (std::size_t i = 0; i < words.size();) {
    WordGroup next = {
        .feature = "", .key = words[i].key, .begin = i, .end = i + 1};
    if (!groups.empty() && groups.front().begin == i) {
      next = groups.front();
      groups = groups.subspan(1);
    }
    row.push_back(next);
    i = next.end;
  }
}

void AddGroupKeys(std::span<const WordGroup> row,
                  std::vector<FeatureKey>& keys) {
  for (const WordGroup& group : row) {
    if (!group.feature.empty()) keys.push_back(group.key);
  }
  ForEachPair(row, [&](const WordGroup& one, const WordGroup& other, int gap) {
    if (IsPairOfClass(one, other))
      keys.push_back(KeyOfPair(one.key, other.key, gap));
  });
}

int WordWeights::Of(FeatureKey key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = key & mask; slots_[i].key != 0; i = (i + 1) & mask) {
    if (slots_[i].key == key) return slots_[i].points;
  }
  return 0;
}

std::vector<int> WordWeights::Shares(std::span<const SentenceWord> words,
                                     std::span<const WordGroup> row) const {
  std::vector<int> points(words.size(), 0);
  const auto share_pair = [&](const WordGroup& one, const WordGroup& other,
                              int gap) {
    const int pair = Of(KeyOfPair(one.key, other.key, gap));
    points[one.begin] += pair;
    points[other.begin] += pair;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].where.empty()) points[i] += 2 * Of(words[i].key);
    if (words[i].stem != 0) points[i] += 2 * Of(words[i].stem);
  }
  std::vector<WordGroup> alone;
  SplitIntoGroups(words, {}, alone);
  ForEachPair(std::span<const WordGroup>(alone), share_pair);
  for (const WordGroup& group : row) {
    if (!group.feature.empty()) points[group.begin] += 2 * Of(group.key);
  }
  ForEachPair(row, [&](const WordGroup& one, const WordGroup& other, int gap) {
    if (IsPairOfClass(one, other)) share_pair(one, other, gap);
  });
  return points;
}

void AddWeightTable(std::string_view name, const WeightConstants& constants,
                    std::span<const std::pair<FeatureKey, int>> features,
                    PlanVectors& vectors) {
  // Half of the slots stay free, so that a look-up in vain ends soon.
  const std::size_t size = std::bit_ceil(2 * features.size() + 2);
  WeightTable& table = vectors.weight_tables.emplace_back();
  table.name = AppendText(name, vectors.weight_names);
  table.constants = constants;
  table.slots = {
      .begin = static_cast<std::uint32_t>(vectors.weight_slots.size()),
      .size = static_cast<std::uint32_t>(size)};
  vectors.weight_slots.resize(vectors.weight_slots.size() + size);
  const std::span<WeightSlot> slots =
      std::span(vectors.weight_slots).subspan(table.slots.begin, size);
  for (const auto& [key, points] : features) {
    std::size_t i = key & (size - 1);
    while (slots[i].key != 0)
      i = (i + 1) & (size - 1);
    slots[i].key = key;
    slots[i].points = points;
  }
}

}  // namespace medlint
