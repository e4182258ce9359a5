// SPDX-License-Identifier: Apache-2.0
//
// Whole pages with the shipped rules: golden findings, and one article in every
// form a page can come in.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "linter/engine/linter.h"
#include "tests/support/decode.h"
#include "tests/support/load_rules.h"
#include "tests/support/snapshot.h"
#include "tests/support/utf16.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

const fs::path kPages = fs::path(MEDLINT_SOURCE_DIR) / "fixtures/pages";

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

FileReport Lint(std::string name, std::string bytes,
                SourceFile::Options options = {}) {
  LintOptions lint_options;
  lint_options.as_of = {.year = 2026, .month = 1, .day = 15};
  const Linter linter(testing::ShippedRules(), lint_options);
  auto source =
      SourceFile::FromBytes(std::move(name), std::move(bytes), options);
  REQUIRE(source.has_value());
  Result<FileReport> report = linter.Lint(*source);
  REQUIRE(report.has_value());
  return *std::move(report);
}

// What was found, without where: rule, severity and the words a reader sees.
std::multiset<std::string> Essence(const FileReport& report) {
  std::multiset<std::string> essence;
  for (const Finding& finding : report.findings) {
    essence.insert(std::string(SeverityName(finding.severity)) + " " +
                   finding.rule->id + " «" + finding.text + "»");
  }
  return essence;
}

// Every place leads to what the finding quotes.
void CheckPlaces(const FileReport& report) {
  const SourceFile& source = *report.source;
  for (const Finding& finding : report.findings) {
    CAPTURE(finding.rule->id);
    CAPTURE(finding.text);
    REQUIRE(finding.where.end <= source.clean().size());
    const FileSpan file = source.ToFile(finding.where);
    CHECK(file.end <= source.bytes().size());
    if (finding.text.empty()) continue;
    const std::string_view slice = finding.where.In(source.clean());
    using testing::Writing;
    const bool html = source.format() == SourceFile::Format::kHtml;
    // Which container it stands in is the document's business; one of the
    // decoders must agree.
    const bool agrees =
        html ? std::ranges::any_of(
                   std::vector<Writing>{
                       Writing::kRunningText, Writing::kEscapable,
                       Writing::kAttribute, Writing::kJsonString},
                   [&](Writing writing) {
                     return testing::Decode(slice, writing) == finding.text;
                   })
             : testing::Decode(slice, Writing::kVerbatim) == finding.text;
    CHECK(agrees);
  }
}

TEST_CASE("pages get the findings beside them") {
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(kPages)) {
    const fs::path& path = entry.path();
    const bool html = path.extension() == ".html";
    if (!html && path.extension() != ".txt") continue;
    CAPTURE(path.string());
    const FileReport report =
        Lint(path.filename().string(), ReadFile(path),
             {.format = html ? SourceFile::Format::kHtml
                             : SourceFile::Format::kPlainText});
    CheckPlaces(report);
    MEDLINT_CHECK_SNAPSHOT(
        "pages/" + path.filename().string() + ".findings",
        "type: " + report.type + "\n" + testing::Summarize(report));
    ++pages;
  }
  CHECK(pages >= 2);
}

// Pages that speak of what spam sells, as a pharmacy, a urologist and a helper
// of gamblers do.
TEST_CASE("honest pages about medicines, erections and betting are no spam") {
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(kPages / "innocent")) {
    CAPTURE(entry.path().string());
    const FileReport report =
        Lint(entry.path().filename().string(), ReadFile(entry.path()));
    for (const Finding& finding : report.findings) {
      CAPTURE(finding.message);
      CHECK(finding.rule->category() != "spam");
      CHECK(finding.rule->category() != "links");
    }
    ++pages;
  }
  CHECK(pages == 3);
}

// The article of the first screen of the README, in other clothes.

std::string Article() {
  return ReadFile(kPages / "cupping_for_back_pain.html");
}

// Applies "change" to the text between tags of the body, entities left alone.
template <typename Change>
std::string ChangeText(const std::string& html, Change change) {
  std::string out;
  const std::size_t body = html.find("<article>");
  for (std::size_t i = 0; i < html.size();) {
    if (i >= body && html[i] != '<' && html[i] != '&' && html[i] != '\n') {
      out += change(html[i++]);
      continue;
    }
    const char close = html[i] == '<' ? '>' : html[i] == '&' ? ';' : html[i];
    if (i >= body && (html[i] == '<' || html[i] == '&')) {
      const std::size_t end = html.find(close, i) + 1;
      out.append(html, i, end - i);
      i = end;
    } else {
      out.push_back(html[i++]);
    }
  }
  return out;
}

TEST_CASE("an article is judged the same in every form") {
  const std::string html = Article();
  const std::multiset<std::string> expected = Essence(Lint("a.html", html));
  REQUIRE(expected.size() > 8);

  std::map<std::string, std::string> forms;
  forms["UTF-16LE"] = testing::ToUtf16(html, {.big_endian = false});
  forms["UTF-16BE"] = testing::ToUtf16(html, {.big_endian = true});
  forms["UTF-8 with a byte order mark"] = "\xEF\xBB\xBF" + html;
  std::string minified;
  for (const char c : html) {
    if (c != '\n') minified.push_back(c);
  }
  forms["minified to one line"] = minified;
  std::string crlf;
  std::string cr;
  for (const char c : html) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
    cr.push_back(c == '\n' ? '\r' : c);
  }
  forms["CRLF"] = crlf;
  forms["CR"] = cr;
  int letters = 0;
  forms["inline tags inside words"] = ChangeText(html, [&](char c) {
    const bool tag = IsAsciiAlnum(c) && ++letters % 3 == 0;
    return tag ? "<i>" + std::string(1, c) + "</i>" : std::string(1, c);
  });
  forms["comments inside words"] = ChangeText(html, [&](char c) {
    const bool comment = IsAsciiAlnum(c) && ++letters % 4 == 0;
    return std::string(1, c) + (comment ? "<!-- x -->" : "");
  });
  forms["every letter an entity"] = ChangeText(html, [&](char c) {
    if (!IsAsciiAlnum(c)) return std::string(1, c);
    static constexpr char kHex[] = "0123456789abcdef";
    return ++letters % 2 == 0
               ? "&#" + std::to_string(int{c}) + ";"
               : std::string("&#x") + kHex[c >> 4] + kHex[c & 0xF] + ";";
  });
  for (const auto& [form, bytes] : forms) {
    CAPTURE(form);
    const FileReport report = Lint("a.html", bytes);
    CHECK(Essence(report) == expected);
    CheckPlaces(report);
  }
}

TEST_CASE("a bare fragment is judged like the page") {
  const std::string html = Article();
  const std::size_t begin = html.find("<h1>");
  const std::size_t end = html.find("</article>");
  const FileReport report = Lint("a.html", html.substr(begin, end - begin));
  CHECK(Essence(report) == Essence(Lint("a.html", html)));
  CheckPlaces(report);
}

TEST_CASE("the same article as plain text gets the same findings") {
  const FileReport text =
      Lint("a.txt", ReadFile(kPages / "cupping_for_back_pain.txt"),
           {.format = SourceFile::Format::kPlainText});
  CHECK(Essence(text) == Essence(Lint("a.html", Article())));
}

}  // namespace
}  // namespace medlint
