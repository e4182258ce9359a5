// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/syntax_mistake.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/error.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

using Fault = TomlItem::Fault;
using Kind = TomlItem::Kind;

std::size_t EndOfLine(std::string_view text, std::size_t from) {
  std::size_t end = std::min(text.find('\n', from), text.size());
  while (end > from && IsAsciiSpace(text[end - 1]))
    --end;
  return end;
}

// The first byte after the "=" that is not blank.
std::size_t ValueBegin(const TomlItem& item, std::string_view text) {
  if (item.equals == TomlItem::kNowhere) return item.begin;
  std::size_t i = item.equals + 1;
  while (i < item.end && (text[i] == ' ' || text[i] == '\t'))
    ++i;
  return i;
}

// A name for the character that "at" points to.
std::string Found(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "the end of the file";
  if (text[at] == '\n' || text[at] == '\r') return "the end of the line";
  if (text[at] == '\t') return "a tab";
  return Quoted(text.substr(at, DecodeUtf8(text, at).size));
}

SyntaxMistake DescribeFault(const TomlItem& item, std::string_view text) {
  const std::size_t at = item.fault_at;
  const std::string quote(1, text[at]);
  switch (item.fault) {
    case Fault::kOpenString:
      return {"the string is not closed on its line",
              "end it with " + Quoted(quote) +
                  "; a text of several lines stands between three quotes",
              at, EndOfLine(text, at)};
    case Fault::kOpenText:
      return {"the text that begins here is never closed",
              "end it with " + Quoted(quote + quote + quote), at, at + 3};
    case Fault::kOpenArray:
      return {"the array that begins here is not closed",
              "add `]` after its last entry", at, at + 1};
    case Fault::kOpenTable:
      return {"the table that begins here is not closed on its line",
              "add `}`; a table in braces must stand on one line", at, at + 1};
    case Fault::kNone:
      break;
  }
  assert(false);
  return {};
}

// Header or key of the same name before "culprit", in the same table.
const TomlItem* FindEarlier(const TomlItem& culprit,
                            std::span<const TomlItem> items) {
  const TomlItem* earlier = nullptr;
  for (const TomlItem& item : items) {
    if (item.begin >= culprit.begin) break;
    if (culprit.kind == Kind::kKey && item.kind == Kind::kHeader) {
      earlier = nullptr;
    } else if (earlier == nullptr && item.kind == culprit.kind &&
               item.name == culprit.name) {
      earlier = &item;
    }
  }
  return earlier;
}

SyntaxMistake DescribeRedefinition(const TomlComplaint& complaint,
                                   const TomlItem& culprit,
                                   std::span<const TomlItem> items,
                                   std::string_view text) {
  SyntaxMistake mistake;
  if (!IsInName(culprit, complaint, text)) {
    // A key of a table in braces.  Its name is the last thing in quotes.
    const std::size_t close = complaint.reason.rfind('\'');
    const std::size_t open = complaint.reason.rfind('\'', close - 1);
    mistake.what = Quoted(complaint.reason.substr(open + 1, close - open - 1)) +
                   " is given twice in one table";
    mistake.begin = complaint.at;
    mistake.end = complaint.at + 1;
    return mistake;
  }
  const TomlItem* earlier = FindEarlier(culprit, items);
  const bool header = culprit.kind == Kind::kHeader;
  const std::string name = header ? culprit.Heading() : Quoted(culprit.name);
  const bool same = earlier != nullptr && earlier->array == culprit.array;
  if (earlier == nullptr) {
    mistake.what = name + " clashes with a key or table before it";
  } else if (same) {
    mistake.what = name + " is given twice";
    mistake.hint = "the first is on line " + std::to_string(earlier->line);
  } else {
    mistake.what = name + " was " + earlier->Heading() + " before";
    mistake.hint = "see line " + std::to_string(earlier->line);
  }
  mistake.begin = culprit.begin;
  mistake.end = header
                    ? EndOfLine(text, culprit.begin)
                    : EndOfLine(text.substr(0, culprit.equals), culprit.begin);
  return mistake;
}

constexpr bool IsControl(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' &&
          c != '\t') ||
         c == 0x7F;
}

constexpr bool IsWordByte(char c) {
  return IsAsciiAlnum(c) || c == '_' || c == '-' || c == '.' || c == ':' ||
         c == '+' || static_cast<unsigned char>(c) >= 0x80;
}

// A value that is no string, number, date, array or table: most often a
// string without quotes.
SyntaxMistake DescribeWord(const TomlComplaint& complaint,
                           std::string_view text) {
  // toml++ points into the word or behind it.
  std::size_t begin = std::min(complaint.at, text.size());
  while (begin > 0 && IsWordByte(text[begin - 1]))
    --begin;
  std::size_t end = begin;
  while (end < text.size() && IsWordByte(text[end]))
    ++end;
  if (begin == end) end = std::min(begin + 1, text.size());
  const std::string_view word = text.substr(begin, end - begin);
  SyntaxMistake mistake{"", "", begin, end};
  const bool number = !word.empty() && IsAsciiDigit(word.front());
  mistake.what = Quoted(word) + (number ? " is neither a number nor a date"
                                        : " is not a value");
  if (complaint.reason.starts_with("leading zeroes")) {
    mistake.what = "a number must not begin with a zero";
    return mistake;
  }
  mistake.hint = number ? "a date is written 2026-01-31, a string in quotes"
                        : "a string stands in quotes";
  return mistake;
}

SyntaxMistake DescribeEscape(std::size_t at, std::string_view text) {
  const std::size_t begin = at > 0 ? at - 1 : 0;
  const std::size_t size = DecodeUtf8(text, at).size;
  const std::string escape(text.substr(begin, at + size - begin));
  return {Quoted(escape) + " has no meaning between double quotes",
          "write `\\" + escape +
              "`, or put the value between single quotes, where a backslash "
              "is a backslash",
          begin, at + size};
}

SyntaxMistake DescribeTrailing(std::size_t at, const TomlItem& culprit,
                               std::string_view text) {
  SyntaxMistake mistake{"", "", at, at + 1};
  const bool header = culprit.kind == Kind::kHeader;
  mistake.what = "there is " + Found(text, at) + " after the " +
                 (header ? "table header" : "value");
  const std::size_t value = ValueBegin(culprit, text);
  const bool spread =
      text.substr(value, at - value).find('\n') != std::string_view::npos;
  if (header) {
    mistake.hint = "write " + Quoted(culprit.Heading());
    return mistake;
  }
  if (text[value] == '"' && spread) {
    mistake.hint = "the text before it begins on line " +
                   std::to_string(culprit.line) + "; was it not closed?";
  } else if (text[value] == '"') {
    mistake.hint =
        "write a quote inside a string as `\\\"`, or use single quotes "
        "around it";
  }
  return mistake;
}

struct Wording {
  std::string_view reason;  // what toml++ says, or how that begins
  std::string_view what;
  std::string_view hint;
};

constexpr Wording kWordings[] = {
    {"expected comma or closing ']'", "a comma is missing before this entry",
     ""},
    {"expected value or closing ']', saw comma",
     "there is no entry before this comma", ""},
    {"expected key-value pair or closing '}', saw comma",
     "there is no key before this comma", ""},
    {"expected key-value pair, saw closing '}'",
     "a table in braces must not end with a comma", ""},
    {"expected comma or closing '}', saw '\\n'",
     "a table in braces must stand on one line", ""},
    {"expected key or closing '}', saw '\\n'",
     "a table in braces must stand on one line", ""},
    {"expected comma or closing '}'", "a comma is missing before this key", ""},
    {"tables with blank bare keys", "the table header has no name", ""},
    {"exceeded maximum nested value depth",
     "arrays and tables are nested too deeply", ""},
    {"line-ending backslashes", "there is something after the backslash",
     "a backslash at the end of a line must be the last thing on it"},
};

// toml++'s own words, in our dress: "expected `]`, found `x`".
std::string Restyle(const TomlComplaint& complaint) {
  std::string words = complaint.reason;
  std::ranges::replace(words, '\'', '`');
  const std::size_t saw = words.find(", saw ");
  if (saw != std::string::npos) words.replace(saw, 6, ", found ");
  while (words.ends_with('.'))
    words.pop_back();
  return "TOML syntax, " + complaint.scope + ": " + words;
}

SyntaxMistake DescribeReason(const TomlComplaint& complaint,
                             const TomlItem& culprit, std::string_view text) {
  const std::string_view reason = complaint.reason;
  SyntaxMistake mistake{"", "", complaint.at, complaint.at + 1};
  for (const Wording& wording : kWordings) {
    if (!reason.starts_with(wording.reason)) continue;
    mistake.what = wording.what;
    mistake.hint = wording.hint;
    return mistake;
  }
  if (reason.starts_with("expected value, saw")) {
    mistake.what = "the key has no value";
  } else if (complaint.scope == "table header" &&
             reason.starts_with("expected ']', saw")) {
    mistake.what = "the table header is not closed";
    mistake.hint = "write " + Quoted(culprit.Heading());
  } else if (reason.starts_with("expected '=', saw")) {
    mistake.what =
        "there is no `=` after the key, but " + Found(text, complaint.at);
  } else if (reason.starts_with("expected keys, tables")) {
    mistake.what =
        "no key or table header begins with " + Found(text, complaint.at);
  } else if (reason.starts_with("encountered end-of-file") &&
             culprit.kind == Kind::kHeader) {
    mistake.what = "the file ends within a table header";
  } else if (reason.starts_with("encountered end-of-file")) {
    mistake.what = culprit.equals == TomlItem::kNowhere
                       ? "there is no `=` after the key"
                       : "the key has no value";
  } else {
    mistake.what = Restyle(complaint);
  }
  return mistake;
}

}  // namespace

TomlComplaint ReadComplaint(std::string_view message, std::size_t at) {
  static constexpr std::string_view kPrefix = "Error while parsing ";
  if (message.starts_with(kPrefix)) message.remove_prefix(kPrefix.size());
  const std::size_t colon = message.find(": ");
  if (colon == std::string_view::npos) return {"", std::string(message), at};
  return {std::string(message.substr(0, colon)),
          std::string(message.substr(colon + 2)), at};
}

const TomlItem& FindCulprit(std::span<const TomlItem> items,
                            const TomlComplaint& complaint) {
  assert(!items.empty());
  const TomlItem* culprit = &items.front();
  if (complaint.scope == "table header" &&
      complaint.reason.starts_with("cannot ")) {
    // toml++ has read the whole line by then and may point to the next one.
    for (const TomlItem& item : items) {
      if (item.begin > complaint.at) break;
      const bool named =
          complaint.reason.find("'" + item.name + "'") != std::string::npos;
      if (item.kind == Kind::kHeader && named) culprit = &item;
    }
    return *culprit;
  }
  for (const TomlItem& item : items) {
    if (item.begin > complaint.at) break;
    culprit = &item;
    if (item.fault != Fault::kNone) break;
  }
  return *culprit;
}

bool IsInName(const TomlItem& item, const TomlComplaint& complaint,
              std::string_view text) {
  if (item.equals == TomlItem::kNowhere) return true;
  if (complaint.at <= item.equals) return true;
  // toml++ finds that a key is given twice when it has read the "=".
  return complaint.reason.starts_with("cannot redefine") &&
         complaint.at <= ValueBegin(item, text);
}

SyntaxMistake DescribeMistake(const TomlComplaint& complaint,
                              const TomlItem& culprit,
                              std::span<const TomlItem> items,
                              std::string_view text) {
  const std::string_view reason = complaint.reason;
  if (reason.starts_with("unknown escape sequence") ||
      reason.starts_with("escape sequence")) {
    return DescribeEscape(complaint.at, text);
  }
  if (culprit.fault != Fault::kNone && complaint.at >= culprit.fault_at) {
    return DescribeFault(culprit, text);
  }
  if (reason.starts_with("cannot redefine") ||
      reason.starts_with("cannot insert")) {
    return DescribeRedefinition(complaint, culprit, items, text);
  }
  if (reason.starts_with("expected a comment or whitespace")) {
    return DescribeTrailing(complaint.at, culprit, text);
  }
  static constexpr std::string_view kWordScopes[] = {
      "boolean", "floating-point", "decimal integer",
      "date",    "time",           "date-time"};
  if (complaint.at < text.size() && IsControl(text[complaint.at])) {
    return {"there is a control character here", "", complaint.at,
            complaint.at + 1};
  }
  const bool word_scope =
      std::ranges::find(kWordScopes, complaint.scope) != std::end(kWordScopes);
  if (reason == "could not determine value type" ||
      (word_scope && (reason.starts_with("expected") ||
                      reason.starts_with("leading zeroes")))) {
    return DescribeWord(complaint, text);
  }
  return DescribeReason(complaint, culprit, text);
}

}  // namespace medlint
