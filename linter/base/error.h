// SPDX-License-Identifier: Apache-2.0
//
// An Error describes something a person can put right: a missing file, a
// malformed rule, an unknown flag.  It is not a Finding (a problem in the
// content being linted) and not a bug in medlint (those are assertions).
//
// Errors are values.  They are returned in a Result<T>, or collected in a
// vector by loaders that report all mistakes at once; they are never thrown.

#ifndef LINTER_BASE_ERROR_H_
#define LINTER_BASE_ERROR_H_

#include <string>
#include <string_view>
#include <utility>

namespace medlint {

// Returns what the user wrote as messages show it: `severty`.
std::string Quoted(std::string_view code);

class Error {
 public:
  enum class Code {
    kNotFound,         // no such file, rule or rule kind
    kUnreadable,       // the file exists but could not be read
    kBadEncoding,      // the bytes are not text in any encoding we know
    kTooLarge,         // the input is over a documented limit
    kInvalidRule,      // a ruleset file is malformed or contradicts itself
    kInvalidArgument,  // a flag or an API argument is wrong
  };

  // The line of the user's file that is at fault, for the caret under it.
  struct Excerpt {
    std::string line;     // without its newline; may be shortened
    int caret_begin = 1;  // code points, counted from 1
    int caret_end = 1;    // exclusive; at least caret_begin
  };

  // "where" is what the reader opens to fix it: "claims.toml:12:5", a path, a
  // flag.  May be empty.  "what" is a full sentence without a final period.
  Error(Code code, std::string_view where, std::string_view what)
      : code_(code), where_(where), what_(what) {}

  // What to do about it: "did you mean `severity`?".  No final period.
  Error&& WithHint(std::string hint) && {
    hint_ = std::move(hint);
    return std::move(*this);
  }
  Error&& WithExcerpt(Excerpt excerpt) && {
    excerpt_ = std::move(excerpt);
    return std::move(*this);
  }

  Code code() const { return code_; }
  const std::string& where() const { return where_; }
  const std::string& what() const { return what_; }
  const std::string& hint() const { return hint_; }
  const Excerpt& excerpt() const { return excerpt_; }

  // Returns "where: what", or "what" if there is no where.  One line.
  std::string ToString() const;

  // Returns the message as people read it: ToString(), then the line with
  // carets and the hint where there are any.  Ends without a newline.  It calls
  // itself an error, or a warning if nothing fails because of it.
  enum class Gravity { kError, kWarning };
  std::string ToText(Gravity gravity = Gravity::kError) const;

 private:
  Code code_;
  std::string where_;
  std::string what_;
  std::string hint_;
  Excerpt excerpt_;
};

}  // namespace medlint

#endif  // LINTER_BASE_ERROR_H_
