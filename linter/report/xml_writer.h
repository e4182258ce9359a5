// SPDX-License-Identifier: Apache-2.0
//
// Writes XML 1.0 (https://www.w3.org/TR/xml/) from front to back into one
// string.
//
// What XML cannot hold, even escaped (most control characters, U+FFFE, U+FFFF,
// bytes that are no UTF-8), becomes U+FFFD, so that the output is always
// well-formed.  Line ends and tabs in attributes are written as references: a
// reader would make spaces of them.

#ifndef LINTER_REPORT_XML_WRITER_H_
#define LINTER_REPORT_XML_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

enum class XmlPlace { kText, kAttribute };

// Appends "text", escaped as above for that place.
void AppendXmlEscaped(std::string_view text, XmlPlace place, std::string& out);

class XmlWriter {
 public:
  // Begins with the XML declaration.
  XmlWriter();

  // "name" must outlive this; so names are literals.
  void Open(std::string_view name);
  // REQUIRES: nothing was written since Open() but attributes
  void Attribute(std::string_view name, std::string_view value);
  void Attribute(std::string_view name, std::int64_t value);
  // REQUIRES: the open element has no elements in it, and gets none
  void Text(std::string_view text);
  void Close();

  // Returns what was written, and a newline.  REQUIRES: everything is closed
  std::string Finish() &&;

 private:
  void EndTag();
  void BreakLine();

  std::string out_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;   // the ">" of the last Open() is still to come
  bool in_text_ = false;  // the open element has text
};

}  // namespace medlint

#endif  // LINTER_REPORT_XML_WRITER_H_
