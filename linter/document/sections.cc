// SPDX-License-Identifier: Apache-2.0

#include "linter/document/sections.h"

#include <span>
#include <vector>

#include "linter/document/blocks.h"
#include "linter/document/document.h"

namespace medlint {
namespace {

// Keeps the sections that are open, the page first.
class SectionStack {
 public:
  SectionStack() {
    sections_.emplace_back();
    open_.push_back(0);
  }

  SectionIndex Innermost() const { return open_.back(); }

  void Open(int level, BlockIndex heading) {
    Close(level, heading);
    Section section;
    section.level = level;
    section.parent = Innermost();
    section.heading = heading;
    section.first_block = heading;
    open_.push_back(static_cast<SectionIndex>(sections_.size()));
    sections_.push_back(section);
  }

  // Ends the sections of "level" and below before block "end".
  void Close(int level, BlockIndex end) {
    while (open_.size() > 1 && sections_[open_.back()].level >= level) {
      sections_[open_.back()].end_block = end;
      open_.pop_back();
    }
  }

  std::vector<Section> Finish(BlockIndex end) && {
    Close(1, end);
    sections_.front().end_block = end;
    return std::move(sections_);
  }

 private:
  std::vector<Section> sections_;
  std::vector<SectionIndex> open_;
};

}  // namespace

std::vector<Section> BuildSections(BlockRange main, std::span<Block> blocks) {
  SectionStack stack;
  for (BlockIndex i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    const bool in_main = main.begin <= i && i < main.end;
    if (!main.empty() && (i == main.begin || i == main.end)) stack.Close(1, i);
    const bool out_of_place = block.zone == Zone::kHidden ||
                              (in_main && block.zone == Zone::kBoilerplate);
    if (block.kind == BlockKind::kHeading && !out_of_place)
      stack.Open(block.heading_level, i);
    block.section = stack.Innermost();
  }
  return std::move(stack).Finish(static_cast<BlockIndex>(blocks.size()));
}

}  // namespace medlint
