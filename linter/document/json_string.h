// SPDX-License-Identifier: Apache-2.0
//
// A string of JSON in a source, and the numbers of RFC 8259.

#ifndef LINTER_DOCUMENT_JSON_STRING_H_
#define LINTER_DOCUMENT_JSON_STRING_H_

#include <string>
#include <string_view>

#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

class JsonString {
 public:
  // Reads the string whose opening quote is at "begin"; looks no further than
  // "end".  "source" must outlive this.
  JsonString(std::string_view source, Offset begin, Offset end);

  // Between the quotes.
  CleanSpan content() const { return content_; }

  // After the closing quote; or where it breaks, if there is a problem().
  Offset next() const { return next_; }

  // Why the string is not one, or "".
  std::string_view problem() const { return problem_; }

  // The first line end or other control character, which JSON does not allow
  // and this reads nevertheless; 0 if there is none.
  Offset raw_control() const { return raw_control_; }

  // Appends the decoded text and where it came from.  Runs of white space are
  // one space, none at the ends.
  void AppendTo(std::string& text, TextMap& map) const;

  std::string Decoded() const;

 private:
  std::string_view source_;
  CleanSpan content_;
  Offset next_ = 0;
  Offset raw_control_ = 0;
  std::string_view problem_;
};

// True for "-1.5e3", false for "01", "1." and "+1".
bool IsJsonNumber(std::string_view text);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_JSON_STRING_H_
