// SPDX-License-Identifier: Apache-2.0

#include "linter/report/html_writer.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>

#include "linter/report/terminal_text.h"
#include "linter/report/xml_writer.h"

namespace medlint {
namespace {

// White space before these is not shown.
bool BeginsLine(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "blockquote", "body",    "caption",  "dd",     "details", "div",
      "dt",         "dl",      "fieldset", "footer", "form",    "h1",
      "h2",         "h3",      "h4",       "head",   "header",  "html",
      "legend",     "li",      "link",     "main",   "meta",    "ol",
      "option",     "p",       "pre",      "script", "section", "select",
      "style",      "summary", "table",    "tbody",  "thead",   "title",
      "tr",         "ul",
  };
  return std::ranges::find(kNames, name) != std::ranges::end(kNames);
}

}  // namespace

HtmlWriter::HtmlWriter() : out_("<!DOCTYPE html>") {}

void HtmlWriter::Open(std::string_view name, HtmlAttributes attributes) {
  AppendTag(name, attributes);
  out_ += ">";
  open_.push_back(name);
}

void HtmlWriter::Text(std::string_view text) {
  AppendXmlEscaped(Visible(text), XmlPlace::kText, out_);
}

void HtmlWriter::Close() {
  assert(!open_.empty());
  out_ += "</";
  out_ += open_.back();
  out_ += ">";
  open_.pop_back();
}

void HtmlWriter::Element(std::string_view name, std::string_view text) {
  Element(name, {}, text);
}

void HtmlWriter::Element(std::string_view name, HtmlAttributes attributes,
                         std::string_view text) {
  Open(name, attributes);
  Text(text);
  Close();
}

void HtmlWriter::Void(std::string_view name, HtmlAttributes attributes) {
  AppendTag(name, attributes);
  out_ += "/>";
}

void HtmlWriter::Code(std::string_view name, std::string_view code) {
  assert(code.find_first_of("<&") == std::string_view::npos);
  Open(name);
  out_ += code;
  Close();
}

std::string HtmlWriter::Finish() && {
  assert(open_.empty());
  out_.push_back('\n');
  return std::move(out_);
}

void HtmlWriter::AppendTag(std::string_view name, HtmlAttributes attributes) {
  if (BeginsLine(name)) out_.push_back('\n');
  out_ += "<";
  out_ += name;
  for (const HtmlAttribute& attribute : attributes) {
    out_ += " ";
    out_ += attribute.name;
    out_ += "=\"";
    AppendXmlEscaped(Visible(attribute.value), XmlPlace::kAttribute, out_);
    out_ += "\"";
  }
}

}  // namespace medlint
