// SPDX-License-Identifier: Apache-2.0

#include "linter/document/blocks.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

// One line per block of the reading text: "heading/2 When to rest".
std::string KindsOf(const Document& document) {
  std::string kinds;
  for (const Block& block : document.blocks()) {
    if (block.text.begin >= document.reading_end()) break;
    kinds += BlockKindName(block.kind);
    const int depth = block.heading_level + block.list_depth;
    if (depth > 0) kinds += "/" + std::to_string(depth);
    kinds += " " + std::string(document.Slice(block.text)) + "\n";
  }
  return kinds;
}

TEST_CASE("kinds come from the innermost element that decides one") {
  struct Case {
    std::string_view html;
    std::string_view kinds;
  };
  constexpr Case kCases[] = {
      {"<title>T</title><p>a", "title T\nparagraph a\n"},
      {"<h1>a</h1><h3>b</h3>", "heading/1 a\nheading/3 b\n"},
      {"<h2><span>a</span> b</h2>", "heading/2 a b\n"},
      {"<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>",
       "list-item/1 a\nlist-item/2 b\nlist-item/1 c\nlist-item/1 d\n"},
      {"<li>a", "list-item/1 a\n"},
      {"<dl><dt>a<dd>b</dl>", "term a\nlist-item/1 b\n"},
      {"<table><caption>a</caption><tr><th>b<td><p>c</p></table>",
       "caption a\ntable-cell b\ntable-cell c\n"},
      {"<blockquote><p>a</p><ul><li>b</ul></blockquote>",
       "quote a\nlist-item/1 b\n"},
      {"<li><blockquote>a</blockquote>", "quote a\n"},
      {"<figure><img><figcaption>a</figcaption></figure><pre>b</pre>",
       "caption a\ncode b\n"},
      {"<div>a<div>b</div>c</div>", "paragraph a\nparagraph b\nparagraph c\n"},
      // A title in a drawing is not that of the page.
      {"<body><p>a<svg><title>t</title></svg>", "paragraph a t\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(KindsOf(ReadHtmlText(std::string(c.html))) == c.kinds);
  }
}

TEST_CASE("a paragraph that is one bold run is a heading") {
  struct Case {
    std::string_view html;
    bool heading;
  };
  constexpr Case kCases[] = {
      {"<p><b>Who should rest</b></p>", true},
      {"<p><strong>Who should rest?</strong></p>", true},
      {"<p><strong>Who</strong> <b>should rest</b></p>", true},
      {"<p><b>Who should rest&nbsp;</b></p>", true},
      {"<div><b>Who should rest</b></div>", true},
      {"<p><b>Rest.</b></p>", false},
      {"<p><b>Rest,</b></p>", false},
      {"<p><b>Rest</b> well</p>", false},
      {"<p>Do <b>rest</b></p>", false},
      {"<p><b>one two three four five six seven eight nine ten eleven twelve "
       "thirteen</b></p>",
       false},
      {"<li><b>Rest</b></li>", false},
      // Bold from outside is the style of a part.
      {"<b><p>Rest</p><p>Sleep</p></b>", false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document = ReadHtmlText(std::string(c.html));
    CHECK((document.blocks()[0].kind == BlockKind::kHeading) == c.heading);
  }
}

TEST_CASE("bold headings stand one level below the last real one") {
  const Document document = ReadHtmlText(
      "<p><b>A</b></p><h2>B</h2><p><b>C</b></p><p><b>D</b></p>"
      "<h6>E</h6><p><b>F</b></p>");
  CHECK(KindsOf(document) ==
        "heading/2 A\nheading/2 B\nheading/3 C\nheading/3 D\nheading/6 E\n"
        "heading/6 F\n");
}

TEST_CASE("headings in size only are paragraphs") {
  std::string words;
  for (int i = 0; i < 41; ++i)
    words += "word ";
  const Document document = ReadHtmlText("<h2>" + words + "</h2>");
  CHECK(document.blocks()[0].kind == BlockKind::kParagraph);
  CHECK(document.blocks()[0].heading_level == 0);
}

TEST_CASE("cells of layout tables hold paragraphs") {
  const std::string text(300, 'x');
  const Document document =
      ReadHtmlText("<table><tr><td><p>" + text + "</p><p>" + text +
                   "</p><p>end</p></table>");
  CHECK(document.blocks()[0].kind == BlockKind::kParagraph);
  CHECK(document.blocks()[2].kind == BlockKind::kParagraph);
}

// The lead-in of the block that reads "item", or "-".
std::string LeadInOf(const Document& document, std::string_view item) {
  for (const Block& block : document.blocks()) {
    if (document.Slice(block.text) != item) continue;
    if (block.lead_in == kNoBlock) return "-";
    return std::string(document.Slice(document.blocks()[block.lead_in].text));
  }
  return "no such block";
}

TEST_CASE("lists are introduced by the block before them") {
  struct Case {
    std::string_view html;  // with an item "x"
    std::string_view lead_in;
  };
  constexpr Case kCases[] = {
      {"<p>Rest if:</p><ul><li>a<li>x</ul>", "Rest if:"},
      {"<p>Some people rest.<ul><li>x</ul>", "Some people rest."},
      {"<h2>When to rest</h2><ul><li>x</ul>", "When to rest"},
      {"<div><p>Rest if:</p></div><div><div><ul><li><p>x</p></ul></div></div>",
       "Rest if:"},
      {"<p>Rest if:</p><ul><li><p>a</p><p>x</p></ul>", "Rest if:"},
      // Broken into two lists: only a colon reaches over the first.
      {"<p>Rest if:</p><ul><li>a</ul><ul><li>x</ul>", "Rest if:"},
      {"<p>Rest.</p><ul><li>a</ul><ul><li>x</ul>", "-"},
      {"<p>Rest if:</p><table><tr><td>a</table><ul><li>x</ul>", "Rest if:"},
      {"<ul><li>x</ul>", "-"},
      {"<ul><li>Rest if<ul><li>x</ul></ul>", "Rest if"},
      {"<p>a:</p><ul><li>b<ul><li>c</ul><li>x</ul>", "a:"},
      {"<p>a:</p><ol><li><ul><li>x</ul></ol>", "a:"},
      {"<p>a:</p><dl><dt>b<dd>c<dt>Rest if<dd>x</dl>", "Rest if"},
      {"<title>Rest</title><ul><li>x</ul>", "-"},
      {"<p>a:</p><li>x", "a:"},
      {"<p>a:</p><ul><li><ul>x</ul></ul>", "a:"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(LeadInOf(ReadHtmlText(std::string(c.html)), "x") == c.lead_in);
  }
}

TEST_CASE("an article does not introduce the navigation after it") {
  const Document document = ReadHtmlText(
      "<body><article><h1>Ginger</h1><p>Ginger is a root that people have "
      "eaten for a very long time.</p></article><nav><ul><li>Home</ul></nav>");
  CHECK(LeadInOf(document, "Home") == "-");
}

TEST_CASE("labels of items and paragraphs") {
  struct Case {
    std::string_view html;
    std::string_view label;
  };
  constexpr Case kCases[] = {
      {"<li><strong>Nurses</strong> &#8211; They see it.", "Nurses"},
      {"<li><b>Nurses</b>&nbsp;&ndash;&nbsp;They see it.", "Nurses"},
      {"<li><b>Nurses:</b> They see it.", "Nurses"},
      {"<li><b>Ward</b> <b>nurses</b>: They see it.", "Ward nurses"},
      {"<li>1. <b>Nurses</b>: They see it.", "Nurses"},
      {"<li>Nurses &mdash; They see it.", "Nurses"},
      {"<p><em><b>Nurses</b></em>: They see it.", "Nurses"},
      {"<p>Nurses: They see it.", ""},
      {"<p><b>Nurses</b> see it.", ""},
      {"<h2>Nurses &ndash; They see it</h2>", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document = ReadHtmlText(std::string(c.html));
    CHECK(document.Slice(document.blocks()[0].label) == c.label);
  }
}

TEST_CASE("a hundred thousand items take no time to speak of") {
  std::string html = "<p>If:</p><ul>";
  for (int i = 0; i < 100'000; ++i)
    html += "<li><b>a</b>: b</li>";
  const Document document = ReadHtmlText(html);
  REQUIRE(document.blocks().size() == 100'001);
  CHECK(document.blocks().back().lead_in == 0);
  CHECK(document.Slice(document.blocks().back().label) == "a");
}

}  // namespace
}  // namespace medlint
