// SPDX-License-Identifier: Apache-2.0
//
// A ShortWord is a word of the text in the form in which function words and
// abbreviations are listed: ASCII in lower case, a typographic apostrophe
// straight.  No listed word is longer than its room, so longer words are empty
// and equal none; that keeps look-ups free of allocation.

#ifndef LINTER_LANGUAGE_WORD_H_
#define LINTER_LANGUAGE_WORD_H_

#include <array>
#include <cstddef>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/language/word_set.h"

namespace medlint {

class ShortWord {
 public:
  explicit ShortWord(std::string_view word) { Fold(word); }

  // "word" and a full stop: an abbreviation.
  static ShortWord WithStop(std::string_view word) {
    ShortWord abbreviation(word);
    abbreviation.room_[abbreviation.size_++] = '.';
    return abbreviation;
  }

  // Refers to this object.
  std::string_view view() const { return {room_.data(), size_}; }

 private:
  static constexpr std::size_t kRoom = 32;

  void Fold(std::string_view word) {
    constexpr std::string_view kApostrophe = "\u2019";
    for (std::size_t i = 0; i < word.size();) {
      if (size_ == kRoom) {
        size_ = 0;
        return;
      }
      if (word[i] == kApostrophe[0] &&
          word.substr(i).starts_with(kApostrophe)) {
        room_[size_++] = '\'';
        i += kApostrophe.size();
        continue;
      }
      room_[size_++] = ToAsciiLower(word[i++]);
    }
  }

  std::array<char, kRoom + 1> room_{};  // and a stop
  std::size_t size_ = 0;
};

// True if the set lists "word" of the text.
inline bool Lists(const WordSet& set, std::string_view word) {
  return !word.empty() && set.MayHold(word.front(), word.size()) &&
         set.contains(ShortWord(word).view());
}

// True if the set lists "word" of the text and the full stop after it.
inline bool ListsWithStop(const WordSet& set, std::string_view word) {
  return !word.empty() && set.MayHold(word.front(), word.size() + 1) &&
         set.contains(ShortWord::WithStop(word).view());
}

// For each byte, whether it is an ASCII letter or digit.
inline constexpr std::array<bool, 256> kAlnumBytes = [] {
  std::array<bool, 256> alnum{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    alnum[byte] = IsAsciiAlnum(static_cast<char>(byte));
  }
  return alnum;
}();

// True for the bytes of letters, digits and (any) characters beyond ASCII but
// for general punctuation, which begins with E2 80 in UTF-8.
inline bool IsWordByte(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80U) return kAlnumBytes[byte];
  std::size_t lead = at;
  while (lead > 0 && at - lead < 3 && IsContinuationByte(text[lead]))
    --lead;
  return !text.substr(lead).starts_with("\xE2\x80");
}

}  // namespace medlint

#endif  // LINTER_LANGUAGE_WORD_H_
