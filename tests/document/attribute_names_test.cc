// SPDX-License-Identifier: Apache-2.0

#include "linter/document/attribute_names.h"

#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/markup.h"
#include "tests/support/read_markup.h"

namespace medlint {
namespace {

TEST_CASE("every attribute is found by its name, in any case") {
#define MEDLINT_ATTRIBUTE(id, name) \
  CHECK(FindAttributeName(name) == AttributeName::id);
#include "linter/document/attribute_names.def"
#undef MEDLINT_ATTRIBUTE
  CHECK(FindAttributeName("HREF") == AttributeName::kHref);
  for (const std::string_view name :
       {"", "h", "hre", "hrefs", "data-", "aria-describedby-x"}) {
    CAPTURE(name);
    CHECK(FindAttributeName(name) == AttributeName::kOther);
  }
}

TEST_CASE("an element knows its attributes; of two the first holds") {
  const testing::MarkupPage page = testing::ReadMarkupPage(
      "<body><p data-x=0 ID=one Title='a &amp; b' id=two>x</p>");
  const Markup& markup = page.markup;
  const ElementIndex p = 2;
  CHECK(markup.elements[p].Has(AttributeName::kId));
  CHECK_FALSE(markup.elements[p].Has(AttributeName::kHref));
  CHECK(markup.RawValue(p, AttributeName::kId) == "one");
  CHECK(markup.RawValue(p, AttributeName::kHref).empty());
  CHECK(markup.AttributeValue(p, AttributeName::kTitle) == "a & b");
  CHECK(markup.FindAttribute(p, AttributeName::kHref) == nullptr);
  CHECK(markup.FindAttribute(p, "id") ==
        markup.FindAttribute(p, AttributeName::kId));
  CHECK(markup.AttributeValue(p, "data-x") == "0");
}

}  // namespace
}  // namespace medlint
