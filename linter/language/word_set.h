// SPDX-License-Identifier: Apache-2.0
//
// A WordSet is a list of words that is asked far more often than it has the
// answer: most look-ups end at a table of which lengths begin with which
// letter, without reading a word.
//
// Immutable; shared by threads.

#ifndef LINTER_LANGUAGE_WORD_SET_H_
#define LINTER_LANGUAGE_WORD_SET_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

class WordSet {
 public:
  // A word of the text that is longer is in no set.
  static constexpr std::size_t kLongestWord = 31;

  WordSet() = default;
  // Words may repeat.
  // REQUIRES: each has 1 to kLongestWord bytes
  explicit WordSet(std::vector<std::string> words);

  // Any "word" may be asked for.
  bool contains(std::string_view word) const {
    return !word.empty() && MayHold(word.front(), word.size()) &&
           IsOnShelf(word);
  }

  // False if no word that is written with this first byte, of either case, and
  // in that many bytes is in the set, apostrophes being straight or not.
  bool MayHold(char first, std::size_t bytes) const {
    return bytes < 64 && ((lengths_[Shelf(first)] >> bytes) & 1U) != 0;
  }

  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }

  friend bool operator==(const WordSet& a, const WordSet& b) {
    return a.words_ == b.words_;
  }

 private:
  static constexpr std::size_t kShelves = 32;

  // Each letter has its own, which both its cases share.
  static std::size_t Shelf(char first) {
    return static_cast<unsigned char>(first) % kShelves;
  }
  void NoteLengths(std::string_view word);
  bool IsOnShelf(std::string_view word) const;

  std::vector<std::string> words_;                   // by shelf, then in order
  std::array<std::uint32_t, kShelves + 1> begin_{};  // of each shelf
  std::array<std::uint64_t, kShelves> lengths_{};    // bit n: one has n bytes
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_WORD_SET_H_
