// SPDX-License-Identifier: Apache-2.0

#include "linter/document/labels.h"

#include <cstddef>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/text/span.h"

namespace medlint {

bool IsWideSpace(char32_t c) {
  if (c < 0x80) return c == U' ' || c == U'\t' || c == U'\n';
  return c == 0xA0 || (0x2000 <= c && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

namespace {

constexpr int kMaxPlainWords = 6;
constexpr int kMaxBoldWords = 12;

bool IsDash(char32_t c) {
  return c == U'-' || (0x2010 <= c && c <= 0x2015) || c == 0x2212;
}

bool IsLongDash(char32_t c) {
  return 0x2013 <= c && c <= 0x2015;
}

bool EndsSentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U';' || c == U':' ||
         c == 0x2026;
}

bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Most characters are ASCII.
CodePoint Decode(std::string_view text, Offset at) {
  if (IsAscii(text[at])) return {static_cast<unsigned char>(text[at]), 1, true};
  return DecodeUtf8(text, at);
}

// IsWideSpace() without a call for letters.
bool IsSpace(char32_t c) {
  return c <= U' ' || c >= 0x80 ? IsWideSpace(c) : false;
}

// The first offset in [begin, end) that is no space.
Offset SkipSpaces(std::string_view text, Offset begin, Offset end) {
  while (begin < end) {
    if (IsAscii(text[begin]) && text[begin] > ' ') break;
    const CodePoint c = DecodeUtf8(text, begin);
    if (!IsWideSpace(c.value)) break;
    begin += static_cast<Offset>(c.size);
  }
  return begin;
}

// Where the statement begins if a separator stands at "offset", else 0.
// "after_bold": a colon counts, and so does a long dash without spaces.
Offset StatementAfter(std::string_view text, Offset offset, Offset end,
                      bool after_bold) {
  const Offset at = SkipSpaces(text, offset, end);
  if (at == end) return 0;
  const CodePoint c = Decode(text, at);
  const Offset after = at + static_cast<Offset>(c.size);
  const Offset statement = SkipSpaces(text, after, end);
  const bool spaced = at > offset && statement > after;
  if (statement == end) return 0;
  if (IsDash(c.value) && spaced) return statement;
  if (!after_bold) return 0;
  const bool colon = c.value == U':' && statement > after;
  return colon || IsLongDash(c.value) ? statement : 0;
}

// The label that is the bold run.  Its own last colon or dash is not part of
// it.
TextSpan FindBoldLabel(std::string_view text, TextSpan block, TextSpan bold) {
  TextSpan label = TrimSpan(text, bold);
  if (label.empty()) return {};
  const CodePoint last = DecodeUtf8Before(text, label.end);
  const bool own_separator = last.value == U':' || IsDash(last.value);
  if (own_separator) {
    const Offset rest = SkipSpaces(text, bold.end, block.end);
    if (rest == block.end) return {};
    label.end -= static_cast<Offset>(last.size);
    label = TrimSpan(text, label);
  } else if (StatementAfter(text, bold.end, block.end, true) == 0 &&
             StatementAfter(text, label.end, block.end, true) == 0) {
    return {};
  }
  return CountWords(label.In(text)) <= kMaxBoldWords ? label : TextSpan{};
}

// True if another dash between spaces stands before the end of the sentence.
bool HasDashInSentence(std::string_view text, Offset begin, Offset end) {
  bool after_space = true;
  for (Offset at = begin; at < end;) {
    const CodePoint c = Decode(text, at);
    const Offset next = at + static_cast<Offset>(c.size);
    const bool before_space =
        next < end && IsWideSpace(Decode(text, next).value);
    if (IsDash(c.value) && after_space && before_space) return true;
    if (EndsSentence(c.value) && before_space) return false;
    after_space = IsWideSpace(c.value);
    at = next;
  }
  return false;
}

// False if "c" after a space begins neither a dash nor more space.
bool MayBeginSeparator(char c) {
  return !IsAscii(c) || c == '-' || c == ' ' || c == '\t' || c == '\n';
}

// As StatementAfter(), where the space at "offset" ends a plain label.
Offset PlainStatementAfter(std::string_view text, Offset offset, Offset end) {
  if (offset + 1 >= end || !MayBeginSeparator(text[offset + 1])) return 0;
  return StatementAfter(text, offset, end, false);
}

// "label", unless the dash after it is the first of two.
TextSpan PlainLabel(std::string_view text, TextSpan label, TextSpan statement) {
  const bool insertion =
      HasDashInSentence(text, statement.begin, statement.end);
  return insertion ? TextSpan{} : label;
}

TextSpan FindPlainLabel(std::string_view text, TextSpan block) {
  int words = 0;
  bool in_word = false;
  for (Offset at = block.begin; at < block.end;) {
    const CodePoint c = Decode(text, at);
    if (IsSpace(c.value)) {
      in_word = false;
      const Offset statement =
          words > 0 ? PlainStatementAfter(text, at, block.end) : 0;
      if (statement != 0)
        return PlainLabel(text, {block.begin, at}, {statement, block.end});
    } else {
      words += in_word ? 0 : 1;
      in_word = true;
      if (words > kMaxPlainWords || EndsSentence(c.value)) return {};
    }
    at += static_cast<Offset>(c.size);
  }
  return {};
}

}  // namespace

TextSpan TrimSpan(std::string_view text, TextSpan span) {
  span.begin = SkipSpaces(text, span.begin, span.end);
  while (span.begin < span.end) {
    const char last = text[span.end - 1];
    if (IsAscii(last) && last > ' ') break;
    const CodePoint c = DecodeUtf8Before(text, span.end);
    if (!IsWideSpace(c.value)) break;
    span.end -= static_cast<Offset>(c.size);
  }
  return span;
}

TextSpan FindLabel(std::string_view text, TextSpan block, TextSpan bold) {
  if (!bold.empty()) {
    const TextSpan label = FindBoldLabel(text, block, bold);
    if (!label.empty()) return label;
  }
  return FindPlainLabel(text, block);
}

int CountWords(std::string_view text) {
  int words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = Decode(text, static_cast<Offset>(at));
    const bool space = IsSpace(c.value);
    if (!space && !in_word) ++words;
    in_word = !space;
    at += c.size;
  }
  return words;
}

}  // namespace medlint
