// SPDX-License-Identifier: Apache-2.0
//
// Finds the frame of a page: navigation, headers and footers, sidebars, share
// bars, related links, comments, forms.
//
// Two signs.  An element is frame by its tag, role, or the words of its class
// and id, unless it holds so much of the page's prose that the sign must be
// wrong (a <form> around everything, <div class="sidebar-layout">).  And blocks
// are frame if they are a run of links into the site, or stand under a heading
// such as "Related articles".
//
// What the site itself says is frame or content (article_hints.h) is: the signs
// of an element that holds such content do not count.
//
// Linear in elements and text.

#ifndef LINTER_DOCUMENT_BOILERPLATE_H_
#define LINTER_DOCUMENT_BOILERPLATE_H_

#include <span>
#include <vector>

#include "linter/document/content_weight.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"

namespace medlint {

// Elements of which the site says what they are.
struct HintedParts {
  std::vector<ElementIndex> content;
  std::vector<ElementIndex> frame;
};

class Boilerplate {
 public:
  // "markup" and "blocks" must outlive this.
  Boilerplate(const Markup& markup, std::span<const Block> blocks,
              const ContentWeight& weight, const HintedParts& hinted = {});

  // True if "element" or one of its ancestors is frame.
  bool IsFrame(ElementIndex element) const {
    return element != kNoElement && frame_[element];
  }

  // True if "block" is in a frame element, or frame by itself.
  bool IsFrameBlock(BlockIndex block) const { return frame_blocks_[block]; }

  // True if "block" is little else than links into the site.
  bool IsLinksInto(BlockIndex block) const { return links_into_[block]; }

  // Prose of the range or element that is not frame.
  Offset WeightOf(BlockRange range) const;
  Offset WeightOf(const Element& element) const;
  Offset TotalWeight() const { return sums_.back(); }

 private:
  void MarkElements(const ContentWeight& weight, const HintedParts& hinted);
  void MarkLinkRuns(const ContentWeight& weight);
  void MarkTailSections();
  Offset EndOfHolder(const Block& heading) const;

  const Markup& markup_;
  std::span<const Block> blocks_;
  std::vector<bool> frame_;
  std::vector<bool> frame_blocks_;
  std::vector<bool> links_into_;
  std::vector<Offset> sums_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_BOILERPLATE_H_
