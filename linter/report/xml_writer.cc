// SPDX-License-Identifier: Apache-2.0

#include "linter/report/xml_writer.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

// Char of XML 1.0, section 2.2.
bool IsXmlCharacter(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

void AppendEscaped(char32_t c, XmlPlace place, std::string& out) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':  // always, so that no "]]>" is left in a text
      out += "&gt;";
      return;
    case '\r':
      out += "&#13;";
      return;
    default:
      break;
  }
  const bool in_attribute = place == XmlPlace::kAttribute;
  if (in_attribute && c == '"') {
    out += "&quot;";
  } else if (in_attribute && (c == '\n' || c == '\t')) {
    out += c == '\n' ? "&#10;" : "&#9;";
  } else {
    AppendUtf8(IsXmlCharacter(c) ? c : kReplacementCharacter, out);
  }
}

}  // namespace

void AppendXmlEscaped(std::string_view text, XmlPlace place, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    AppendEscaped(point.value, place, out);
    i += point.size;
  }
}

XmlWriter::XmlWriter() : out_(R"(<?xml version="1.0" encoding="UTF-8"?>)") {}

void XmlWriter::Open(std::string_view name) {
  assert(!in_text_);
  EndTag();
  BreakLine();
  out_ += "<";
  out_ += name;
  open_.push_back(name);
  in_tag_ = true;
}

void XmlWriter::Attribute(std::string_view name, std::string_view value) {
  assert(in_tag_);
  out_ += " ";
  out_ += name;
  out_ += "=\"";
  AppendXmlEscaped(value, XmlPlace::kAttribute, out_);
  out_ += "\"";
}

void XmlWriter::Attribute(std::string_view name, std::int64_t value) {
  Attribute(name, std::to_string(value));
}

void XmlWriter::Text(std::string_view text) {
  assert(in_tag_ || in_text_);
  EndTag();
  AppendXmlEscaped(text, XmlPlace::kText, out_);
  in_text_ = true;
}

void XmlWriter::Close() {
  assert(!open_.empty());
  const std::string_view name = open_.back();
  open_.pop_back();
  if (in_tag_) {
    out_ += "/>";
  } else {
    if (!in_text_) BreakLine();
    out_ += "</";
    out_ += name;
    out_ += ">";
  }
  in_tag_ = false;
  in_text_ = false;
}

std::string XmlWriter::Finish() && {
  assert(open_.empty());
  out_.push_back('\n');
  return std::move(out_);
}

void XmlWriter::EndTag() {
  if (in_tag_) out_ += ">";
  in_tag_ = false;
}

void XmlWriter::BreakLine() {
  out_.push_back('\n');
  out_.append(2 * open_.size(), ' ');
}

}  // namespace medlint
