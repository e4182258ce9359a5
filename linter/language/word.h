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

namespace medlint {

class ShortWord {
 public:
  explicit ShortWord(std::string_view word) {
    constexpr std::string_view kApostrophe = "\u2019";
    for (std::size_t i = 0; i < word.size();) {
      if (size_ == room_.size()) {
        size_ = 0;
        return;
      }
      if (word.substr(i).starts_with(kApostrophe)) {
        room_[size_++] = '\'';
        i += kApostrophe.size();
        continue;
      }
      room_[size_++] = ToAsciiLower(word[i++]);
    }
  }

  // Refers to this object.
  std::string_view view() const { return {room_.data(), size_}; }

 private:
  std::array<char, 32> room_{};
  std::size_t size_ = 0;
};

// True for the bytes of letters, digits and (any) characters beyond ASCII but
// for general punctuation, which begins with E2 80 in UTF-8.
inline bool IsWordByte(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (IsAsciiAlnum(c)) return true;
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x80U) return false;
  std::size_t lead = at;
  while (lead > 0 && at - lead < 3 && IsContinuationByte(text[lead]))
    --lead;
  return !text.substr(lead).starts_with("\xE2\x80");
}

}  // namespace medlint

#endif  // LINTER_LANGUAGE_WORD_H_
