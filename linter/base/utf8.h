// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 (RFC 3629), one code point at a time.
//
// All functions are pure, and linear in what they read.

#ifndef LINTER_BASE_UTF8_H_
#define LINTER_BASE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace medlint {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacementCharacter;
  std::size_t size = 1;  // bytes read, 1..4
  bool valid = false;    // false: value is U+FFFD and size is 1
};

// Reads the code point that begins at "offset".  Overlong forms, surrogates
// and values over U+10FFFF are not valid.
// REQUIRES: offset < text.size()
CodePoint DecodeUtf8(std::string_view text, std::size_t offset);

// Reads the code point that ends before "offset".
// REQUIRES: 0 < offset <= text.size()
CodePoint DecodeUtf8Before(std::string_view text, std::size_t offset);

// REQUIRES: "value" is a Unicode scalar value
void AppendUtf8(char32_t value, std::string& out);

// Returns the offset of the first byte that is not part of valid UTF-8, or
// text.size().
std::size_t ValidUtf8Prefix(std::string_view text);

// True if every byte is below 80.
bool IsAscii(std::string_view text);

// Returns the number of code points; an invalid byte counts as one.
std::size_t CountCodePoints(std::string_view text);

// True for the bytes 80..BF, which never begin a code point.
constexpr bool IsContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// ASCII only, whatever the locale.
constexpr bool IsAsciiUpper(char c) {
  return 'A' <= c && c <= 'Z';
}
constexpr bool IsAsciiLower(char c) {
  return 'a' <= c && c <= 'z';
}
constexpr bool IsAsciiAlpha(char c) {
  return IsAsciiUpper(c) || IsAsciiLower(c);
}
constexpr bool IsAsciiDigit(char c) {
  return '0' <= c && c <= '9';
}
constexpr bool IsAsciiAlnum(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c);
}
constexpr bool IsAsciiSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr char ToAsciiLower(char c) {
  return IsAsciiUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string ToAsciiLower(std::string_view text);
bool EqualsIgnoringAsciiCase(std::string_view a, std::string_view b);

}  // namespace medlint

#endif  // LINTER_BASE_UTF8_H_
