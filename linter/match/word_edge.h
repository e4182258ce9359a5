// SPDX-License-Identifier: Apache-2.0
//
// Where words begin and end.
//
// A word is a run of Unicode letters, digits, combining marks and underscores.
// An apostrophe between two letters is inside a word ("don't", "cancer's"); a
// hyphen is not.  Characters that no reader sees (IsInvisible) are looked
// through, so that a soft hyphen does not make two words of one.
//
// All functions are pure and look at no more than the nearest two visible
// characters on each side of a place.

#ifndef LINTER_MATCH_WORD_EDGE_H_
#define LINTER_MATCH_WORD_EDGE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {

bool IsLetter(char32_t c);
bool IsWordCharacter(char32_t c);

// Space, tab, and the spaces of Unicode; not '\n'.
bool IsBlank(char32_t c);

// Nearly all neighbours are plain ASCII, and an edge is looked for at every
// anchor of the page: this much is decided without a call.
enum class PlainByte : std::uint8_t { kUnsure, kGap, kInWord };

constexpr std::array<PlainByte, 256> MakePlainBytes() {
  std::array<PlainByte, 256> table{};
  for (std::size_t i = 0; i < 0x7F; ++i) {
    const char c = static_cast<char>(i);
    table[i] =
        IsAsciiAlnum(c) || c == '_' ? PlainByte::kInWord : PlainByte::kGap;
  }
  table['\''] = PlainByte::kUnsure;
  return table;
}

inline constexpr std::array<PlainByte, 256> kPlainBytes = MakePlainBytes();

// The same as the functions below, for what is not plain.
bool InsideWordSlowly(std::string_view text, std::size_t at);
bool BeginsAtEdgeSlowly(std::string_view text, std::size_t begin);
bool EndsAtEdgeSlowly(std::string_view text, std::size_t end);

inline PlainByte PlainByteAt(std::string_view text, std::size_t at) {
  return kPlainBytes[static_cast<unsigned char>(text[at])];
}

// True if the characters before and after "at" belong to one word.
// REQUIRES: at <= text.size(), and is between two characters
inline bool InsideWord(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const PlainByte left = PlainByteAt(text, at - 1);
  const PlainByte right = PlainByteAt(text, at);
  if (left == PlainByte::kUnsure || right == PlainByte::kUnsure) {
    return InsideWordSlowly(text, at);
  }
  return left == PlainByte::kInWord && right == PlainByte::kInWord;
}

// True unless the range begins (ends) with a word character in the middle of a
// word.
// REQUIRES: begin < end <= text.size()
inline bool BeginsAtEdge(std::string_view text, std::size_t begin) {
  if (begin == 0 || begin >= text.size()) return true;
  const PlainByte first = PlainByteAt(text, begin);
  if (first == PlainByte::kGap) return true;
  const PlainByte left = PlainByteAt(text, begin - 1);
  if (first == PlainByte::kUnsure || left == PlainByte::kUnsure) {
    return BeginsAtEdgeSlowly(text, begin);
  }
  return left == PlainByte::kGap;
}
inline bool EndsAtEdge(std::string_view text, std::size_t end) {
  if (end == 0 || end >= text.size()) return true;
  const PlainByte last = PlainByteAt(text, end - 1);
  if (last == PlainByte::kGap) return true;
  const PlainByte right = PlainByteAt(text, end);
  if (last == PlainByte::kUnsure || right == PlainByte::kUnsure) {
    return EndsAtEdgeSlowly(text, end);
  }
  return right == PlainByte::kGap;
}

}  // namespace medlint

#endif  // LINTER_MATCH_WORD_EDGE_H_
