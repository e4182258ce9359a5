// SPDX-License-Identifier: Apache-2.0

#include "linter/document/tags.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/document/word_index.h"

namespace medlint {
namespace {

struct TagInfo {
  std::string_view name;
  TagFlow flow;
};

constexpr auto kTags = std::to_array<TagInfo>({
    {"?", TagFlow::kInline},
#define MEDLINT_TAG(name, flow) {#name, TagFlow::flow},
#include "linter/document/tags.def"
#undef MEDLINT_TAG
});

constexpr auto kTagNames = std::to_array<std::string_view>({
#define MEDLINT_TAG(name, flow) #name,
#include "linter/document/tags.def"
#undef MEDLINT_TAG
});
static_assert(std::ranges::is_sorted(kTagNames), "tags.def: order");

constexpr WordIndex<kTagNames.size(), 512> kTagIndex(kTagNames);

const TagInfo& InfoOf(Tag tag) {
  return kTags[static_cast<std::size_t>(tag)];
}

}  // namespace

Tag FindTag(std::string_view name) {
  const auto found = kTagIndex.Find(name);
  return found == kTagNames.size() ? Tag::k_other : static_cast<Tag>(found + 1);
}

std::string_view TagName(Tag tag) {
  return InfoOf(tag).name;
}

TagFlow FlowOf(Tag tag) {
  return InfoOf(tag).flow;
}

int HeadingLevel(Tag tag) {
  if (tag < Tag::k_h1 || tag > Tag::k_h6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::k_h1) + 1;
}

}  // namespace medlint
