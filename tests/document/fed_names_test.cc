// SPDX-License-Identifier: Apache-2.0

#include "linter/document/fed_names.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/document/markup.h"
#include "tests/support/read_markup.h"

namespace medlint {
namespace {

using testing::MarkupPage;
using testing::ReadMarkupPage;

// Each element with its parent and text.
std::vector<std::string> Tree(const Markup& markup) {
  std::vector<std::string> tree;
  for (const Element& element : markup.elements) {
    tree.push_back(std::string(TagName(element.tag)) + " in " +
                   std::to_string(element.parent) + ": " +
                   std::string(element.text.In(markup.text)));
  }
  return tree;
}

// An element whose tags come in one batch may be kept from libxml2, one whose
// tags come in two may not: both must give one tree.  More comments than a
// batch holds make the difference.
TEST_CASE("what is not fed is what libxml2 would only repeat") {
  std::string comments;
  for (int i = 0; i < 1100; ++i)
    comments += "<!---->";
  static constexpr std::string_view kTags[] = {
      "a",     "b",    "button", "caption",  "colgroup", "dd",       "div",
      "dt",    "font", "h2",     "li",       "noscript", "optgroup", "option",
      "p",     "span", "table",  "tbody",    "td",       "tfoot",    "th",
      "thead", "tr",   "ul",     "template", "form",     "x-foo",    "section"};
  int plain = 0;
  for (const std::string_view outer : kTags) {
    for (const std::string_view inner : kTags) {
      if (!IsPlainStart(FindTag(inner), FindTag(outer))) continue;
      const std::string open = "<body><div><" + std::string(outer) + ">a<" +
                               std::string(inner) + ">b";
      const std::string close = "</" + std::string(inner) + ">c</" +
                                std::string(outer) + ">d</div><p>e</p>";
      CAPTURE(open);
      const MarkupPage one = ReadMarkupPage(open + close);
      const MarkupPage two = ReadMarkupPage(open + comments + close);
      CHECK(Tree(one.markup) == Tree(two.markup));
      ++plain;
    }
  }
  CHECK(plain > 400);
}

TEST_CASE("a start tag that may close another is not plain") {
  CHECK(IsPlainStart(Tag::k_p, Tag::k_div));
  CHECK_FALSE(IsPlainStart(Tag::k_p, Tag::k_p));
  CHECK_FALSE(IsPlainStart(Tag::k_p, {}));
  CHECK(IsPlainStart(Tag::k_h2, {}));
  CHECK(IsPlainStart(Tag::k_span, {}));
  CHECK_FALSE(IsPlainStart(Tag::k_li, Tag::k_li));
  CHECK_FALSE(IsPlainStart(Tag::k_td, Tag::k_td));
  CHECK(IsPlainStart(Tag::k_td, Tag::k_tr));
}

}  // namespace
}  // namespace medlint
