// SPDX-License-Identifier: Apache-2.0
//
// A WordIndex finds a short word in a fixed list of them without comparing it
// to more than one or two: element names, attribute names, words of classes.
// Built by the compiler.
//
// Find() takes constant time.  Words are of ASCII, lower case; case is ignored
// in what is looked up.

#ifndef LINTER_DOCUMENT_WORD_INDEX_H_
#define LINTER_DOCUMENT_WORD_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {

// "kSlots" is a power of two, best four times the number of words.
template <std::size_t kWords, std::size_t kSlots>
class WordIndex {
 public:
  // REQUIRES: no word is empty or there twice
  explicit consteval WordIndex(
      const std::array<std::string_view, kWords>& words)
      : words_(words) {
    static_assert(kWords < 255 && kWords < kSlots);
    for (std::size_t i = 0; i < kWords; ++i) {
      std::size_t slot = SlotOf(words[i]);
      while (slots_[slot] != 0)
        slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint8_t>(i + 1);
    }
  }

  // Returns the index of "word" in the list, or kWords.
  constexpr std::size_t Find(std::string_view word) const {
    if (word.empty()) return kWords;
    for (std::size_t slot = SlotOf(word); slots_[slot] != 0;
         slot = (slot + 1) % kSlots) {
      const std::size_t found = slots_[slot] - std::size_t{1};
      if (Equals(word, words_[found])) return found;
    }
    return kWords;
  }

 private:
  // Of the size and three letters.
  static constexpr std::size_t SlotOf(std::string_view word) {
    const auto letter = [&](std::size_t i) -> std::size_t {
      return static_cast<unsigned char>(ToAsciiLower(word[i]));
    };
    const std::size_t size = word.size();
    const std::size_t hash = letter(0) * 5 + letter(size / 2) * 23 +
                             letter(size - 1) * 97 + size * 41;
    return (hash ^ (hash >> 6U)) % kSlots;
  }

  static constexpr bool Equals(std::string_view word, std::string_view lower) {
    if (word.size() != lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
      if (ToAsciiLower(word[i]) != lower[i]) return false;
    }
    return true;
  }

  std::array<std::string_view, kWords> words_;
  std::array<std::uint8_t, kSlots> slots_ = {};  // index + 1; 0: empty
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_WORD_INDEX_H_
