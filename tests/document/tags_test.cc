// SPDX-License-Identifier: Apache-2.0

#include "linter/document/tags.h"

#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

struct NamedTag {
  std::string_view name;
  Tag tag;
  TagFlow flow;
};

constexpr NamedTag kTags[] = {
#define MEDLINT_TAG(name, flow) {#name, Tag::k_##name, TagFlow::flow},
#include "linter/document/tags.def"
#undef MEDLINT_TAG
};

TEST_CASE("every tag is found by its name, in any case") {
  for (const NamedTag& tag : kTags) {
    CAPTURE(tag.name);
    CHECK(FindTag(tag.name) == tag.tag);
    CHECK(TagName(tag.tag) == tag.name);
    CHECK(FlowOf(tag.tag) == tag.flow);
  }
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
