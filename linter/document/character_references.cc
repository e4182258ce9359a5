// SPDX-License-Identifier: Apache-2.0

#include "linter/document/character_references.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/markup.h"
#include "linter/document/text_builder.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

struct NamedReference {
  std::string_view name;  // without '&', with ';' where it is required
  std::string_view text;
};

// NOLINTNEXTLINE(modernize-avoid-c-arrays)
constexpr NamedReference kNamed[] = {
#define MEDLINT_REFERENCE(name, text) {name, text},
#include "linter/document/character_references.inc"
#undef MEDLINT_REFERENCE
};
constexpr std::size_t kNamedCount = std::size(kNamed);
constexpr std::size_t kMaxName = 32;       // CounterClockwiseContourIntegral;
constexpr std::size_t kMaxLegacyName = 6;  // frac12

consteval std::size_t TotalSize(std::string_view NamedReference::*member) {
  std::size_t size = 0;
  for (const NamedReference& reference : kNamed)
    size += (reference.*member).size();
  return size;
}

// The strings of one column end to end: 4,462 pointers would have to be
// relocated whenever the program starts, offsets need not.
template <std::size_t kSize>
struct Column {
  std::array<char, kSize> bytes = {};
  std::array<std::uint16_t, kNamedCount + 1> begins = {};

  constexpr std::string_view At(std::size_t i) const {
    return {bytes.data() + begins[i],
            static_cast<std::size_t>(begins[i + 1] - begins[i])};
  }
};

template <std::size_t kSize>
consteval Column<kSize> MakeColumn(std::string_view NamedReference::*member) {
  static_assert(kSize <= 0xFFFF);
  Column<kSize> column;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kNamedCount; ++i) {
    for (const char c : kNamed[i].*member)
      column.bytes[at++] = c;
    column.begins[i + 1] = static_cast<std::uint16_t>(at);
  }
  return column;
}

constexpr auto kReferenceNames =
    MakeColumn<TotalSize(&NamedReference::name)>(&NamedReference::name);
constexpr auto kTexts =
    MakeColumn<TotalSize(&NamedReference::text)>(&NamedReference::text);

// Returns the index of "name", or kNamedCount.
std::size_t FindNamed(std::string_view name) {
  std::size_t begin = 0;
  std::size_t end = kNamedCount;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (kReferenceNames.At(middle) < name) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin < kNamedCount && kReferenceNames.At(begin) == name ? begin
                                                                  : kNamedCount;
}

CharacterReference ReadNamed(std::string_view source, std::size_t offset,
                             bool in_attribute) {
  const std::string_view rest = source.substr(offset + 1, kMaxName);
  std::size_t size = 0;
  while (size < rest.size() && IsAsciiAlnum(rest[size]))
    ++size;
  if (size < rest.size() && rest[size] == ';') {
    const std::size_t found = FindNamed(rest.substr(0, size + 1));
    if (found < kNamedCount) return {size + 2, std::string(kTexts.At(found))};
  }
  for (std::size_t n = std::min(size, kMaxLegacyName); n >= 2; --n) {
    const std::size_t found = FindNamed(rest.substr(0, n));
    if (found == kNamedCount) continue;
    // "?a=1&copy=2" is an address, not a copyright sign.
    const char next = n < rest.size() ? rest[n] : '\0';
    if (in_attribute && (next == '=' || IsAsciiAlnum(next))) return {};
    return {n + 1, std::string(kTexts.At(found))};
  }
  return {};
}

// What &#128; to &#159; mean, by windows-1252; 0: the C1 control itself.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr char32_t kLimit = 0x110000;

std::string TextOfNumber(char32_t value) {
  if (value == 0 || value >= kLimit || (0xD800 <= value && value < 0xE000))
    value = kReplacementCharacter;
  if (0x80 <= value && value < 0xA0 && kWindows1252[value - 0x80] != 0)
    value = kWindows1252[value - 0x80];
  std::string text;
  if (value == 0x7F) return text;
  if (value < 0x20 && !IsAsciiSpace(static_cast<char>(value))) return text;
  AppendUtf8(value, text);
  return text;
}

// Returns the value of a digit in base 16, or 16.
unsigned DigitValue(char c) {
  if (IsAsciiDigit(c)) return static_cast<unsigned>(c - '0');
  const char lower = ToAsciiLower(c);
  if ('a' <= lower && lower <= 'f')
    return static_cast<unsigned>(lower - 'a') + 10;
  return 16;
}

CharacterReference ReadNumeric(std::string_view source, std::size_t offset) {
  std::size_t at = offset + 2;
  unsigned base = 10;
  if (at < source.size() && ToAsciiLower(source[at]) == 'x') {
    base = 16;
    ++at;
  }
  const std::size_t first = at;
  char32_t value = 0;
  for (; at < source.size() && DigitValue(source[at]) < base; ++at)
    value = std::min<char32_t>(kLimit, value * base + DigitValue(source[at]));
  if (at == first) return {};
  if (at < source.size() && source[at] == ';') ++at;
  return {at - offset, TextOfNumber(value)};
}

}  // namespace

CharacterReference ReadCharacterReference(std::string_view source,
                                          std::size_t offset,
                                          bool in_attribute) {
  if (offset + 1 >= source.size()) return {};
  if (source[offset + 1] == '#') return ReadNumeric(source, offset);
  return ReadNamed(source, offset, in_attribute);
}

void AppendAttributeText(std::string_view source, CleanSpan value,
                         std::string& text, TextMap& map) {
  TextBuilder builder(source.substr(0, value.end), text, map);
  builder.AddText(value, TextBuilder::References::kAttribute);
}

}  // namespace medlint
