// SPDX-License-Identifier: Apache-2.0
//
// Places in every format, of sources in which they are hard to tell.  What is
// expected is counted here from the bytes, by other means than the program's.

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/report.h"
#include "linter/report/writer.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

using nlohmann::json;

const RuleSet& Rules() {
  static const RuleSet::Loaded loaded = testing::LoadText(R"(
[[rule]]
id = "claims/cure"
kind = "phrase"
severity = "error"
language = "any"
summary = "s"
message = "m"
any = ["cures eczéma"]
zones = ["title", "summary", "main", "attribute", "meta"]
bad = ["[[cures eczéma]]"]
good = ["x"]
)");
  REQUIRE(loaded.errors.empty());
  return loaded.rules;
}

struct Place {
  std::size_t offset = 0;  // bytes of the file
  int line = 1;
  int code_points = 1;
  int bytes = 1;  // both as columns
};

// "source" has no byte order mark.
Place PlaceOf(std::string_view source, std::size_t offset,
              std::size_t mark_size) {
  Place place{.offset = mark_size + offset};
  for (std::size_t i = 0; i < offset; ++i) {
    const bool crlf = source[i] == '\r' && source.substr(i + 1, 1) == "\n";
    if (source[i] == '\n' || (source[i] == '\r' && !crlf)) {
      ++place.line;
      place.code_points = place.bytes = 1;
      continue;
    }
    ++place.bytes;
    if ((static_cast<unsigned char>(source[i]) & 0xC0U) != 0x80)
      ++place.code_points;
  }
  return place;
}

struct Marked {
  std::string source;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Marked Unmark(std::string text) {
  Marked marked;
  marked.begin = text.find("[[");
  text.erase(marked.begin, 2);
  marked.end = text.find("]]");
  text.erase(marked.end, 2);
  marked.source = std::move(text);
  return marked;
}

std::string Replaced(std::string text, std::string_view from,
                     std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// "3:14"
std::string LineAndColumn(const Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.code_points);
}

void CheckFormats(const Report& report, const Place& begin, const Place& end) {
  const json in_json = json::parse(WriteJson(report, {}))["findings"][0];
  CHECK(in_json["start"] == json{{"offset", begin.offset},
                                 {"line", begin.line},
                                 {"column", begin.code_points}});
  CHECK(in_json["end"] == json{{"offset", end.offset},
                               {"line", end.line},
                               {"column", end.code_points}});

  const json run = json::parse(WriteSarif(report, {}))["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  const json region =
      run["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["startLine"] == begin.line);
  CHECK(region["startColumn"] == begin.code_points);
  CHECK(region.value("endLine", begin.line) == end.line);
  CHECK(region["endColumn"] == end.code_points);
  CHECK(region["byteOffset"] == begin.offset);
  CHECK(region["byteLength"] == end.offset - begin.offset);

  const json range = json::parse(
      WriteRdjson(report, {}))["diagnostics"][0]["location"]["range"];
  CHECK(range["start"] == json{{"line", begin.line}, {"column", begin.bytes}});
  CHECK(range["end"] == json{{"line", end.line}, {"column", end.bytes}});

  CHECK(json::parse(WriteGitlab(report, {}))[0]["location"]["lines"]["begin"] ==
        begin.line);
  const std::string checkstyle = "line=\"" + std::to_string(begin.line) +
                                 "\" column=\"" +
                                 std::to_string(begin.code_points) + "\"";
  CHECK(WriteCheckstyle(report, {}).find(checkstyle) != std::string::npos);
  // GitHub takes columns of places within one line alone.
  std::string github = "line=" + std::to_string(begin.line);
  if (begin.line == end.line)
    github += ",col=" + std::to_string(begin.code_points);
  CHECK(WriteGithub(report, {}).find(github) != std::string::npos);
  for (const std::string_view name :
       {"concise", "full", "grouped", "html", "jsonl", "junit", "markdown"}) {
    CAPTURE(name);
    const std::string text = FindFormat(name)->write(report, {});
    const std::string place = name == "jsonl"
                                  ? "\"offset\":" + std::to_string(begin.offset)
                                  : LineAndColumn(begin);
    CHECK(text.find(place) != std::string::npos);
  }
}

TEST_CASE("places in every format") {
  const std::vector<std::string> pages = {
      "<p>It [[cures ecz\u00E9ma]] now.</p>\n",
      "<h1>A</h1>\n<p>\U0001F33F \U0001F469\u200D\U0001F4BB It [[cures "
      "ecz\u00E9ma]].</p>\n",
      "<p>e\u0301a\u0308 \u0915\u094D\u0937 [[cures eczéma]]</p>\n",
      "\t<p>\tA\t[[cures eczéma]]</p>\n",
      "<p>a &amp; b &lt; c: [[cures ecz&eacute;ma]]</p>\n",
      "<p>[[&#99;ures ecz&#233;m&#x61;]] so</p>\n",
      "<p>[[cures&nbsp;ecz&eacutema]] so</p>\n",
      "<p>It [[cu<b class=\"x\">res</b>\n  ecz<i>é</i>ma]] now</p>\n",
      "<p>It [[cures\n\n   eczéma]] now</p>\n",
      "<title>\u00E9: [[cures ecz\u00E9ma]]</title>\n<p>So.</p>\n",
      "<p>So. <img src=\"a.png\"\n alt=\"\u00E9 [[cures "
      "ecz&eacute;ma]]\"></p>\n",
      "<meta name=\"description\" content=\"[[cures eczéma]]\">\n<p>So.</p>\n",
      "<p>a<!-- cures -->b</p>\n\n<p>It [[cu\u00ADres eczéma]]</p>\n",
  };
  struct LineEnd {
    std::string_view name;
    std::string_view bytes;
  };
  for (const std::string& page : pages) {
    for (const LineEnd& ends :
         {LineEnd{"LF", "\n"}, LineEnd{"CRLF", "\r\n"}, LineEnd{"CR", "\r"}}) {
      for (const std::string_view mark : {"", "\xEF\xBB\xBF"}) {
        CAPTURE(page);
        CAPTURE(ends.name);
        CAPTURE(mark.size());
        const Marked marked = Unmark(Replaced(page, "\n", ends.bytes));
        Report report;
        report.files.push_back(
            testing::LintHtml(Rules(), std::string(mark) + marked.source));
        REQUIRE(report.files[0].findings.size() == 1);
        CheckFormats(report, PlaceOf(marked.source, marked.begin, mark.size()),
                     PlaceOf(marked.source, marked.end, mark.size()));
      }
    }
  }
}

}  // namespace
}  // namespace medlint
