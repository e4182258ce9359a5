// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_cursor.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"

namespace medlint {
namespace {

struct RefusedEscape {
  char letter;
  std::string_view why;
  std::string_view hint;
};
constexpr RefusedEscape kRefusedEscapes[] = {
    {'C', "matches single bytes", "write `.`"},
    {'Q', "is not supported", "put `\\` before each sign"},
    {'E', "is not supported", "put `\\` before each sign"},
    {'k', "is a backreference, which RE2 does not support",
     "write out what may be repeated"},
    {'A', "is not supported", "write `^` for the beginning of the block"},
    {'z', "is not supported", "write `$` for the end of the block"},
    {'Z', "is not supported", "write `$` for the end of the block"},
    {'K', "is not supported by RE2",
     "put what must not come before into `not-before`"},
    {'h', "is not supported by RE2", "write a space"},
    {'R', "is not supported by RE2", ""},
    {'X', "is not supported by RE2", "write `.`"},
};

}  // namespace

std::size_t PatternCursor::GroupEnd(std::size_t begin) const {
  int open = 0;
  bool in_class = false;
  for (std::size_t i = begin; i < pattern_.size(); ++i) {
    const char c = pattern_[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(') {
      ++open;
    } else if (c == ')' && --open == 0) {
      return i + 1;
    }
  }
  return pattern_.size();
}

std::optional<Quantifier> PatternCursor::ReadQuantifier() {
  if (AtEnd() || !BeginsQuantifier(Peek())) return std::nullopt;
  const std::size_t begin = pos_;
  std::optional<Quantifier> quantifier;
  if (Eat("?")) {
    quantifier = Quantifier{.min = 0, .max = 1};
  } else if (Eat("*")) {
    quantifier = Quantifier{.min = 0, .max = Quantifier::kNoLimit};
  } else if (Eat("+")) {
    quantifier = Quantifier{.min = 1, .max = Quantifier::kNoLimit};
  } else {
    quantifier = ReadBraces();
  }
  if (!quantifier) return quantifier;
  quantifier->lazy = Eat("?");
  const std::size_t end = pos_;
  if (Eat("+")) {
    Fail(begin, pos_, "a possessive quantifier is not supported by RE2",
         "leave out the last `+`; RE2 never backtracks");
  } else if (Eat("*") || Eat("?")) {
    Fail(begin, pos_, "a repeat is repeated", "put the first into `(?:...)`");
  }
  pos_ = std::max(pos_, end);
  return quantifier;
}

// "{2}", "{2,}", "{2,5}"; anything else in braces is text.
std::optional<Quantifier> PatternCursor::ReadBraces() {
  const std::size_t begin = pos_;
  const auto number = [this]() -> int {
    int value = -1;
    while (!AtEnd() && IsAsciiDigit(Peek())) {
      value = std::max(value, 0) * 10 + (Peek() - '0');
      value = std::min(value, kMaxRepeat + 1);
      ++pos_;
    }
    return value;
  };
  if (!Eat("{")) return std::nullopt;
  const int min = number();
  int max = min;
  bool unlimited = false;
  if (min >= 0 && Eat(",")) {
    max = number();
    unlimited = max < 0;
  }
  if (min < 0 || !Eat("}")) {
    pos_ = begin;
    return std::nullopt;
  }
  if (min > kMaxRepeat || max > kMaxRepeat) {
    Fail(begin, pos_, Quoted(begin) + " repeats more than 1000 times");
  } else if (!unlimited && max < min) {
    Fail(begin, pos_, Quoted(begin) + " ends before it begins");
  }
  return Quantifier{.min = static_cast<std::uint16_t>(min),
                    .max = unlimited ? Quantifier::kNoLimit
                                     : static_cast<std::uint16_t>(max)};
}

// The escapes for one character, alone or in a class.
char32_t PatternCursor::ReadEscapedChar() {
  const std::size_t begin = pos_++;
  if (AtEnd()) {
    Fail(begin, pos_, "the pattern ends in `\\`", "write `\\\\` for the sign");
    return 0;
  }
  const char letter = Peek();
  const char32_t c = EatCodePoint();
  if (letter == 'x') return ReadHex(begin);
  if (letter == 'n') return U'\n';
  if (letter == 'r') return U'\r';
  if (letter == 't') return U'\t';
  if (letter == 'f') return U'\f';
  if (letter == 'v') return U'\v';
  if (c < 0x80 && !IsAsciiAlnum(letter) && letter != '_') return c;
  if ('1' <= letter && letter <= '9') {
    Fail(begin, pos_,
         "the backreference " + Quoted(begin) + " is not supported by RE2",
         "write out what may be repeated");
    return 0;
  }
  for (const RefusedEscape& refused : kRefusedEscapes) {
    if (refused.letter != letter) continue;
    Fail(begin, pos_, Quoted(begin) + ' ' + std::string(refused.why),
         refused.hint);
  }
  Fail(begin, pos_, Quoted(begin) + " is not an escape of RE2",
       "leave out the `\\`");
  return 0;
}

char32_t PatternCursor::ReadHex(std::size_t begin) {
  const bool braces = Eat("{");
  char32_t value = 0;
  int digits = 0;
  while (!AtEnd() && (braces || digits < 2)) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    const std::size_t digit = kHex.find(ToAsciiLower(Peek()));
    if (digit == std::string_view::npos) break;
    value =
        std::min<char32_t>(value * 16 + static_cast<char32_t>(digit), 0x110000);
    ++digits;
    ++pos_;
  }
  const bool closed = braces ? Eat("}") && digits > 0 : digits == 2;
  const bool surrogate = 0xD800 <= value && value <= 0xDFFF;
  if (!closed || value > 0x10FFFF || surrogate) {
    Fail(begin, pos_, Quoted(begin) + " is not a character",
         "write `\\x{2019}`");
  }
  return value;
}

// \pL, \p{Greek}, \p{^Greek}, \PL.
bool PatternCursor::ReadUnicodeClass(CharClass& members) {
  const std::size_t begin = pos_;
  bool negated = pattern_[pos_ + 1] == 'P';
  pos_ += 2;
  std::string_view name;
  if (Eat("{")) {
    if (Eat("^")) negated = !negated;
    const std::size_t name_begin = pos_;
    while (!AtEnd() && (IsAsciiAlpha(Peek()) || Peek() == '_'))
      ++pos_;
    name = pattern_.substr(name_begin, pos_ - name_begin);
    if (!Eat("}")) name = {};
  } else if (!AtEnd() && IsAsciiAlpha(Peek())) {
    name = pattern_.substr(pos_++, 1);
  }
  if (name.empty() || !members.AddUnicode(name, negated)) {
    Fail(begin, pos_, Quoted(begin) + " is not a Unicode category or script",
         R"(write `\pL`, `\p{Lu}` or `\p{Greek}`)");
    return false;
  }
  return true;
}

// Reads "[:alpha:]", "\d" or "\pL" inside a class.  Returns false if something
// else is next.
bool PatternCursor::ReadNamedClass(CharClass& members) {
  const std::size_t begin = pos_;
  if (Eat("[:")) {
    const std::size_t close = Rest().find(":]");
    if (close == std::string_view::npos ||
        !members.AddPosix(Rest().substr(0, close))) {
      Fail(begin, begin + 2, "there is no such class");
      return true;
    }
    pos_ += close + 2;
    return true;
  }
  if (Rest().size() < 2 || Peek() != '\\') return false;
  const char letter = Rest()[1];
  if (letter == 'p' || letter == 'P') {
    ReadUnicodeClass(members);
    return true;
  }
  if (std::string_view("dDsSwW").find(letter) == std::string_view::npos) {
    return false;
  }
  pos_ += 2;
  members.AddPerl(letter);
  return true;
}

bool PatternCursor::ReadClass(CharClass& members) {
  const auto read_char = [this] {
    return Peek() == '\\' ? ReadEscapedChar() : EatCodePoint();
  };
  const std::size_t begin = pos_++;
  const bool negated = Eat("^");
  // "]" is a member if it comes first.
  for (bool first = true; !error_; first = false) {
    if (AtEnd()) {
      Fail(begin, begin + 1, "`[` is not closed", "write `\\[` for the sign");
      break;
    }
    if (!first && Eat("]")) break;
    if (ReadNamedClass(members)) continue;
    const std::size_t item = pos_;
    const char32_t low = read_char();
    char32_t high = low;
    if (Rest().size() > 1 && Peek() == '-' && Rest()[1] != ']') {
      ++pos_;
      high = read_char();
      if (high < low) {
        Fail(item, pos_, "the range " + Quoted(item) + " is upside down");
      }
    }
    members.AddRange(low, high);
  }
  if (negated) members.Negate();
  return !error_;
}

}  // namespace medlint
