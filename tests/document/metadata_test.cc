// SPDX-License-Identifier: Apache-2.0

#include "linter/document/metadata.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

std::string PropertyLinesOf(const Document& document) {
  std::string all;
  for (const Property& property : document.properties())
    all += property.name + "=" + property.value + "\n";
  return all;
}

TEST_CASE("facts around the text") {
  struct Case {
    std::string_view html;
    std::string_view properties;
  };
  constexpr Case kCases[] = {
      {"<title>A &amp; B</title>", "title=A & B\n"},
      {"<html lang=en-GB><p>x", "html:lang=en-GB\n"},
      {"<meta charset=utf-8>", "meta:charset=utf-8\n"},
      {"<META NAME=Description CONTENT=' a\n  b&nbsp;&copy; '>",
       "meta:description=a b\u00A0\u00A9\n"},
      {"<meta property='article:published_time' content='2025-02-11'>",
       "meta:article:published_time=2025-02-11\n"},
      {"<meta itemprop=author content=Ann>", "meta:author=Ann\n"},
      {"<meta name=a property=b content=c>", "meta:a=c\n"},
      {"<meta http-equiv=Refresh content='0;url=/x'>",
       "http-equiv:refresh=0;url=/x\n"},
      {"<meta name=robots>", ""},
      {"<meta name=keywords content=''>", "meta:keywords=\n"},
      {"<time datetime=2025-02-11>today</time>", "time=2025-02-11\n"},
      {"<span itemprop=datePublished content=2025>x</span>",
       "attribute:content=2025\n"},
      {"<img alt='a &gt; b' title=c><input placeholder=d aria-label=e>",
       "attribute:alt=a > b\nattribute:title=c\nattribute:placeholder=d\n"
       "attribute:aria-label=e\n"},
      {"<img alt=''>", "attribute:alt=\n"},
      {"<img alt='Data: rest by age'>", "attribute:alt=Data: rest by age\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(PropertyLinesOf(ReadHtmlText(std::string(c.html))) == c.properties);
  }
}

TEST_CASE("every value has its block, and its block leads back to it") {
  const std::string html =
      "<title>T</title><meta name=description content='caf&eacute; a'>"
      "<p>text <img alt=' two  words '></p><!-- a note -->";
  const Document document = ReadHtmlText(html);
  const auto properties = document.properties();
  REQUIRE(properties.size() == 3);
  for (std::uint32_t i = 0; i < properties.size(); ++i) {
    CAPTURE(properties[i].name);
    REQUIRE(properties[i].block != kNoBlock);
    const Block& block = document.blocks()[properties[i].block];
    CHECK(document.Slice(block.text) == properties[i].value);
    CHECK(properties[i].source.Contains(document.ToClean(block.text)));
    if (block.text.begin >= document.reading_end()) CHECK(block.property == i);
  }
  const Block& description = document.blocks()[properties[1].block];
  const TextSpan accent{description.text.begin + 3, description.text.begin + 5};
  CHECK(document.ToClean(accent).In(html) == "&eacute;");
  const Block& comment = document.blocks().back();
  CHECK(comment.kind == BlockKind::kComment);
  CHECK(document.Slice(comment.text) == "a note");
  CHECK(document.ToClean(comment.text).In(html) == "a note");
}

TEST_CASE("attributes belong to the section that they stand in") {
  const Document document =
      ReadHtmlText("<h1>A</h1><p>a</p><h2>B</h2><p>b<img alt=c></p>");
  const Block& alt = document.blocks().back();
  CHECK(document.Slice(alt.text) == "c");
  CHECK(document.sections()[alt.section].level == 2);
}

TEST_CASE("values over 8 KB are data") {
  const std::string most(8 * 1024, 'x');
  const Document document =
      ReadHtmlText("<img alt='" + most + "'><img alt='" + most + "x'>");
  REQUIRE(document.properties().size() == 2);
  CHECK(document.properties()[0].block != kNoBlock);
  CHECK(document.properties()[1].block == kNoBlock);
}

TEST_CASE("blocks are in order, apart, and found by offset") {
  const Document document = ReadHtmlText(
      "<title>T</title><meta name=a content=b><h1>A</h1><p>a<img alt=c>b"
      "<a href=/x>y</a></p><!-- d -->");
  Offset end = 0;
  for (BlockIndex i = 0; i < document.blocks().size(); ++i) {
    CAPTURE(i);
    const TextSpan text = document.blocks()[i].text;
    CHECK(text.begin >= end + (i > 0 ? 1 : 0));
    CHECK(!text.empty());
    CHECK(document.BlockAt(text.begin) == i);
    CHECK(document.BlockAt(text.end - 1) == i);
    CHECK(document.BlockAt(text.end) == kNoBlock);
    end = text.end;
  }
  CHECK(end == document.text().size());
  CHECK(document.markup().map.size() == document.text().size());
  CHECK(document.FindProperty("meta:a")->value == "b");
  CHECK(document.FindProperty("meta:b") == nullptr);
  CHECK(document.memory_bytes() > document.text().size());
}

}  // namespace
}  // namespace medlint
