// SPDX-License-Identifier: Apache-2.0
//
// Writes JSON (RFC 8259) from front to back into one string.
//
// Reports are written once and never read back, so there is no tree: the cost
// is that of appending.  Bytes that are no UTF-8 (file names may have them)
// become U+FFFD, so that the output is always valid.

#ifndef LINTER_REPORT_JSON_WRITER_H_
#define LINTER_REPORT_JSON_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace medlint {

class JsonWriter {
 public:
  enum class Layout {
    kPretty,   // two spaces of indentation, a line for every value
    kCompact,  // no white space
  };

  explicit JsonWriter(Layout layout) : layout_(layout) {}

  // In an object every value must follow a Key, or be a Member.
  void BeginObject();
  void EndObject();
  void BeginArray();
  void EndArray();
  void Key(std::string_view key);
  void Text(std::string_view text);
  void Number(std::int64_t number);
  void Flag(bool flag);

  // One key and its value.
  void Member(std::string_view key, std::string_view text);
  void Member(std::string_view key, std::int64_t number);
  void FlagMember(std::string_view key, bool flag);
  void ListMember(std::string_view key, std::span<const std::string> texts);
  void BeginObjectMember(std::string_view key);
  void BeginArrayMember(std::string_view key);

  // Returns what was written, and a newline.  REQUIRES: everything is closed
  std::string Finish() &&;

 private:
  void BeforeValue();
  void Close(char bracket);
  void BreakLine();
  void AppendQuoted(std::string_view text);

  Layout layout_;
  std::string out_;
  int depth_ = 0;
  bool first_ = true;       // nothing was written at this depth yet
  bool after_key_ = false;  // the value belongs to the key just written
};

}  // namespace medlint

#endif  // LINTER_REPORT_JSON_WRITER_H_
