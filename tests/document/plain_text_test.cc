// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "linter/document/plain_text_reader.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

std::string KindsAndLeadInsOf(const Document& document) {
  std::string kinds;
  for (const Block& block : document.blocks()) {
    kinds += BlockKindName(block.kind);
    const int depth = block.heading_level + block.list_depth;
    if (depth > 0) kinds += "/" + std::to_string(depth);
    if (block.lead_in != kNoBlock)
      kinds += " <" + std::to_string(block.lead_in);
    kinds += " " + std::string(document.Slice(block.text)) + "\n";
  }
  return kinds;
}

TEST_CASE("blocks of plain text") {
  struct Case {
    std::string_view reason;
    std::string_view text;
    std::string_view kinds;
  };
  constexpr Case kCases[] = {
      {"nothing", "", ""},
      {"blank", " \n\t\n", ""},
      {"one line is no heading", "Ginger helps\n", "paragraph Ginger helps\n"},
      {"title and headings", "Ginger\n\nIt is hot.\n\nWhat to Avoid\n\nNone.\n",
       "heading/1 Ginger\nparagraph It is hot.\nheading/2 What to Avoid\n"
       "paragraph None.\n"},
      {"no headings: stops, colons, small letters, bylines, tokens",
       "It is hot.\n\nAvoid:\n\nad4 ad2\n\nBy A. Writer\n\nend\n",
       "paragraph It is hot.\nparagraph Avoid:\nparagraph ad4 ad2\n"
       "paragraph By A. Writer\nparagraph end\n"},
      {"a last line is no heading", "It is hot.\n\nThe End\n",
       "paragraph It is hot.\nparagraph The End\n"},
      {"bullets",
       "Rest if:\n\n  \u2022 ill\n  - tired\n  * sad\n1. old\n2) late\n",
       "paragraph Rest if:\nlist-item/1 <0 ill\nlist-item/1 <0 tired\n"
       "list-item/1 <0 sad\nlist-item/1 <0 old\nlist-item/1 <0 late\n"},
      {"what is no bullet", "-5 degrees are cold.\n2024 was warm.\n",
       "paragraph -5 degrees are cold.\nparagraph 2024 was warm.\n"},
      {"nested", "a:\n- b\n    - c\n    - d\n- e\n",
       "paragraph a:\nlist-item/1 <0 b\nlist-item/2 <1 c\nlist-item/2 <1 d\n"
       "list-item/1 <0 e\n"},
      {"a list without lead-in", "- a\n- b\n",
       "list-item/1 a\nlist-item/1 b\n"},
      {"two lists", "a:\n- b\n\nc.\n- d\n",
       "paragraph a:\nlist-item/1 <0 b\nparagraph c.\nlist-item/1 <2 d\n"},
      {"lines that had room are blocks of their own",
       "It is hot.\nIt is yellow.\n",
       "paragraph It is hot.\nparagraph It is yellow.\n"},
      {"wrapped lines are joined",
       "Ginger is a root that people in many countries have eaten\n"
       "Friday after Friday for a very long time, raw and cooked.\n",
       "paragraph Ginger is a root that people in many countries have eaten "
       "Friday after Friday for a very long time, raw and cooked.\n"},
      {"small letters go on", "It is\nhot.\n", "paragraph It is hot.\n"},
      {"an item that goes on", "- It is\n  hot.\n- b\n",
       "list-item/1 It is hot.\nlist-item/1 b\n"},
      {"white space", "a \t b\r\n\r\nc\n", "paragraph a b\nparagraph c\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.reason);
    CHECK(KindsAndLeadInsOf(ReadPlainTextDocument(std::string(c.text))) ==
          c.kinds);
  }
}

TEST_CASE("long lines are not wrapped by hand") {
  const std::string line = "It " + std::string(150, 'x') + ".";
  const Document document = ReadPlainTextDocument(line + "\n" + line + "\n");
  CHECK(document.blocks().size() == 2);
}

TEST_CASE("labels, zones and sections as on a page") {
  const Document document = ReadPlainTextDocument(
      "All About Ginger\n\nKey Takeaways\n\n- It is hot.\n\nWho Says So\n\n"
      "- Nurses \u2013 They see it.\n");
  const auto blocks = document.blocks();
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[0].zone == Zone::kTitle);
  CHECK(document.headline() == 0);
  CHECK(blocks[2].zone == Zone::kSummary);
  CHECK(document.Slice(blocks[4].label) == "Nurses");
  CHECK(blocks[4].zone == Zone::kMain);
  CHECK(document.sections().size() == 4);
  CHECK(document.sections()[blocks[4].section].heading == 3);
  CHECK(document.main().end == document.text().size());
}

TEST_CASE("positions of joined lines") {
  const std::string text = "It is \n  hot\u00E9 to eat\n";
  const Document document = ReadPlainTextDocument(text);
  CHECK(document.text() == "It is hot\u00E9 to eat");
  const auto at = static_cast<Offset>(document.text().find("hot"));
  CHECK(document.ToClean({at, at + 5}).In(text) == "hot\u00E9");
  CHECK(document.ToClean({0, 5}).In(text) == "It is");
  CHECK(document.markup().map.size() == document.text().size());
}

TEST_CASE("a hundred thousand items take no time to speak of") {
  std::string text;
  for (int i = 0; i < 100'000; ++i)
    text += std::string(static_cast<std::size_t>(i % 40), ' ') + "- a\n";
  CHECK(ReadPlainTextDocument(text).blocks().size() == 100'000);
}

}  // namespace
}  // namespace medlint
