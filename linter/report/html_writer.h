// SPDX-License-Identifier: Apache-2.0
//
// Writes HTML (https://html.spec.whatwg.org/) from front to back into one
// string, in the form that XML parsers read too: every element is closed, every
// attribute has a value.
//
// Texts and values are escaped, and made harmless as for a terminal (see
// terminal_text.h): a page that is reported cannot turn the lines of the report
// around, either.

#ifndef LINTER_REPORT_HTML_WRITER_H_
#define LINTER_REPORT_HTML_WRITER_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

using HtmlAttributes = std::initializer_list<HtmlAttribute>;

class HtmlWriter {
 public:
  // Begins with the document type.
  HtmlWriter();

  // "name" must outlive this; so names are literals.  Elements that are blocks
  // of a page begin a line.
  void Open(std::string_view name, HtmlAttributes attributes = {});
  void Text(std::string_view text);
  void Close();

  // Open, Text, Close.
  void Element(std::string_view name, std::string_view text);
  void Element(std::string_view name, HtmlAttributes attributes,
               std::string_view text);
  // An element that has no content: meta, input, rect.
  void Void(std::string_view name, HtmlAttributes attributes);
  // A style sheet or a script, as it is.  REQUIRES: no '<' or '&' in "code"
  void Code(std::string_view name, std::string_view code);

  // Returns what was written, and a newline.  REQUIRES: everything is closed
  std::string Finish() &&;

 private:
  void AppendTag(std::string_view name, HtmlAttributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace medlint

#endif  // LINTER_REPORT_HTML_WRITER_H_
