// SPDX-License-Identifier: Apache-2.0

#include "linter/document/markup.h"

#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/tags.h"
#include "tests/support/read_markup.h"

namespace medlint {
namespace {

using testing::MarkupPage;
using testing::ReadMarkupPage;

// Returns the only element called "name".
ElementIndex Only(const Markup& markup, std::string_view name) {
  ElementIndex found = kNoElement;
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    if (markup.elements[i].tag == Tag::k_html ||
        markup.elements[i].tag == Tag::k_body || markup.NameOf(i) != name)
      continue;
    REQUIRE(found == kNoElement);
    found = i;
  }
  REQUIRE(found != kNoElement);
  return found;
}

TEST_CASE("attributes are found by name") {
  const MarkupPage page = ReadMarkupPage(
      "<p ID=one Class='a b' hidden title=\"caf&eacute; &amp; bar\" id=two>x");
  const Markup& markup = page.markup;
  const ElementIndex p = Only(markup, "p");
  REQUIRE(markup.FindAttribute(p, "id") != nullptr);
  CHECK(markup.FindAttribute(p, "id")->value.In(markup.source) == "one");
  CHECK(markup.AttributeValue(p, "class") == "a b");
  CHECK(markup.AttributeValue(p, "title") == "caf\u00E9 & bar");
  REQUIRE(markup.FindAttribute(p, "hidden") != nullptr);
  CHECK(markup.FindAttribute(p, "hidden")->value.empty());
  CHECK(markup.AttributeValue(p, "hidden").empty());
  CHECK(markup.FindAttribute(p, "lang") == nullptr);
  CHECK(markup.AttributeValue(p, "lang").empty());
}

TEST_CASE("names are as written, in lower case") {
  const MarkupPage page =
      ReadMarkupPage("<My-Element/x><DIV>a</DIV></My-Element>");
  const ElementIndex own = Only(page.markup, "my-element");
  const ElementIndex div = Only(page.markup, "div");
  CHECK(page.markup.elements[own].tag == Tag::k_other);
  CHECK(page.markup.elements[div].tag == Tag::k_div);
  CHECK(page.markup.IsInside(div, own));
  CHECK(page.markup.IsInside(own, own));
  CHECK_FALSE(page.markup.IsInside(own, div));
}

}  // namespace
}  // namespace medlint
