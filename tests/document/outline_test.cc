// SPDX-License-Identifier: Apache-2.0

#include <string>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

TEST_CASE("the outline of a page") {
  const Document document = ReadHtmlText(
      "<html lang=en><head><title>Ginger &amp; you</title>\n"
      "<link rel=canonical href='https://www.example.org/ginger'>\n"
      "<script type='application/ld+json'>{\"@type\":\"Article\",}</script>\n"
      "</head><body><nav><a href='/'>Home</a></nav>\n"
      "<article><h1>Ginger &amp; you</h1>\n"
      "<p>Rest if you are:</p>\n"
      "<ul><li><b>Ill</b> &ndash; say \"no\" to work</li></ul>\n"
      "<p style='display:none'>one two</p>\n"
      "</article></body></html>\n");
  CHECK(Outline(document) ==
        R"(encoding UTF-8
main 5:10-8:36
headline 5:14 "Ginger & you"
properties
  title 1:28 "Ginger & you"
  html:lang 1:12 "en"
  jsonld:@type node 0 3:46 "Article"
  link:canonical 2:27 "https://www.example.org/ginger"
  attribute:href 4:28 "/"
sections
  1 level 1 in 0, blocks 2-6 "Ginger & you"
blocks
  0 title title 1:28 in 0 "Ginger & you"
  1 paragraph boilerplate 4:31 in 0 "Home"
  2 heading/1 title 5:14 in 1 "Ginger & you"
  3 paragraph main 6:4 in 1 "Rest if you are:"
  4 list-item/1 main 7:12 in 1, lead-in 3, label "Ill" "Ill – say \"no\" to work"
  5 paragraph hidden 8:25 in 1 "one two"
  6 meta meta 1:12 in 0 "en"
  7 jsonld jsonld 3:46 in 0 "Article"
  8 meta url 2:27 in 0 "https://www.example.org/ginger"
  9 url url 4:28 in 0 "/"
links
  meta 2:1 "" "https://www.example.org/ginger" host example.org rel canonical
  boilerplate 4:19 "Home" "/"
hidden
  display-none 8:25 by 8:11 "one two"
problems
  broken-jsonld 3:55 expected a property name in quotes
)");
}

TEST_CASE("long texts are cut between characters") {
  const Document document =
      ReadPlainTextDocument(std::string(99, 'x') + "\u00E9y.");
  const std::string outline = Outline(document);
  CHECK(outline.find(std::string(99, 'x') + "...\"\n") != std::string::npos);
}

}  // namespace
}  // namespace medlint
