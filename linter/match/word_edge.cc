// SPDX-License-Identifier: Apache-2.0

#include "linter/match/word_edge.h"

#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

constexpr char32_t kNone = U'\n';  // what stands beyond the ends of the text

bool HasCategory(char32_t c, std::uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0;
}

bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019';
}

// The nearest visible character that ends at or before "at", which is moved
// before it.
char32_t Before(std::string_view text, std::size_t& at) {
  while (at > 0) {
    const CodePoint point = DecodeUtf8Before(text, at);
    at -= point.size;
    if (!IsInvisible(point.value)) return point.value;
  }
  return kNone;
}

char32_t After(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const CodePoint point = DecodeUtf8(text, at);
    at += point.size;
    if (!IsInvisible(point.value)) return point.value;
  }
  return kNone;
}

}  // namespace

bool IsLetter(char32_t c) {
  if (c < 0x80) return IsAsciiAlpha(static_cast<char>(c));
  return HasCategory(c, U_GC_L_MASK);
}

bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return kPlainBytes[c] == PlainByte::kInWord;
  return HasCategory(c, U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}

bool IsBlank(char32_t c) {
  if (c < 0x80) return c == U' ' || c == U'\t';
  return HasCategory(c, U_GC_ZS_MASK);
}

bool InsideWordSlowly(std::string_view text, std::size_t at) {
  std::size_t back = at;
  std::size_t forth = at;
  const char32_t before = Before(text, back);
  const char32_t after = After(text, forth);
  if (IsWordCharacter(before) && IsWordCharacter(after)) return true;
  if (IsApostrophe(after)) {
    const bool letter = IsLetter(before) || HasCategory(before, U_GC_M_MASK);
    return letter && IsLetter(After(text, forth));
  }
  if (IsApostrophe(before) && IsLetter(after)) {
    const char32_t second = Before(text, back);
    return IsLetter(second) || HasCategory(second, U_GC_M_MASK);
  }
  return false;
}

bool BeginsAtEdgeSlowly(std::string_view text, std::size_t begin) {
  return !IsWordCharacter(DecodeUtf8(text, begin).value) ||
         !InsideWord(text, begin);
}

bool EndsAtEdgeSlowly(std::string_view text, std::size_t end) {
  return !IsWordCharacter(DecodeUtf8Before(text, end).value) ||
         !InsideWord(text, end);
}

}  // namespace medlint
