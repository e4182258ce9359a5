// SPDX-License-Identifier: Apache-2.0

#include "linter/document/labels.h"

#include <cstddef>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/text/span.h"

namespace medlint {
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

// The first offset in [begin, end) that is no space.
Offset SkipSpaces(std::string_view text, Offset begin, Offset end) {
  while (begin < end) {
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
  const CodePoint c = DecodeUtf8(text, at);
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
    const CodePoint c = DecodeUtf8(text, at);
    const Offset next = at + static_cast<Offset>(c.size);
    const bool before_space =
        next < end && IsWideSpace(DecodeUtf8(text, next).value);
    if (IsDash(c.value) && after_space && before_space) return true;
    if (EndsSentence(c.value) && before_space) return false;
    after_space = IsWideSpace(c.value);
    at = next;
  }
  return false;
}

TextSpan FindPlainLabel(std::string_view text, TextSpan block) {
  int words = 0;
  bool in_word = false;
  for (Offset at = block.begin; at < block.end;) {
    const CodePoint c = DecodeUtf8(text, at);
    if (IsWideSpace(c.value)) {
      in_word = false;
      const Offset statement =
          words > 0 ? StatementAfter(text, at, block.end, false) : 0;
      if (statement != 0) {
        return HasDashInSentence(text, statement, block.end)
                   ? TextSpan{}
                   : TextSpan{block.begin, at};
      }
    } else {
      if (EndsSentence(c.value)) return {};
      if (!in_word && ++words > kMaxPlainWords) return {};
      in_word = true;
    }
    at += static_cast<Offset>(c.size);
  }
  return {};
}

}  // namespace

bool IsWideSpace(char32_t c) {
  return c == U' ' || c == 0xA0 || (0x2000 <= c && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == U'\t' || c == U'\n';
}

TextSpan TrimSpan(std::string_view text, TextSpan span) {
  span.begin = SkipSpaces(text, span.begin, span.end);
  while (span.begin < span.end) {
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
    const CodePoint c = DecodeUtf8(text, at);
    const bool space = IsWideSpace(c.value);
    if (!space && !in_word) ++words;
    in_word = !space;
    at += c.size;
  }
  return words;
}

}  // namespace medlint
