// SPDX-License-Identifier: Apache-2.0
//
// Blocks of the reading text of a page, their kinds, labels and lead-ins.
//
// All functions are linear in elements and text.

#ifndef LINTER_DOCUMENT_BLOCKS_H_
#define LINTER_DOCUMENT_BLOCKS_H_

#include <span>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

// Returns the blocks of markup.text, one per line, with kind, level, depth,
// element, text and label; zone, section and lead-in are left for later.
//
// The kind comes from the innermost ancestor that decides one: heading, li, dd,
// dt, td, th, caption, figcaption, pre, blockquote, title (a <title> in <svg>
// is none).  A block that is a small part of a large table cell is a paragraph:
// tables for layout.  A paragraph that is one bold run of at most twelve words
// and does not end in '.', ',' or ';' is a heading, one level below the last
// heading that is marked up as one, at least 2.
std::vector<Block> ReadBlocks(const Markup& markup);

// Sets Block::lead_in of the list items.
//
// The lead-in of a list is the last block before it that is no list item, table
// cell or caption, if it stands directly before the list or ends with ':'.  The
// lead-in of a list inside an item is the first block of that item, and that of
// a <dd> its <dt>.  A lead-in and its list are both boilerplate or both not.
// REQUIRES: zones are set
void SetLeadIns(const Markup& markup, std::span<Block> blocks);

// The blocks whose text lies in "text", as a range of indices.  Binary search.
struct BlockRange {
  BlockIndex begin = 0;
  BlockIndex end = 0;

  bool empty() const { return begin >= end; }
};
BlockRange BlocksIn(std::span<const Block> blocks, TextSpan text);

// The block that holds the byte at "offset", or kNoBlock.  Binary search.
BlockIndex BlockHolding(std::span<const Block> blocks, Offset offset);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_BLOCKS_H_
