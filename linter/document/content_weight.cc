// SPDX-License-Identifier: Apache-2.0

#include "linter/document/content_weight.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "linter/document/blocks.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr Offset kMinProse = 30;  // bytes

// Bytes of each block that are inside <a>.  Links may span blocks.
std::vector<Offset> LinkBytes(const Markup& markup,
                              std::span<const Block> blocks) {
  std::vector<Offset> bytes(blocks.size(), 0);
  std::size_t block = 0;
  Offset done = 0;  // links may nest; no byte counts twice
  for (const Element& element : markup.elements) {
    if (element.tag != Tag::k_a || element.text.end <= done) continue;
    const TextSpan link{std::max(element.text.begin, done), element.text.end};
    done = link.end;
    while (block < blocks.size() && blocks[block].text.end <= link.begin)
      ++block;
    for (std::size_t i = block;
         i < blocks.size() && blocks[i].text.begin < link.end; ++i) {
      const TextSpan text = blocks[i].text;
      const Offset begin = std::max(text.begin, link.begin);
      const Offset end = std::min(text.end, link.end);
      if (begin < end) bytes[i] += end - begin;
    }
  }
  return bytes;
}

bool HoldsProse(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem ||
         kind == BlockKind::kTerm || kind == BlockKind::kTableCell ||
         kind == BlockKind::kQuote || kind == BlockKind::kCode;
}

}  // namespace

ContentWeight::ContentWeight(const Markup& markup,
                             std::span<const Block> blocks)
    : blocks_(blocks) {
  const std::vector<Offset> links = LinkBytes(markup, blocks);
  sums_.reserve(blocks.size() + 1);
  is_links_.reserve(blocks.size());
  sums_.push_back(0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Offset size = blocks[i].text.size();
    const Offset prose = size - links[i];
    const bool counts = prose >= kMinProse && HoldsProse(blocks[i].kind);
    sums_.push_back(sums_.back() + (counts ? prose : 0));
    is_links_.push_back(links[i] >= size - size / 4);
  }
}

Offset ContentWeight::Of(BlockRange range) const {
  return range.empty() ? 0 : sums_[range.end] - sums_[range.begin];
}

Offset ContentWeight::Of(const Element& element) const {
  return Of(BlocksIn(blocks_, element.text));
}

}  // namespace medlint
