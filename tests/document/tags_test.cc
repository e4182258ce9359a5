// SPDX-License-Identifier: Apache-2.0

#include "linter/document/tags.h"

#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("every tag is found by its name, in any case") {
#define MEDLINT_TAG(name, flow)           \
  CHECK(FindTag(#name) == Tag::k_##name); \
  CHECK(TagName(Tag::k_##name) == #name); \
  CHECK(FlowOf(Tag::k_##name) == TagFlow::flow);
#include "linter/document/tags.def"
#undef MEDLINT_TAG
  CHECK(FindTag("BlockQuote") == Tag::k_blockquote);
  CHECK(FindTag("H2") == Tag::k_h2);
}

TEST_CASE("other names are k_other") {
  for (const std::string_view name :
       {"", "x-foo", "p ", "pp", "h7", "blockquotes", "d\xC3\xADv"}) {
    CAPTURE(name);
    CHECK(FindTag(name) == Tag::k_other);
  }
  CHECK(TagName(Tag::k_other) == "?");
  CHECK(FlowOf(Tag::k_other) == TagFlow::kInline);
}

TEST_CASE("headings have levels") {
  CHECK(HeadingLevel(Tag::k_h1) == 1);
  CHECK(HeadingLevel(Tag::k_h6) == 6);
  CHECK(HeadingLevel(Tag::k_header) == 0);
  CHECK(HeadingLevel(Tag::k_other) == 0);
}

}  // namespace
}  // namespace medlint
