// SPDX-License-Identifier: Apache-2.0

#include "linter/document/json_string.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// The value of a hexadecimal digit, or -1.
int HexValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The code unit of "\uXXXX" at the beginning of "text", or -1.
int ReadCodeUnit(std::string_view text) {
  if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return -1;
  int unit = 0;
  for (const char c : text.substr(2, 4)) {
    const int digit = HexValue(c);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool IsHighSurrogate(int unit) {
  return 0xD800 <= unit && unit < 0xDC00;
}
bool IsLowSurrogate(int unit) {
  return 0xDC00 <= unit && unit < 0xE000;
}

struct Escape {
  char32_t value = 0;
  Offset size = 2;  // bytes
};

// REQUIRES: "text" begins with a valid escape
Escape ReadEscape(std::string_view text) {
  switch (text[1]) {
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      return {U' ', 2};
    case 'u':
      break;
    default:
      return {static_cast<char32_t>(text[1]), 2};
  }
  const int unit = ReadCodeUnit(text);
  if (0x08 <= unit && unit <= 0x0D) return {U' ', 6};
  if (IsHighSurrogate(unit)) {
    const int low = ReadCodeUnit(text.substr(6));
    if (IsLowSurrogate(low)) {
      const int value = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      return {static_cast<char32_t>(value), 12};
    }
  }
  if (IsHighSurrogate(unit) || IsLowSurrogate(unit))
    return {kReplacementCharacter, 6};
  return {static_cast<char32_t>(unit), 6};
}

// Appends characters to a text and its map, runs of white space as one space.
class Writer {
 public:
  Writer(std::string& text, TextMap& map) : text_(text), map_(map) {}

  void Space(CleanSpan origin) {
    if (started_ && space_.empty()) space_ = origin;
  }

  void Verbatim(std::string_view bytes, Offset origin) {
    FlushSpace();
    text_ += bytes;
    map_.AppendVerbatim(static_cast<Offset>(bytes.size()), origin);
  }

  void Atomic(char32_t c, CleanSpan origin) {
    FlushSpace();
    const std::size_t before = text_.size();
    AppendUtf8(c, text_);
    map_.AppendAtomic(static_cast<Offset>(text_.size() - before), origin);
  }

 private:
  void FlushSpace() {
    started_ = true;
    if (space_.empty()) return;
    text_ += ' ';
    map_.AppendAtomic(1, space_);
    space_ = {};
  }

  std::string& text_;
  TextMap& map_;
  CleanSpan space_;  // waiting for the next character
  bool started_ = false;
};

}  // namespace

JsonString::JsonString(std::string_view source, Offset begin, Offset end)
    : source_(source), content_{begin + 1, end}, next_(end) {
  for (Offset at = begin + 1; at < end;) {
    const char c = source[at];
    if (c == '"') {
      content_.end = at;
      next_ = at + 1;
      return;
    }
    if (static_cast<unsigned char>(c) < 0x20 && raw_control_ == 0)
      raw_control_ = at;
    if (c != '\\') {
      ++at;
      continue;
    }
    const std::string_view rest = source.substr(at, end - at);
    const bool simple =
        rest.size() > 1 &&
        std::string_view("\"\\/bfnrt").find(rest[1]) != std::string_view::npos;
    if (!simple && ReadCodeUnit(rest) < 0) {
      next_ = at;
      problem_ = "no such escape in a string";
      return;
    }
    at += simple ? 2 : 6;
  }
  problem_ = "a string without its closing quote";
}

void JsonString::AppendTo(std::string& text, TextMap& map) const {
  Writer writer(text, map);
  for (Offset at = content_.begin; at < content_.end;) {
    const char c = source_[at];
    if (c == '\\') {
      const Escape escape = ReadEscape(source_.substr(at, content_.end - at));
      const CleanSpan origin{at, at + escape.size};
      if (escape.value == U' ') {
        writer.Space(origin);
      } else if (escape.value >= 0x20 && escape.value != 0x7F) {
        writer.Atomic(escape.value, origin);
      }
      at = origin.end;
      continue;
    }
    const auto size = static_cast<Offset>(DecodeUtf8(source_, at).size);
    if (IsAsciiSpace(c)) {
      writer.Space({at, at + 1});
    } else if (c != '\x7F') {
      writer.Verbatim(source_.substr(at, size), at);
    }
    at += size;
  }
}

std::string JsonString::Decoded() const {
  std::string text;
  TextMap map;
  AppendTo(text, map);
  return text;
}

bool IsJsonNumber(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && IsAsciiDigit(text[at]))
      ++at;
    return at > begin;
  };
  const auto take = [&](std::string_view any) {
    if (at == text.size() || any.find(text[at]) == std::string_view::npos)
      return false;
    ++at;
    return true;
  };
  take("-");
  if (!take("0") && !digits()) return false;
  if (take(".") && !digits()) return false;
  if (take("eE")) {
    take("+-");
    if (!digits()) return false;
  }
  return at == text.size();
}

}  // namespace medlint
