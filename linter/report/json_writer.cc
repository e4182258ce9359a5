// SPDX-License-Identifier: Apache-2.0

#include "linter/report/json_writer.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

bool IsPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

void AppendEscaped(char32_t c, std::string& out) {
  static constexpr char kDigits[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (c < 0x20) {
    out += "\\u00";
    out.push_back(kDigits[c >> 4U]);
    out.push_back(kDigits[c & 0xFU]);
    return;
  }
  AppendUtf8(c, out);
}

}  // namespace

void JsonWriter::BeginObject() {
  BeforeValue();
  out_.push_back('{');
  ++depth_;
  first_ = true;
}

void JsonWriter::EndObject() {
  Close('}');
}

void JsonWriter::BeginArray() {
  BeforeValue();
  out_.push_back('[');
  ++depth_;
  first_ = true;
}

void JsonWriter::EndArray() {
  Close(']');
}

void JsonWriter::Key(std::string_view key) {
  BeforeValue();
  AppendQuoted(key);
  out_ += layout_ == Layout::kPretty ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::Text(std::string_view text) {
  BeforeValue();
  AppendQuoted(text);
}

void JsonWriter::Number(std::int64_t number) {
  BeforeValue();
  out_ += std::to_string(number);
}

void JsonWriter::Flag(bool flag) {
  BeforeValue();
  out_ += flag ? "true" : "false";
}

void JsonWriter::Member(std::string_view key, std::string_view text) {
  Key(key);
  Text(text);
}

void JsonWriter::Member(std::string_view key, std::int64_t number) {
  Key(key);
  Number(number);
}

void JsonWriter::FlagMember(std::string_view key, bool flag) {
  Key(key);
  Flag(flag);
}

void JsonWriter::ListMember(std::string_view key,
                            std::span<const std::string> texts) {
  BeginArrayMember(key);
  for (const std::string& text : texts)
    Text(text);
  EndArray();
}

void JsonWriter::BeginObjectMember(std::string_view key) {
  Key(key);
  BeginObject();
}

void JsonWriter::BeginArrayMember(std::string_view key) {
  Key(key);
  BeginArray();
}

std::string JsonWriter::Finish() && {
  assert(depth_ == 0 && !after_key_);
  out_.push_back('\n');
  return std::move(out_);
}

void JsonWriter::BeforeValue() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_.push_back(',');
  first_ = false;
  BreakLine();
}

void JsonWriter::Close(char bracket) {
  assert(depth_ > 0 && !after_key_);
  --depth_;
  if (!first_) BreakLine();
  out_.push_back(bracket);
  first_ = false;
}

void JsonWriter::BreakLine() {
  if (layout_ == Layout::kCompact) return;
  out_.push_back('\n');
  out_.append(2 * static_cast<std::size_t>(depth_), ' ');
}

void JsonWriter::AppendQuoted(std::string_view text) {
  out_.push_back('"');
  for (std::size_t i = 0; i < text.size();) {
    std::size_t plain = i;
    while (plain < text.size() && IsPlain(text[plain])) {
      ++plain;
    }
    out_.append(text, i, plain - i);
    if (plain == text.size()) break;
    const CodePoint point = DecodeUtf8(text, plain);
    AppendEscaped(point.value, out_);
    i = plain + point.size;
  }
  out_.push_back('"');
}

}  // namespace medlint
