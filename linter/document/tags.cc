// SPDX-License-Identifier: Apache-2.0

#include "linter/document/tags.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/utf8.h"

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

constexpr std::size_t kSlots = 512;  // a quarter full
constexpr std::size_t kMaxName = 10;

constexpr std::size_t SlotOf(std::string_view name) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : name)
    hash = (hash ^ static_cast<unsigned char>(ToAsciiLower(c))) * 16777619U;
  return (hash ^ (hash >> 15U)) % kSlots;
}

// Open addressing; 0 is an empty slot.
consteval std::array<std::uint8_t, kSlots> MakeIndex() {
  std::array<std::uint8_t, kSlots> index = {};
  for (std::size_t i = 1; i < kTags.size(); ++i) {
    std::size_t slot = SlotOf(kTags[i].name);
    while (index[slot] != 0)
      slot = (slot + 1) % kSlots;
    index[slot] = static_cast<std::uint8_t>(i);
  }
  return index;
}

constexpr auto kIndex = MakeIndex();

consteval bool TableIsSound() {
  for (std::size_t i = 1; i < kTags.size(); ++i) {
    if (kTags[i].name.size() > kMaxName) return false;
    if (i > 1 && kTags[i - 1].name >= kTags[i].name) return false;
  }
  return kTags.size() < 256;
}

static_assert(TableIsSound(), "tags.def: order, or a name over kMaxName");

const TagInfo& InfoOf(Tag tag) {
  return kTags[static_cast<std::size_t>(tag)];
}

}  // namespace

Tag FindTag(std::string_view name) {
  if (name.empty() || name.size() > kMaxName) return Tag::k_other;
  for (std::size_t slot = SlotOf(name); kIndex[slot] != 0;
       slot = (slot + 1) % kSlots) {
    if (EqualsIgnoringAsciiCase(kTags[kIndex[slot]].name, name))
      return static_cast<Tag>(kIndex[slot]);
  }
  return Tag::k_other;
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
