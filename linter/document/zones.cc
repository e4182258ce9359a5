// SPDX-License-Identifier: Apache-2.0

#include "linter/document/zones.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "linter/document/attribute_names.h"
#include "linter/document/blocks.h"
#include "linter/document/boilerplate.h"
#include "linter/document/document.h"
#include "linter/document/labels.h"
#include "linter/document/main_content.h"
#include "linter/document/markup.h"
#include "linter/document/part_names.h"
#include "linter/document/tags.h"

namespace medlint {
namespace {

constexpr BlockIndex kFirstBlocks = 12;
constexpr int kMinFirstParagraph = 15;  // words

// For each element: inside a <blockquote>, or a box with the key points.
struct Inside {
  bool quote = false;
  bool summary = false;
};

bool HasName(const Element& element) {
  return element.Has(AttributeName::kClass) || element.Has(AttributeName::kId);
}

std::vector<Inside> ReadInside(const Markup& markup) {
  std::vector<Inside> inside(markup.elements.size());
  for (ElementIndex i = 0; i < inside.size(); ++i) {
    const Element& element = markup.elements[i];
    if (element.parent != kNoElement) inside[i] = inside[element.parent];
    if (element.tag == Tag::k_blockquote) inside[i].quote = true;
    if (inside[i].summary || !HasName(element) || element.text.empty() ||
        element.tag == Tag::k_body)
      continue;
    inside[i].summary = ReadPartSigns(markup, i).summary;
  }
  return inside;
}

bool IsLevelOne(const Block& block) {
  return block.kind == BlockKind::kHeading && block.heading_level == 1;
}

// Sets the zones of the main content, in order.
class MainZones {
 public:
  MainZones(const Markup& markup, const MainContent& main,
            const Boilerplate* boilerplate, std::span<Block> blocks)
      : markup_(markup),
        main_(main),
        boilerplate_(boilerplate),
        blocks_(blocks),
        inside_(ReadInside(markup)) {}

  void Set() {
    for (BlockIndex i = main_.blocks.begin; i < main_.blocks.end; ++i)
      blocks_[i].zone = ZoneOf(i);
  }

 private:
  Zone ZoneOf(BlockIndex index) {
    const Block& block = blocks_[index];
    if (boilerplate_ != nullptr && boilerplate_->IsFrameBlock(index))
      return Zone::kBoilerplate;
    if (index == main_.headline || IsLevelOne(block)) return Zone::kTitle;
    if (block.kind == BlockKind::kHeading) {
      EnterHeading(block);
      return Zone::kHeading;
    }
    const Inside inside =
        block.element == kNoElement ? Inside{} : inside_[block.element];
    if (inside.quote || block.kind == BlockKind::kQuote) return Zone::kQuote;
    if (inside.summary || summary_level_ > 0) return Zone::kSummary;
    if (IsFirstParagraph(index)) {
      seen_first_ = true;
      return Zone::kSummary;
    }
    return Zone::kMain;
  }

  void EnterHeading(const Block& block) {
    if (summary_level_ > 0 && block.heading_level > summary_level_) return;
    const bool summary = IsSummaryHeading(block.text.In(markup_.text));
    summary_level_ = summary ? block.heading_level : 0;
  }

  bool IsFirstParagraph(BlockIndex index) const {
    const Block& block = blocks_[index];
    return !seen_first_ && block.kind == BlockKind::kParagraph &&
           index < main_.blocks.begin + kFirstBlocks &&
           CountWords(block.text.In(markup_.text)) >= kMinFirstParagraph;
  }

  const Markup& markup_;
  const MainContent& main_;
  const Boilerplate* boilerplate_;
  std::span<Block> blocks_;
  std::vector<Inside> inside_;
  int summary_level_ = 0;  // of the heading over a summary; 0: not in one
  bool seen_first_ = false;
};

// Of a block that is hidden in part, the visible part decides.
void HideBlocks(std::span<const HiddenText> hidden, std::span<Block> blocks) {
  for (const HiddenText& part : hidden) {
    if (part.legitimate && part.technique != HidingTechnique::kNoscript)
      continue;
    const BlockRange range = BlocksIn(blocks, part.text);
    for (BlockIndex i = range.begin; i < range.end; ++i)
      blocks[i].zone = Zone::kHidden;
  }
}

}  // namespace

void SetZones(const Markup& markup, const MainContent& main,
              const Boilerplate* boilerplate,
              std::span<const HiddenText> hidden, std::span<Block> blocks) {
  for (Block& block : blocks) {
    block.zone =
        block.kind == BlockKind::kTitle ? Zone::kTitle : Zone::kBoilerplate;
  }
  MainZones(markup, main, boilerplate, blocks).Set();
  HideBlocks(hidden, blocks);
  const auto in_main = blocks.subspan(
      main.blocks.begin,
      main.blocks.empty() ? 0 : main.blocks.end - main.blocks.begin);
  if (std::ranges::any_of(in_main, [](const Block& block) {
        return block.zone == Zone::kTitle;
      }))
    return;
  const auto headline = std::ranges::find_if(blocks, [](const Block& block) {
    return IsLevelOne(block) && block.zone != Zone::kHidden;
  });
  if (headline != blocks.end()) headline->zone = Zone::kTitle;
}

}  // namespace medlint
