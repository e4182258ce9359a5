// SPDX-License-Identifier: Apache-2.0
//
// How much running prose each part of a page holds, as opposed to links and
// scraps: what the choice of the main content is based on.
//
// Built in one pass; every question is a binary search.

#ifndef LINTER_DOCUMENT_CONTENT_WEIGHT_H_
#define LINTER_DOCUMENT_CONTENT_WEIGHT_H_

#include <span>
#include <vector>

#include "linter/document/blocks.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

class ContentWeight {
 public:
  // "blocks" is not copied and must outlive this.
  ContentWeight(const Markup& markup, std::span<const Block> blocks);

  // The bytes of text in the blocks, less those in links; headings, captions
  // and blocks with fewer than 30 such bytes count nothing.
  Offset Of(BlockRange range) const;
  Offset Of(const Element& element) const;
  Offset Total() const { return sums_.back(); }

  // True if at least three quarters of the block are links.
  bool IsLinks(BlockIndex block) const { return is_links_[block]; }

 private:
  std::span<const Block> blocks_;
  std::vector<Offset> sums_;  // of the blocks before each block
  std::vector<bool> is_links_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_CONTENT_WEIGHT_H_
