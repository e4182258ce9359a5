// SPDX-License-Identifier: Apache-2.0
//
// Block i of a document is line i of its text.

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

void CheckLines(const Document& document) {
  std::size_t begin = 0;
  const std::string_view text = document.text();
  for (const Block& block : document.blocks()) {
    if (begin > 0) {
      REQUIRE(begin < text.size());
      REQUIRE(text[begin] == '\n');
      ++begin;
    }
    REQUIRE(block.text.begin == begin);
    REQUIRE(!block.text.empty());
    REQUIRE(document.Slice(block.text).find('\n') == std::string_view::npos);
    begin = block.text.end;
  }
  REQUIRE(begin == text.size());
}

TEST_CASE("lines: the pages of fixtures") {
  std::size_t pages = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(
           fs::path(MEDLINT_SOURCE_DIR) / "fixtures/pages")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    CAPTURE(entry.path().string());
    if (entry.path().extension() == ".html") {
      CheckLines(ReadHtmlText(bytes));
      ++pages;
    } else if (entry.path().extension() == ".txt") {
      CheckLines(ReadPlainTextDocument(bytes));
    }
  }
  CHECK(pages > 0);
}

TEST_CASE("lines: values that decode to nothing leave no line") {
  for (const std::string_view html :
       {"<img alt='&#1;'><img alt=b>", "<p>a</p><img alt='&#1;'><img alt=b>",
        "<p>a</p><img alt=' &#x20; ' title='&#10;'>", "<a href='&#9;'>x</a>",
        "<p>a<!-- &#1; --><!-- b -->", "",
        "<p>a<script type='application/ld+json'>{\"a\":\"\\u0001\",\"b\":\" "
        "\\n \",\"c\":\"x\\ny\"}</script>"}) {
    CAPTURE(html);
    CheckLines(ReadHtmlText(std::string(html)));
  }
}

TEST_CASE("lines: generated pages") {
  static constexpr std::string_view kParts[] = {
      "<p>",
      "</p>",
      "<br>",
      "\n",
      " ",
      "word ",
      "A b. ",
      "<div>",
      "</div>",
      "<li>",
      "&nbsp;",
      "&#10;",
      "&#1;",
      "&#x7f;",
      "<b>",
      "</b>",
      "<h2>",
      "</h2>",
      "<img alt='&#1;'>",
      "<img alt='a&#10;b'>",
      "<pre>a\n\nb</pre>",
      "<!-- &#1; -->",
      "<!-- c -->",
      "<a href='&#1;'>",
      "</a>",
      "<table><td>",
      "<textarea>\n\nx\n</textarea>",
      "<svg><title>t</title></svg>",
      "<meta name=description content='&#2; '>",
      "<title>\nt\n</title>",
      "<script type='application/ld+json'>{\"a\":\"\\u0001\",\"b\":[1,\" "
      "\"]}</script>"};
  std::mt19937 random(5);
  for (int page = 0; page < 300; ++page) {
    std::string html;
    for (int i = 0; i < 40; ++i)
      html += kParts[random() % std::size(kParts)];
    CAPTURE(html);
    CheckLines(ReadHtmlText(html));
    CheckLines(ReadPlainTextDocument(html));
  }
}

}  // namespace
}  // namespace medlint
