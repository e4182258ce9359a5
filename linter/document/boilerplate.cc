// SPDX-License-Identifier: Apache-2.0

#include "linter/document/boilerplate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/attribute_names.h"
#include "linter/document/blocks.h"
#include "linter/document/content_weight.h"
#include "linter/document/document.h"
#include "linter/document/links.h"
#include "linter/document/markup.h"
#include "linter/document/part_names.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// A sign holds only for elements with at most this percentage of the prose.
// Comments can be longer than what they comment on.
constexpr Offset kNoSign = 0;
constexpr Offset kFormShare = 20;
constexpr Offset kNameShare = 30;
constexpr Offset kTagShare = 50;
constexpr Offset kCommentShare = 85;
constexpr Offset kAnyShare = 100;

constexpr BlockIndex kMinLinkRun = 3;
constexpr Offset kMaxLinkBlock = 120;  // bytes; longer ones are text

constexpr auto kFrameRoles = std::to_array<std::string_view>(
    {"banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
     "navigation", "search", "toolbar"});
static_assert(std::ranges::is_sorted(kFrameRoles));

Offset ShareOfTag(Tag tag) {
  switch (tag) {
    case Tag::k_nav:
    case Tag::k_aside:
    case Tag::k_footer:
    case Tag::k_header:
      return kTagShare;
    case Tag::k_form:
    case Tag::k_dialog:
    case Tag::k_search:
    case Tag::k_menu:
      return kFormShare;
    case Tag::k_button:
    case Tag::k_select:
    case Tag::k_option:
    case Tag::k_optgroup:
    case Tag::k_datalist:
    case Tag::k_textarea:
    case Tag::k_noscript:
    case Tag::k_iframe:
      return kAnyShare;
    default:
      return kNoSign;
  }
}

// The share up to which the signs of "index" hold.
Offset FrameShare(const Markup& markup, ElementIndex index) {
  const Element& element = markup.elements[index];
  if (element.tag == Tag::k_body || element.tag == Tag::k_html ||
      HeadingLevel(element.tag) > 0)
    return kNoSign;
  const Offset share = ShareOfTag(element.tag);
  if (element.attribute_set == 0) return share;
  const PartSigns signs = ReadPartSigns(markup, index);
  if (signs.summary) return kNoSign;
  if (signs.comment) return std::max(share, kCommentShare);
  if (signs.frame) return std::max(share, kNameShare);
  const bool frame_role =
      element.Has(AttributeName::kRole) &&
      std::ranges::binary_search(kFrameRoles,
                                 markup.RawValue(index, AttributeName::kRole));
  return frame_role ? std::max(share, kTagShare) : share;
}

// For each element, how many <h1> stand before it.
std::vector<ElementIndex> CountHeadlines(const Markup& markup) {
  std::vector<ElementIndex> counts;
  counts.reserve(markup.elements.size() + 1);
  counts.push_back(0);
  for (const Element& element : markup.elements)
    counts.push_back(counts.back() + (element.tag == Tag::k_h1 ? 1 : 0));
  return counts;
}

// For each element, whether an ancestor is <article>, <section> or <main>: a
// <header> in there, or after the headline, is not that of the site.
std::vector<bool> FindParts(const Markup& markup) {
  std::vector<bool> inside(markup.elements.size(), false);
  for (ElementIndex i = 0; i < inside.size(); ++i) {
    const ElementIndex parent = markup.elements[i].parent;
    if (parent == kNoElement) continue;
    const Tag tag = markup.elements[parent].tag;
    inside[i] = inside[parent] || tag == Tag::k_article ||
                tag == Tag::k_section || tag == Tag::k_main;
  }
  return inside;
}

enum class Hinted : std::uint8_t { kNothing, kContent, kFrame };

// What is said of each element.  What holds content is no frame either.
std::vector<Hinted> SpreadHints(const Markup& markup,
                                const HintedParts& hinted) {
  std::vector<Hinted> hints(markup.elements.size(), Hinted::kNothing);
  for (ElementIndex element : hinted.content) {
    for (; element != kNoElement && hints[element] == Hinted::kNothing;
         element = markup.elements[element].parent)
      hints[element] = Hinted::kContent;
  }
  for (const ElementIndex element : hinted.frame)
    hints[element] = Hinted::kFrame;
  return hints;
}

// The host that most links lead to: the site's own, unless all its links are
// relative.
std::string MostLinkedHost(const std::vector<std::string>& hosts) {
  std::vector<std::string> sorted;
  for (const std::string& host : hosts) {
    if (!host.empty()) sorted.push_back(host);
  }
  std::ranges::sort(sorted);
  std::string best;
  std::size_t most = 0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    while (end < sorted.size() && sorted[end] == sorted[begin])
      ++end;
    if (end - begin > most) {
      most = end - begin;
      best = sorted[begin];
    }
    begin = end;
  }
  return most * 2 >= hosts.size() ? best : "";
}

// For each block, whether it holds a link that stays on the page or leads to
// another site: such links are not navigation.
std::vector<bool> FindOtherLinks(const Markup& markup,
                                 std::span<const Block> blocks) {
  std::vector<ElementIndex> links;
  std::vector<std::string> hosts;
  std::vector<bool> other(blocks.size(), false);
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    const Element& element = markup.elements[i];
    if (element.tag != Tag::k_a || element.text.empty()) continue;
    const Attribute* href = markup.FindAttribute(i, AttributeName::kHref);
    if (href == nullptr) continue;
    links.push_back(i);
    const std::string_view url = href->value.In(markup.source);
    hosts.push_back(url.starts_with('#') ? "#" : HostOf(url));
  }
  const std::string own = MostLinkedHost(hosts);
  BlockIndex marked = 0;  // links may nest; no block is visited twice
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (hosts[i].empty() || hosts[i] == own) continue;
    // A link may hold a whole card, heading and all.
    const TextSpan text = markup.elements[links[i]].text;
    BlockIndex at = BlockHolding(blocks, text.begin);
    if (at == kNoBlock) at = BlocksIn(blocks, text).begin;
    for (at = std::max(at, marked);
         at < blocks.size() && blocks[at].text.begin < text.end; ++at)
      other[at] = true;
    marked = std::max(marked, at);
  }
  return other;
}

}  // namespace

Boilerplate::Boilerplate(const Markup& markup, std::span<const Block> blocks,
                         const ContentWeight& weight, const HintedParts& hinted)
    : markup_(markup),
      blocks_(blocks),
      frame_(markup.elements.size(), false),
      frame_blocks_(blocks.size(), false),
      links_into_(blocks.size(), false) {
  MarkElements(weight, hinted);
  for (BlockIndex i = 0; i < blocks.size(); ++i)
    frame_blocks_[i] = IsFrame(blocks[i].element);
  MarkLinkRuns(weight);
  MarkTailSections();
  sums_.reserve(blocks.size() + 1);
  sums_.push_back(0);
  for (BlockIndex i = 0; i < blocks.size(); ++i) {
    const Offset own = frame_blocks_[i] ? 0 : weight.Of(BlockRange{i, i + 1});
    sums_.push_back(sums_.back() + own);
  }
}

void Boilerplate::MarkElements(const ContentWeight& weight,
                               const HintedParts& hinted) {
  const std::vector<Hinted> hints = SpreadHints(markup_, hinted);
  const std::vector<ElementIndex> headlines = CountHeadlines(markup_);
  const std::vector<bool> in_part = FindParts(markup_);
  for (ElementIndex i = 0; i < frame_.size(); ++i) {
    const Element& element = markup_.elements[i];
    if (IsFrame(element.parent) || hints[i] == Hinted::kFrame) {
      frame_[i] = true;
      continue;
    }
    const Offset share =
        element.text.empty() ? kNoSign : FrameShare(markup_, i);
    if (share == kNoSign || hints[i] == Hinted::kContent) continue;
    if (element.tag == Tag::k_header &&
        (in_part[i] || headlines[i] > 0 ||
         headlines[element.subtree_end] > headlines[i]))
      continue;
    const std::uint64_t percent = std::uint64_t{weight.Of(element)} * 100;
    frame_[i] = percent <= std::uint64_t{share} * weight.Total();
  }
}

// References are lists of links, too: they have a heading, are long or lead
// elsewhere.  So is a list of conditions, each with its page: it has a lead-in.
void Boilerplate::MarkLinkRuns(const ContentWeight& weight) {
  const std::vector<bool> other = FindOtherLinks(markup_, blocks_);
  for (BlockIndex i = 0; i < blocks_.size(); ++i)
    links_into_[i] = weight.IsLinks(i) && !other[i];
  bool references = false;
  bool introduced = false;
  for (BlockIndex begin = 0; begin < blocks_.size();) {
    const std::string_view text = blocks_[begin].text.In(markup_.text);
    BlockIndex end = begin;
    while (end < blocks_.size() && links_into_[end] &&
           blocks_[end].text.size() <= kMaxLinkBlock)
      ++end;
    if (end - begin >= kMinLinkRun && !references && !introduced) {
      std::fill(frame_blocks_.begin() + begin, frame_blocks_.begin() + end,
                true);
    }
    introduced = end == begin && text.ends_with(':');
    if (end == begin && blocks_[begin].kind == BlockKind::kHeading)
      references = IsReferenceHeading(text);
    begin = std::max(end, begin + 1);
  }
}

// What stands under "Related posts", up to the next heading of its level or to
// the end of the element that the heading begins.
void Boilerplate::MarkTailSections() {
  int tail_level = 0;
  Offset tail_end = 0;
  for (BlockIndex i = 0; i < blocks_.size(); ++i) {
    const Block& block = blocks_[i];
    if (block.text.begin >= tail_end) tail_level = 0;
    if (block.kind == BlockKind::kHeading && !frame_blocks_[i]) {
      if (block.heading_level <= tail_level) tail_level = 0;
      if (block.heading_level > 1 &&
          IsTailHeading(block.text.In(markup_.text))) {
        tail_level = block.heading_level;
        tail_end = EndOfHolder(block);
      }
    }
    if (tail_level > 0) frame_blocks_[i] = true;
  }
}

// The end of the innermost element that holds more than "heading".
Offset Boilerplate::EndOfHolder(const Block& heading) const {
  ElementIndex at = heading.element;
  while (at != kNoElement && markup_.elements[at].text.end <= heading.text.end)
    at = markup_.elements[at].parent;
  return at == kNoElement ? heading.text.end : markup_.elements[at].text.end;
}

Offset Boilerplate::WeightOf(BlockRange range) const {
  return range.empty() ? 0 : sums_[range.end] - sums_[range.begin];
}

Offset Boilerplate::WeightOf(const Element& element) const {
  return WeightOf(BlocksIn(blocks_, element.text));
}

}  // namespace medlint
