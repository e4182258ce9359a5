// SPDX-License-Identifier: Apache-2.0
//
// Whatever is fed to the HTML reader, places are exact and time is linear.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/result.h"
#include "linter/document/html_reader.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"
#include "tests/support/place_check.h"
#include "tests/support/read_markup.h"

namespace medlint {
namespace {

using testing::MarkupPage;
using testing::ReadMarkupPage;

std::string Repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i)
    out += text;
  return out;
}

TEST_CASE("hostile pages are read to the end") {
  struct Case {
    std::string html;
    std::size_t elements;
    std::size_t text_size;
  };
  // Quadratic work on any of these would take minutes.
  const std::vector<Case> cases = {
      {"<body><p " + Repeat("a=b ", 100000) + ">x", 3, 1},
      {"<body>" + Repeat("<div>", 100000) + "x", 100002, 1},
      {"<body>" + Repeat("<div>", 50000) + Repeat("</div>", 50000) + "x", 50002,
       1},
      {"<body>" + Repeat("<i><b>", 500) + Repeat("</u></p></b>", 100000), 1002,
       0},
      {"<body><table><td>" + Repeat("<span>", 240) +
           Repeat("<p><div></div></p>", 50000),
       100244, 0},
      {"<body>" + Repeat("<", 1000000), 2, 1000000},
      {Repeat("<!--", 500000), 0, 0},
      {Repeat("<p a='", 500000), 3, 0},
      {"<body>" + Repeat("&", 1000000), 2, 1000000},
      {"<body>" + Repeat("word ", 1000000), 2, 4999999},
  };
  for (const Case& test : cases) {
    CAPTURE(test.html.substr(0, 40));
    const MarkupPage page = ReadMarkupPage(test.html);
    CHECK(page.markup.elements.size() == test.elements);
    CHECK(page.markup.text.size() == test.text_size);
  }
}

TEST_CASE("a tag keeps at most 65,535 attributes") {
  const MarkupPage page =
      ReadMarkupPage("<body><p " + Repeat("a ", 70000) + ">x");
  CHECK(page.markup.elements[2].attribute_count == 65535);
  CHECK(page.markup.attributes.size() == 65535);
}

void CheckElements(const Markup& markup) {
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    const Element& it = markup.elements[i];
    REQUIRE(i < it.subtree_end);
    REQUIRE(it.subtree_end <= markup.elements.size());
    REQUIRE(it.start_tag.begin <= it.start_tag.end);
    REQUIRE(it.end_tag.begin <= it.end_tag.end);
    REQUIRE(it.start_tag.end <= markup.source.size());
    REQUIRE(it.end_tag.end <= markup.source.size());
    const std::string_view inside = it.text.In(markup.text);
    const bool trimmed =
        inside.empty() || (inside.front() != '\n' && inside.back() != '\n');
    REQUIRE(trimmed);
    if (i > 0) {
      const Offset before = markup.elements[i - 1].start_tag.begin;
      REQUIRE(before <= it.start_tag.begin);
    }
    if (it.parent == kNoElement) continue;
    REQUIRE(it.parent < i);
    REQUIRE(it.subtree_end <= markup.elements[it.parent].subtree_end);
  }
}

void CheckPage(const MarkupPage& page) {
  CheckElements(page.markup);
  const testing::PlaceReport report =
      testing::CheckPlaces(page.markup, testing::PassagesOf(page.markup));
  for (const testing::Misplaced& misplaced : report.misplaced) {
    CAPTURE(misplaced.slice.In(page.markup.source));
    CHECK(misplaced.decoded == misplaced.expected);
  }
}

TEST_CASE("a wrong place does not go unnoticed") {
  Markup markup;
  markup.source = "<p>caf&eacute; ward";
  markup.text = "caf\u00E9 word";
  markup.map.AppendVerbatim(3, 3);
  markup.map.AppendAtomic(2, {6, 14});
  markup.map.AppendVerbatim(5, 14);
  const testing::PlaceReport report =
      testing::CheckPlaces(markup, testing::PassagesOf(markup));
  CHECK(report.words == 2);
  REQUIRE(report.misplaced.size() >= 1);
  CHECK(report.misplaced[0].expected == "word");
  CHECK(report.misplaced[0].decoded == "ward");
}

// CDATA, <svg> and <template> are left out: what their slices say depends on
// what stands around them, which the decoder of the tests does not see.
constexpr std::string_view kPieces[] = {"<p>",
                                        "</p>",
                                        "<b>",
                                        "</b>",
                                        "<i class='a b'>",
                                        "</i>",
                                        "<div>",
                                        "</div>",
                                        "<br>",
                                        "</br>",
                                        "<table>",
                                        "<tr>",
                                        "<td>",
                                        "</td>",
                                        "</table>",
                                        "<ul>",
                                        "<li>",
                                        "</ul>",
                                        "<h2>",
                                        "</h3>",
                                        "<a href=\"x\">",
                                        "</a>",
                                        "<span>",
                                        "</span>",
                                        "<img alt=\"a > b\">",
                                        "<script>if (a<b) '</div>'</script>",
                                        "<style>p{}</style>",
                                        "<title>a <b>x</b></title>",
                                        "<textarea>",
                                        "</textarea>",
                                        "<xmp>&amp;</xmp>",
                                        "<!--",
                                        "-->",
                                        "--!>",
                                        "<!-- c -->",
                                        "<!DOCTYPE html>",
                                        "<?php ?>",
                                        "</>",
                                        "</ x>",
                                        "<html lang=en>",
                                        "<head>",
                                        "</head>",
                                        "<body>",
                                        "</body>",
                                        "</html>",
                                        "<noscript>",
                                        "</noscript>",
                                        "<iframe>x</iframe>",
                                        "<select>",
                                        "<option>",
                                        "</select>",
                                        "<x-foo>",
                                        "</x-foo>",
                                        "<frameset>",
                                        "<form>",
                                        "</form>",
                                        "<section>",
                                        "</section>",
                                        "<caption>",
                                        "<dl><dt>a<dd>b",
                                        "<p",
                                        "<",
                                        "&",
                                        "&amp;",
                                        "&copy",
                                        "&nbsp;",
                                        "&#65;",
                                        "&#x1F600;",
                                        "&#128;",
                                        "&#0;",
                                        "&#127;",
                                        "&notit;",
                                        "&hyphen;",
                                        "word",
                                        "caf\u00E9",
                                        "e\u0301",
                                        "\U0001F600",
                                        " ",
                                        "  ",
                                        "\n",
                                        "\r\n",
                                        "\t",
                                        "\r",
                                        "\x7F",
                                        "\xFF",
                                        "a",
                                        "Z",
                                        ".",
                                        "=",
                                        "\"",
                                        "'",
                                        "/",
                                        ">",
                                        "\u00A0",
                                        "@click=\"a > b\"",
                                        "<plaintext>",
                                        "<wbr>",
                                        "<a",
                                        "<b/>"};

TEST_CASE("any soup of markup is read with exact places") {
  std::mt19937 random(20240229);
  for (int round = 0; round < 4000; ++round) {
    std::string html;
    for (std::size_t i = 1 + random() % 40; i > 0; --i) {
      html += kPieces[random() % std::size(kPieces)];
      if (random() % 50 == 0) html += static_cast<char>(random() % 256);
    }
    CAPTURE(html);
    CheckPage(ReadMarkupPage(html));
  }
}

TEST_CASE("every fixture page is read with exact places") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(MEDLINT_SOURCE_DIR) / "fixtures/pages";
  if (!fs::exists(folder)) return;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  for (const fs::path& path : paths) {
    CAPTURE(path.string());
    Result<std::shared_ptr<const SourceFile>> file =
        SourceFile::Read(path.string(), {});
    REQUIRE(file);
    Result<Markup> markup = ReadMarkup(**file);
    REQUIRE(markup);
    CHECK(markup->unaligned == 0);
    CheckPage({*file, *std::move(markup)});
  }
}

}  // namespace
}  // namespace medlint
