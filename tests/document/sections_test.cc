// SPDX-License-Identifier: Apache-2.0

#include "linter/document/sections.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

// "A(B(C)D)": headings, and in parentheses the sections inside.
std::string TreeOf(const Document& document, SectionIndex parent) {
  std::string tree;
  for (SectionIndex i = 1; i < document.sections().size(); ++i) {
    const Section& section = document.sections()[i];
    if (section.parent != parent) continue;
    tree += document.Slice(document.blocks()[section.heading].text);
    const std::string inside = TreeOf(document, i);
    if (!inside.empty()) tree += "(" + inside + ")";
  }
  return tree;
}

TEST_CASE("headings nest by level") {
  struct Case {
    std::string_view html;
    std::string_view tree;
  };
  constexpr Case kCases[] = {
      {"<p>a", ""},
      {"<h1>A</h1><h2>B</h2><h2>C</h2>", "A(BC)"},
      {"<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", "A(B(C)D)"},
      {"<h1>A</h1><h4>B</h4><h3>C</h3><h2>D</h2>", "A(BCD)"},
      {"<h2>A</h2><h1>B</h1><h2>C</h2>", "AB(C)"},
      {"<h2>A</h2><p><b>B</b></p><h2>C</h2>", "A(B)C"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(TreeOf(ReadHtmlText(std::string(c.html)), 0) == c.tree);
  }
}

constexpr std::string_view kNestedPage =
    "<body><header><h2>Site</h2></header>"
    "<article><h1>Ginger</h1><p>Ginger is a root that people have eaten for a "
    "very long time, raw and cooked.</p>"
    "<h2>Risks</h2><p>Some people feel sick when they have eaten a lot of "
    "it.</p>"
    "<aside><h2>Offers</h2><p>Buy two</p></aside>"
    "<p>Ask a pharmacist before you take it together with other medicine.</p>"
    "</article><footer><h3>About</h3><p>We sell.</p></footer>";

TEST_CASE("boilerplate does not break the sections of the article") {
  const Document document = ReadHtmlText(std::string(kNestedPage));
  CHECK(TreeOf(document, 0) == "SiteGinger(Risks)About");
  const auto section_of = [&](std::string_view start) {
    for (const Block& block : document.blocks()) {
      if (!document.Slice(block.text).starts_with(start)) continue;
      const Section& section = document.sections()[block.section];
      return section.heading == kNoBlock
                 ? std::string("page")
                 : std::string(
                       document.Slice(document.blocks()[section.heading].text));
    }
    return std::string("no such block");
  };
  CHECK(section_of("Buy two") == "Risks");
  CHECK(section_of("Ask a") == "Risks");
  CHECK(section_of("We sell") == "About");
}

TEST_CASE("sections cover their blocks and those of their subsections") {
  const Document document = ReadHtmlText(std::string(kNestedPage));
  const auto sections = document.sections();
  for (SectionIndex i = 1; i < sections.size(); ++i) {
    CAPTURE(i);
    CHECK(sections[i].first_block == sections[i].heading);
    CHECK(sections[i].first_block < sections[i].end_block);
    const Section& parent = sections[sections[i].parent];
    CHECK(parent.first_block <= sections[i].first_block);
    CHECK(sections[i].end_block <= parent.end_block);
    CHECK(sections[i].parent < i);
    if (parent.heading != kNoBlock) CHECK(parent.level < sections[i].level);
  }
  for (BlockIndex i = 0; i < sections[0].end_block; ++i) {
    const Section& own = sections[document.blocks()[i].section];
    CHECK(own.first_block <= i);
    CHECK(i < own.end_block);
  }
}

TEST_CASE("hidden headings open no section") {
  const Document document = ReadHtmlText(
      "<h1>A</h1><h2 style='display:none'>spam words</h2><p>text</p>");
  CHECK(TreeOf(document, 0) == "A");
}

}  // namespace
}  // namespace medlint
