// SPDX-License-Identifier: Apache-2.0

#include "tests/support/english.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "linter/toml/table_reader.h"
#include "linter/toml/toml_value.h"
#include "tests/support/read_html.h"

namespace medlint::testing {
namespace {

[[noreturn]] void Fail(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

const TomlValue* FindMember(const TomlTable& table, std::string_view key) {
  for (const TomlMember& member : table) {
    if (member.key == key) return member.value.get();
  }
  return nullptr;
}

}  // namespace

Language ReadLanguage(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) Fail("cannot read " + path);
  std::vector<Error> errors;
  const auto file =
      TomlFile::Parse(path, {std::istreambuf_iterator<char>(in), {}}, errors);
  PatternPlan::Builder builder;
  LanguageData data;
  const TomlValue* languages = FindMember(file->root(), "language");
  const TomlTable* all =
      languages ? std::get_if<TomlTable>(&languages->data) : nullptr;
  const TomlValue* english = all ? FindMember(*all, "en") : nullptr;
  const TomlTable* table =
      english ? std::get_if<TomlTable>(&english->data) : nullptr;
  if (table == nullptr) Fail(path + ": no [language.en]");
  TableReader reader(file, *table, english->place, "[language.en]", errors);
  data = LanguageData::Read(reader, builder);
  for (const Error& error : errors) {
    std::fprintf(stderr, "%s\n", error.ToText().c_str());
  }
  if (!errors.empty()) std::abort();
  return {builder.Build(), std::move(data)};
}

const Language& English() {
  static const Language english = ReadLanguage(
      std::string(MEDLINT_SOURCE_DIR) + "/rulesets/language/cues.en.toml");
  return english;
}

ReadPage::ReadPage(std::string_view html, const Language& language)
    : document(ReadHtmlText(std::string(html))),
      folded(document.text()),
      hits(language.plan.Scan(document.text(), folded)),
      reading(document, hits, language.data) {}

TextSpan ReadPage::Find(std::string_view words) const {
  const std::size_t at = document.text().find(words);
  if (at == std::string_view::npos) Fail("not found: " + std::string(words));
  return {static_cast<Offset>(at), static_cast<Offset>(at + words.size())};
}

std::string EscapeHtml(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '&') {
      html += "&amp;";
    } else if (c == '<') {
      html += "&lt;";
    } else if (c == '>') {
      html += "&gt;";
    } else {
      html += c;
    }
  }
  return html;
}

Marked CutMarks(std::string_view marked) {
  const std::size_t open = marked.find("[[");
  const std::size_t close = marked.find("]]");
  if (open == std::string_view::npos || close == std::string_view::npos) {
    Fail("no [[target]]: " + std::string(marked));
  }
  std::string text(marked.substr(0, open));
  text += marked.substr(open + 2, close - open - 2);
  const std::size_t end = text.size();
  text += marked.substr(close + 2);
  return {std::move(text), open, end};
}

namespace {

// A marked sentence as a page, and where the marks stood in the text.
struct MarkedPage {
  MarkedPage(std::string_view marked, const Language& language)
      : page(HtmlOf(marked), language) {
    const Marked sentence = CutMarks(PartOf(marked));
    // The sentence stands in the text as it is, but for its spaces.
    const TextSpan whole = page.Find(sentence.text);
    target = {whole.begin + static_cast<Offset>(sentence.begin),
              whole.begin + static_cast<Offset>(sentence.end)};
  }

  ReadPage page;
  TextSpan target;

 private:
  static constexpr std::string_view kItem = " || ";

  static std::string_view PartOf(std::string_view marked) {
    const std::size_t item = marked.find(kItem);
    return item == std::string_view::npos ? marked
                                          : marked.substr(item + kItem.size());
  }

  static std::string HtmlOf(std::string_view marked) {
    const std::string text = EscapeHtml(CutMarks(PartOf(marked)).text);
    const std::size_t item = marked.find(kItem);
    if (item == std::string_view::npos) return "<p>" + text + "</p>";
    std::string_view lead_in = marked.substr(0, item);
    if (lead_in.starts_with("# ")) {
      return "<h2>" + EscapeHtml(lead_in.substr(2)) + "</h2><p>" + text +
             "</p>";
    }
    return "<p>" + EscapeHtml(lead_in) + "</p><ul><li>" + text +
           "</li><li>something else</li></ul>";
  }
};

}  // namespace

bool IsDenied(std::string_view marked, const Language& language) {
  const MarkedPage page(marked, language);
  return page.page.reading.NegationOver(page.target).has_value();
}

ClaimStatus StatusOf(std::string_view marked, const Language& language) {
  const MarkedPage page(marked, language);
  return ReadClaim(page.page.reading, page.target).status;
}

}  // namespace medlint::testing
