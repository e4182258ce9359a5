// SPDX-License-Identifier: Apache-2.0
//
// A PatternCursor reads the small words of a pattern, which have no structure:
// quantifiers, escapes, character classes.  It keeps the first mistake.

#ifndef LINTER_MATCH_PATTERN_CURSOR_H_
#define LINTER_MATCH_PATTERN_CURSOR_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"
#include "linter/match/pattern_plan.h"

namespace medlint {

struct Quantifier {
  static constexpr std::uint16_t kNoLimit = 0xFFFF;

  std::uint16_t min = 0;
  std::uint16_t max = 0;
  bool lazy = false;
};

// As RE2; nested repeats are multiplied.
inline constexpr int kMaxRepeat = 1000;

class PatternCursor {
 protected:
  // "pattern" is not copied and must outlive this.
  explicit PatternCursor(std::string_view pattern) : pattern_(pattern) {}

  bool AtEnd() const { return pos_ >= pattern_.size(); }
  char Peek() const { return pattern_[pos_]; }
  std::string_view Rest() const { return pattern_.substr(pos_); }
  // Passes over "token" if it is next.
  bool Eat(std::string_view token) {
    if (!Rest().starts_with(token)) return false;
    pos_ += token.size();
    return true;
  }
  char32_t EatCodePoint() {
    const CodePoint point = DecodeUtf8(pattern_, pos_);
    pos_ += point.size;
    return point.value;
  }

  // The first mistake counts.
  void Fail(std::size_t begin, std::size_t end, std::string what,
            std::string_view hint = "") {
    if (error_) return;
    error_ = PatternError{.begin = begin,
                          .end = std::min(end, pattern_.size()),
                          .what = std::move(what),
                          .hint = std::string(hint)};
  }
  std::string Quoted(std::size_t begin) const {
    return '`' + std::string(pattern_.substr(begin, pos_ - begin)) + '`';
  }

  // Where the group that begins at "begin" closes, for a caret under all of it.
  std::size_t GroupEnd(std::size_t begin) const;

  static bool BeginsQuantifier(char c) {
    return c == '?' || c == '*' || c == '+' || c == '{';
  }

  // Reads "?", "*", "+", "{2}", "{2,}" or "{2,5}", lazy or not.
  // Returns nothing if none is next.
  std::optional<Quantifier> ReadQuantifier();

  // Reads an escape that stands for one character.
  // REQUIRES: "\\" is next
  char32_t ReadEscapedChar();

  // Reads \pL, \p{Greek}, \p{^Greek}, \PL into "members".  Returns false after
  // a mistake.
  // REQUIRES: "\\p" or "\\P" is next
  bool ReadUnicodeClass(CharClass& members);

  // Reads "[...]".  Returns false after a mistake.
  // REQUIRES: "[" is next
  bool ReadClass(CharClass& members);

  std::string_view pattern_;
  std::size_t pos_ = 0;
  std::optional<PatternError> error_;

 private:
  std::optional<Quantifier> ReadBraces();
  char32_t ReadHex(std::size_t begin);
  bool ReadNamedClass(CharClass& members);
};

}  // namespace medlint

#endif  // LINTER_MATCH_PATTERN_CURSOR_H_
