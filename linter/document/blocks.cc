// SPDX-License-Identifier: Apache-2.0

#include "linter/document/blocks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/document/labels.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr int kMaxHeadingWords = 12;
constexpr int kMaxMarkedUpWords = 40;  // in <h1>..<h6>
constexpr Offset kLayoutCell = 400;  // bytes; a cell with more may hold a page

// What an element and its ancestors say about the blocks inside it.
struct Context {
  BlockKind kind = BlockKind::kParagraph;
  std::uint8_t heading_level = 0;
  std::uint8_t list_depth = 0;
  ElementIndex block_element = kNoElement;  // innermost that breaks the text
  ElementIndex cell = kNoElement;           // innermost td or th
};

void SetItem(Context& context) {
  context.kind = BlockKind::kListItem;
  context.list_depth = std::max<std::uint8_t>(context.list_depth, 1);
}

void EnterKind(const Markup& markup, ElementIndex index, Context& context) {
  const Element& element = markup.elements[index];
  switch (element.tag) {
    case Tag::k_title: {
      const Tag parent = element.parent == kNoElement
                             ? Tag::k_head
                             : markup.elements[element.parent].tag;
      if (parent == Tag::k_head || parent == Tag::k_html)
        context.kind = BlockKind::kTitle;
      break;
    }
    case Tag::k_li:
    case Tag::k_dd:
      SetItem(context);
      break;
    case Tag::k_dt:
      context.kind = BlockKind::kTerm;
      break;
    case Tag::k_td:
    case Tag::k_th:
      context.kind = BlockKind::kTableCell;
      context.cell = index;
      break;
    case Tag::k_caption:
    case Tag::k_figcaption:
      context.kind = BlockKind::kCaption;
      break;
    case Tag::k_pre:
      context.kind = BlockKind::kCode;
      break;
    case Tag::k_blockquote:
      context.kind = BlockKind::kQuote;
      break;
    case Tag::k_ul:
    case Tag::k_ol:
    case Tag::k_dl:
    case Tag::k_menu:
    case Tag::k_dir:
      if (context.list_depth < 255) ++context.list_depth;
      break;
    default:
      break;
  }
}

std::vector<Context> ReadContexts(const Markup& markup) {
  std::vector<Context> contexts(markup.elements.size());
  for (ElementIndex i = 0; i < contexts.size(); ++i) {
    const Element& element = markup.elements[i];
    Context context;
    if (element.parent != kNoElement) context = contexts[element.parent];
    if (FlowOf(element.tag) == TagFlow::kBlock) context.block_element = i;
    EnterKind(markup, i, context);
    if (const int level = HeadingLevel(element.tag); level > 0) {
      context.kind = BlockKind::kHeading;
      context.heading_level = static_cast<std::uint8_t>(level);
    }
    contexts[i] = context;
  }
  return contexts;
}

// Outermost <b> and <strong> in order; neighbours with at most a space between
// them are one run.
std::vector<TextSpan> BoldRuns(const Markup& markup) {
  std::vector<TextSpan> runs;
  ElementIndex skip_until = 0;
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    const Element& element = markup.elements[i];
    const bool bold = element.tag == Tag::k_b || element.tag == Tag::k_strong;
    if (!bold || i < skip_until || element.text.empty()) continue;
    skip_until = element.subtree_end;
    TextSpan run = element.text;
    // Where a block begins, its separator may count as the first element's.
    if (markup.text[run.begin] == '\n') ++run.begin;
    if (run.empty()) continue;
    if (!runs.empty() && run.begin >= runs.back().end) {
      const TextSpan gap{runs.back().end, run.begin};
      const std::string_view between = gap.In(markup.text);
      if (between.find('\n') == std::string_view::npos &&
          CountWords(between) == 0) {
        runs.back().end = run.end;
        continue;
      }
    }
    runs.push_back(run);
  }
  return runs;
}

// "1." before a bold run does not keep it from beginning the block.
bool IsListNumber(std::string_view text) {
  return text.size() <= 8 &&
         text.find_first_not_of("0123456789.)( #") == std::string_view::npos;
}

// The bold run that begins each block, found by one walk along both.
class BoldCursor {
 public:
  BoldCursor(std::string_view text, std::vector<TextSpan> runs)
      : text_(text), runs_(std::move(runs)) {}

  // REQUIRES: blocks are asked for in order
  TextSpan At(TextSpan block) {
    while (next_ < runs_.size() && runs_[next_].begin < block.begin)
      ++next_;
    if (next_ == runs_.size()) return {};
    const TextSpan run = runs_[next_];
    // A run over several blocks is the style of a part, not a label in it.
    if (!block.Contains(run)) return {};
    const TextSpan before{block.begin, run.begin};
    return IsListNumber(before.In(text_)) ? run : TextSpan{};
  }

 private:
  std::string_view text_;
  std::vector<TextSpan> runs_;
  std::size_t next_ = 0;
};

// The innermost element around each block: elements are pushed in order of
// their text, and those that end inside the block are popped.
class ElementCursor {
 public:
  explicit ElementCursor(const Markup& markup) : markup_(markup) {}

  // REQUIRES: blocks are asked for in order
  ElementIndex Around(TextSpan block) {
    const auto& elements = markup_.elements;
    for (; next_ < elements.size() && elements[next_].text.begin <= block.begin;
         ++next_) {
      while (!open_.empty() && elements[open_.back()].subtree_end <= next_)
        open_.pop_back();
      open_.push_back(next_);
    }
    while (!open_.empty() && elements[open_.back()].text.end < block.end)
      open_.pop_back();
    return open_.empty() ? kNoElement : open_.back();
  }

 private:
  const Markup& markup_;
  std::vector<ElementIndex> open_;
  ElementIndex next_ = 0;
};

bool ReadsAsHeading(std::string_view text, TextSpan block, TextSpan bold) {
  if (bold.empty() || TrimSpan(text, bold).end < TrimSpan(text, block).end)
    return false;
  const std::string_view words = TrimSpan(text, block).In(text);
  if (words.empty() || CountWords(words) > kMaxHeadingWords) return false;
  const char last = words.back();
  return last != '.' && last != ',' && last != ';';
}

Block MakeBlock(const Markup& markup, const Context& context, TextSpan text) {
  Block block;
  block.text = text;
  block.kind = context.kind;
  block.element = context.block_element;
  if (context.kind == BlockKind::kHeading) {
    if (CountWords(text.In(markup.text)) > kMaxMarkedUpWords)
      block.kind = BlockKind::kParagraph;
    else
      block.heading_level = context.heading_level;
  }
  if (context.kind == BlockKind::kListItem)
    block.list_depth = context.list_depth;
  if (context.kind == BlockKind::kTableCell) {
    const Offset cell = markup.elements[context.cell].text.size();
    if (cell > kLayoutCell && text.size() < cell / 2)
      block.kind = BlockKind::kParagraph;
  }
  return block;
}

bool CanIntroduce(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kHeading ||
         kind == BlockKind::kTerm || kind == BlockKind::kQuote;
}

bool IsList(Tag tag) {
  return tag == Tag::k_ul || tag == Tag::k_ol || tag == Tag::k_dl ||
         tag == Tag::k_menu || tag == Tag::k_dir;
}

// For each element, the list and the item that it stands in.
struct ListPlace {
  ElementIndex list = kNoElement;
  ElementIndex item = kNoElement;
};

std::vector<ListPlace> ReadListPlaces(const Markup& markup) {
  std::vector<ListPlace> places(markup.elements.size());
  for (ElementIndex i = 0; i < places.size(); ++i) {
    const Element& element = markup.elements[i];
    ListPlace place;
    if (element.parent != kNoElement) place = places[element.parent];
    if (IsList(element.tag)) {
      place.list = i;
    } else if (element.tag == Tag::k_li || element.tag == Tag::k_dd) {
      // An item without a list belongs to whatever holds it.
      if (place.list == kNoElement) place.list = element.parent;
      place.item = i;
    }
    places[i] = place;
  }
  return places;
}

// Walks the blocks in order and remembers what may introduce the next list.
class LeadInFinder {
 public:
  LeadInFinder(const Markup& markup, std::span<const Block> blocks)
      : markup_(markup),
        blocks_(blocks),
        places_(ReadListPlaces(markup)),
        lead_of_list_(markup.elements.size(), kNoBlock),
        seen_(markup.elements.size(), false),
        first_of_item_(markup.elements.size(), kNoBlock) {}

  // REQUIRES: blocks are asked for in order
  BlockIndex Next(BlockIndex index) {
    const Block& block = blocks_[index];
    if (block.kind != BlockKind::kListItem) {
      if (CanIntroduce(block.kind)) candidate_ = index;
      return kNoBlock;
    }
    if (block.element == kNoElement) return kNoBlock;
    const ListPlace place = places_[block.element];
    if (place.item != kNoElement && first_of_item_[place.item] == kNoBlock)
      first_of_item_[place.item] = index;
    if (place.list == kNoElement) return kNoBlock;
    if (!seen_[place.list]) {
      seen_[place.list] = true;
      lead_of_list_[place.list] = Introduce(place.list, index);
    }
    const BlockIndex term = TermOf(place);
    return term != kNoBlock ? term : lead_of_list_[place.list];
  }

 private:
  BlockIndex Introduce(ElementIndex list, BlockIndex first) const {
    const ElementIndex parent = markup_.elements[list].parent;
    const ElementIndex holder =
        parent == kNoElement ? kNoElement : places_[parent].item;
    // Text directly in the inner <ul> may itself be the first of the item.
    if (holder != kNoElement && first_of_item_[holder] < first)
      return first_of_item_[holder];
    if (candidate_ == kNoBlock) return kNoBlock;
    const Block& lead = blocks_[candidate_];
    const bool directly = candidate_ + 1 == first;
    if (!directly && markup_.text[lead.text.end - 1] != ':') return kNoBlock;
    const bool same_part = (lead.zone == Zone::kBoilerplate) ==
                           (blocks_[first].zone == Zone::kBoilerplate);
    return same_part ? candidate_ : kNoBlock;
  }

  // The <dt> before a <dd>.
  BlockIndex TermOf(const ListPlace& place) const {
    if (place.item == kNoElement || candidate_ == kNoBlock) return kNoBlock;
    if (markup_.elements[place.item].tag != Tag::k_dd) return kNoBlock;
    const Block& term = blocks_[candidate_];
    const bool in_list = term.kind == BlockKind::kTerm &&
                         term.element != kNoElement &&
                         places_[term.element].list == place.list;
    return in_list ? candidate_ : kNoBlock;
  }

  const Markup& markup_;
  std::span<const Block> blocks_;
  std::vector<ListPlace> places_;
  std::vector<BlockIndex> lead_of_list_;
  std::vector<bool> seen_;
  std::vector<BlockIndex> first_of_item_;
  BlockIndex candidate_ = kNoBlock;
};

}  // namespace

std::vector<Block> ReadBlocks(const Markup& markup) {
  const std::string_view text = markup.text;
  const std::vector<Context> contexts = ReadContexts(markup);
  ElementCursor elements(markup);
  BoldCursor bold_runs(text, BoldRuns(markup));
  std::vector<Block> blocks;
  int last_level = 1;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const TextSpan span = TextSpan::Of(begin, end);
    begin = end + 1;
    if (span.empty()) continue;
    const ElementIndex element = elements.Around(span);
    const Context context =
        element == kNoElement ? Context{} : contexts[element];
    Block block = MakeBlock(markup, context, span);
    const TextSpan bold = bold_runs.At(span);
    if (block.kind == BlockKind::kHeading) {
      last_level = block.heading_level;
    } else if (block.kind == BlockKind::kParagraph &&
               ReadsAsHeading(text, span, bold)) {
      block.kind = BlockKind::kHeading;
      block.heading_level =
          static_cast<std::uint8_t>(std::clamp(last_level + 1, 2, 6));
    }
    if (block.kind == BlockKind::kParagraph ||
        block.kind == BlockKind::kListItem)
      block.label = FindLabel(text, span, bold);
    blocks.push_back(block);
  }
  return blocks;
}

void SetLeadIns(const Markup& markup, std::span<Block> blocks) {
  LeadInFinder finder(markup, blocks);
  for (BlockIndex i = 0; i < blocks.size(); ++i)
    blocks[i].lead_in = finder.Next(i);
}

BlockRange BlocksIn(std::span<const Block> blocks, TextSpan text) {
  const auto first = std::ranges::lower_bound(
      blocks, text.begin, {}, [](const Block& b) { return b.text.begin; });
  const auto last =
      std::ranges::upper_bound(first, blocks.end(), text.end, {},
                               [](const Block& b) { return b.text.end; });
  return {static_cast<BlockIndex>(first - blocks.begin()),
          static_cast<BlockIndex>(last - blocks.begin())};
}

BlockIndex BlockHolding(std::span<const Block> blocks, Offset offset) {
  const auto next = std::ranges::upper_bound(
      blocks, offset, {}, [](const Block& b) { return b.text.begin; });
  if (next == blocks.begin() || (next - 1)->text.end <= offset) return kNoBlock;
  return static_cast<BlockIndex>(next - 1 - blocks.begin());
}

}  // namespace medlint
