// SPDX-License-Identifier: Apache-2.0

#include "linter/language/word_set.h"

#include <algorithm>
#include <utility>

namespace medlint {

WordSet::WordSet(std::vector<std::string> words) : words_(std::move(words)) {
  std::ranges::sort(words_, [](const std::string& a, const std::string& b) {
    const std::size_t shelf_a = Shelf(a.front());
    const std::size_t shelf_b = Shelf(b.front());
    return shelf_a != shelf_b ? shelf_a < shelf_b : a < b;
  });
  const auto repeated = std::ranges::unique(words_);
  words_.erase(repeated.begin(), repeated.end());
  for (const std::string& word : words_) {
    ++begin_[Shelf(word.front()) + 1];
    NoteLengths(word);
  }
  for (std::size_t shelf = 0; shelf < kShelves; ++shelf) {
    begin_[shelf + 1] += begin_[shelf];
  }
}

// A typographic apostrophe takes two bytes more than a straight one.
void WordSet::NoteLengths(std::string_view word) {
  constexpr char kApostropheLead = '\xE2';
  const auto apostrophes =
      static_cast<std::size_t>(std::ranges::count(word, '\''));
  for (std::size_t typographic = 0; typographic <= apostrophes; ++typographic) {
    const std::size_t bytes = word.size() + 2 * typographic;
    if (bytes >= 64) break;
    const std::uint64_t bit = std::uint64_t{1} << bytes;
    lengths_[Shelf(word.front())] |= bit;
    if (word.front() == '\'') lengths_[Shelf(kApostropheLead)] |= bit;
  }
}

bool WordSet::IsOnShelf(std::string_view word) const {
  const std::size_t shelf = Shelf(word.front());
  for (std::size_t i = begin_[shelf]; i < begin_[shelf + 1]; ++i) {
    if (words_[i] == word) return true;
  }
  return false;
}

}  // namespace medlint
