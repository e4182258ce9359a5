// SPDX-License-Identifier: Apache-2.0
//
// Chooses the main content of a page: the article, without the frame around it.
//
// The root is the <article> with the most prose, else <main>, else
// [itemprop=articleBody]; each only if it holds enough of the page's prose (a
// teaser does not).  Else it is the smallest element that holds four fifths of
// the prose.  Prose is text that is neither links nor frame (boilerplate.h);
// the idea is that of Kohlschütter, Fankhauser, Nejdl, "Boilerplate Detection
// using Shallow Text Features" (2010): link density and length decide.
//
// Where the site itself says which element it is (article_hints.h), that is the
// root; of several, the one with the most prose.
//
// The content then begins at the headline, if it stands in or shortly before
// the root, and ends at the last block of the root that is not frame.  A
// fragment without html, body and article tags is main content as a whole.
//
// O(n log n) in elements, linear in text.

#ifndef LINTER_DOCUMENT_MAIN_CONTENT_H_
#define LINTER_DOCUMENT_MAIN_CONTENT_H_

#include <span>

#include "linter/document/blocks.h"
#include "linter/document/boilerplate.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"

namespace medlint {

struct MainContent {
  ElementIndex root = kNoElement;
  BlockRange blocks;               // from the first to the last
  BlockIndex headline = kNoBlock;  // in "blocks"
};

MainContent ChooseMainContent(const Markup& markup,
                              std::span<const Block> blocks,
                              const Boilerplate& boilerplate,
                              std::span<const ElementIndex> hinted = {});

// Returns the place of "range" in the source: from the start tag of the first
// block to the end tag of the last, where they hold nothing else.
// REQUIRES: !range.empty()
CleanSpan SourceOf(const Markup& markup, std::span<const Block> blocks,
                   BlockRange range);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_MAIN_CONTENT_H_
