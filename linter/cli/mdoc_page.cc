// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/mdoc_page.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/page/date.h"
#include "linter/report/tool.h"

namespace medlint {
namespace {

constexpr std::size_t kWidth = 78;

// Escapes what roff would take for its own.  A hyphen that begins a word is a
// minus sign: what is copied from the page has to work.
std::string Escaped(std::string_view text) {
  std::string out;
  char before = ' ';
  for (const char c : text) {
    const bool begins_flag = c == '-' && (before == ' ' || before == '-' ||
                                          before == '`' || before == '(');
    if (c == '\\') {
      out += "\\e";
    } else if (c == '"') {
      out += "\\(dq";
    } else {
      if (begins_flag) out += '\\';
      out += c;
    }
    before = c;
  }
  return out;
}

// Text at the beginning of a line.
std::string AtLineBegin(std::string_view escaped) {
  const bool is_request = escaped.starts_with('.') || escaped.starts_with('\'');
  return (is_request ? "\\&" : "") + std::string(escaped);
}

std::string Argument(std::string_view text) {
  // \& keeps it from being taken for a macro or for punctuation.
  const std::string escaped = "\\&" + Escaped(text);
  return text.find(' ') == std::string_view::npos ? escaped
                                                  : "\"" + escaped + "\"";
}

std::string DateText(const Date& date) {
  static constexpr std::string_view kMonths[] = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return std::string(kMonths[date.month - 1]) + " " + std::to_string(date.day) +
         ", " + std::to_string(date.year);
}

std::string Upper(std::string_view text) {
  std::string upper(text);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return upper;
}

}  // namespace

MdocPage::MdocPage(std::string_view name, std::string_view section,
                   const Date& date, std::string_view summary) {
  page_ = ".\\\" Written by \"medlint man\"; do not edit.\n.Dd " +
          DateText(date) + "\n.Dt " + Upper(name) + " " + std::string(section) +
          "\n.Os " + std::string(kToolName) + " " + std::string(ToolVersion()) +
          "\n.Sh NAME\n.Nm " + std::string(name) + "\n.Nd " + Escaped(summary) +
          "\n";
}

void MdocPage::Section(std::string_view title) {
  page_ += ".Sh " + Escaped(title) + "\n";
}

void MdocPage::Subsection(std::string_view title) {
  // \& keeps a last "]" from being taken for punctuation.
  page_ += ".Ss " + Escaped(title) + "\\&\n";
}

void MdocPage::Usage(std::string_view command, std::string_view operands) {
  page_ += ".Nm\n.Cm " + Argument(command) + "\n.Op Ar FLAG ...\n.Ar " +
           Argument(operands) + "\n";
}

void MdocPage::Text(std::string_view text) {
  std::string line;
  const auto end_line = [&] {
    if (!line.empty()) page_ += AtLineBegin(line) + "\n";
    line.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string word = Escaped(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (line.size() + 1 + word.size() > kWidth) end_line();
    line += (line.empty() ? "" : " ") + word;
    if (word.ends_with('.')) end_line();  // a sentence ends with its line
  }
  end_line();
}

void MdocPage::Paragraph(std::string_view text) {
  page_ += ".Pp\n";
  Text(text);
}

void MdocPage::Literal(std::string_view lines) {
  page_ += ".Bd -literal -offset indent\n";
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    page_ += AtLineBegin(Escaped(lines.substr(0, end))) + "\n";
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  page_ += ".Ed\n";
}

void MdocPage::BeginTerms() {
  page_ += ".Bl -tag -width Ds\n";
}

void MdocPage::Term(std::string_view kind, std::string_view term,
                    std::string_view value) {
  page_ += ".It " + std::string(kind) + " " + Argument(term);
  if (!value.empty()) page_ += " Ar " + Argument(value);
  page_ += "\n";
}

void MdocPage::FlagTerm(std::string_view names, std::string_view value) {
  page_ += ".It";
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    // Fl sets the first hyphen itself.
    page_ += " Fl " + Escaped(names.substr(1, comma - 1));
    names.remove_prefix(std::min(comma + 1, names.size()));
    if (!names.empty()) page_ += " ,";
  }
  if (!value.empty()) page_ += " Ar " + Argument(value);
  page_ += "\n";
}

void MdocPage::EndTerms() {
  page_ += ".El\n";
}

void MdocPage::SeeAlso(std::string_view name, std::string_view section,
                       bool is_last) {
  page_ += ".Xr " + std::string(name) + " " + std::string(section) +
           (is_last ? "\n" : " ,\n");
}

}  // namespace medlint
