// SPDX-License-Identifier: Apache-2.0

#include "linter/document/open_tags.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

#include "linter/document/tags.h"

namespace medlint {
namespace {

// How far an end tag reaches.
enum Scope : std::uint8_t {
  kEverywhere = 0,
  kInline = 1,    // to the next block
  kListItem = 2,  // to the next list
  kBlock = 4,     // to the next table cell
  kTable = 8,     // to the next table
};

constexpr std::size_t IndexOf(Tag tag) {
  return static_cast<std::size_t>(tag);
}

// All headings are one.
constexpr Tag KindOf(Tag tag) {
  return Tag::k_h1 <= tag && tag <= Tag::k_h6 ? Tag::k_h1 : tag;
}

constexpr Scope ScopeOf(Tag end, TagFlow flow) {
  using enum Tag;
  switch (end) {
    case k_template:
      return kEverywhere;
    // <form> is closed without what it holds; so it stays open a little.
    case k_form:
      return kInline;
    case k_li:
      return kListItem;
    case k_table:
    case k_tbody:
    case k_td:
    case k_tfoot:
    case k_th:
    case k_thead:
    case k_tr:
      return kTable;
    default:
      return flow == TagFlow::kInline ? kInline : kBlock;
  }
}

// The scopes that end at an open element.
constexpr unsigned ScopesEndingAt(Tag open, TagFlow flow) {
  using enum Tag;
  switch (open) {
    case k_table:
    case k_template:
      return kInline | kListItem | kBlock | kTable;
    case k_caption:
    case k_object:
    case k_td:
    case k_th:
      return kInline | kListItem | kBlock;
    case k_ol:
    case k_ul:
      return kInline | kListItem;
    default:
      return flow == TagFlow::kBlock ? unsigned{kInline} : 0U;
  }
}

struct Reach {
  std::uint8_t scope = 0;
  std::uint8_t ends = 0;
};

struct TagAndFlow {
  Tag tag;
  TagFlow flow;
};

constexpr auto kFlows = std::to_array<TagAndFlow>({
    {Tag::k_other, TagFlow::kInline},
#define MEDLINT_TAG(name, flow) {Tag::k_##name, TagFlow::flow},
#include "linter/document/tags.def"
#undef MEDLINT_TAG
});

consteval std::array<Reach, 256> MakeReaches() {
  std::array<Reach, 256> reaches = {};
  for (const auto& [tag, flow] : kFlows) {
    reaches[IndexOf(tag)] = {
        ScopeOf(tag, flow),
        static_cast<std::uint8_t>(ScopesEndingAt(tag, flow))};
  }
  return reaches;
}

constexpr auto kReaches = MakeReaches();

}  // namespace

bool EndTagFits(Tag end, Tag open) {
  return KindOf(end) == KindOf(open);
}

void OpenTags::Push(Tag tag) {
  tags_.push_back(tag);
  ++known_;
  ++counts_[IndexOf(KindOf(tag))];
}

void OpenTags::Pop(std::size_t count) {
  assert(count <= tags_.size());
  known_ -= std::min(known_, count);
  for (; count > 0; --count) {
    --counts_[IndexOf(KindOf(tags_.back()))];
    tags_.pop_back();
  }
}

std::size_t OpenTags::CountClosedBy(Tag end) const {
  const Tag kind = KindOf(end);
  if (counts_[IndexOf(kind)] == 0) return 0;
  const std::uint8_t scope = kReaches[IndexOf(end)].scope;
  for (std::size_t i = tags_.size(); i > 0; --i) {
    const Tag open = tags_[i - 1];
    if (KindOf(open) == kind) return tags_.size() - i + 1;
    if ((kReaches[IndexOf(open)].ends & scope) != 0) return 0;
  }
  return 0;
}

}  // namespace medlint
