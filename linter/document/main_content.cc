// SPDX-License-Identifier: Apache-2.0

#include "linter/document/main_content.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/blocks.h"
#include "linter/document/boilerplate.h"
#include "linter/document/document.h"
#include "linter/document/labels.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// Percentages of the page's prose.
constexpr std::uint64_t kEnoughForMarkedUp = 40;
constexpr std::uint64_t kEnoughToDescend = 80;
constexpr std::uint64_t kMostBeforeHeadline = 25;

// How much frame may stand between the headline and the root, in blocks.
constexpr BlockIndex kMaxFrameBefore = 12;

// How many blocks at the end have to lead away to be no content.
constexpr BlockIndex kMinTail = 3;

// No headline is longer, and looking one up must not take long.
constexpr std::size_t kMaxTitle = 512;  // bytes

bool AtLeast(Offset part, Offset whole, std::uint64_t percent) {
  return std::uint64_t{part} * 100 >= std::uint64_t{whole} * percent;
}

bool HasAttributeValue(const Markup& markup, ElementIndex element,
                       AttributeName name, std::string_view value) {
  return EqualsIgnoringAsciiCase(markup.RawValue(element, name), value);
}

enum class Candidate { kNone, kArticle, kMain, kArticleBody };

Candidate CandidateOf(const Markup& markup, ElementIndex index) {
  const Element& element = markup.elements[index];
  if (element.tag == Tag::k_article) return Candidate::kArticle;
  if (element.tag == Tag::k_main) return Candidate::kMain;
  if (!element.Has(AttributeName::kRole) &&
      !element.Has(AttributeName::kItemprop))
    return Candidate::kNone;
  if (HasAttributeValue(markup, index, AttributeName::kRole, "article"))
    return Candidate::kArticle;
  if (HasAttributeValue(markup, index, AttributeName::kRole, "main"))
    return Candidate::kMain;
  if (HasAttributeValue(markup, index, AttributeName::kItemprop, "articleBody"))
    return Candidate::kArticleBody;
  return Candidate::kNone;
}

// The heaviest element that is marked up as main content, of the first kind
// that has one of enough weight.
ElementIndex FindMarkedUp(const Markup& markup,
                          const Boilerplate& boilerplate) {
  struct Best {
    ElementIndex element = kNoElement;
    Offset weight = 0;
  };
  Best best[4];
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    const Candidate kind = CandidateOf(markup, i);
    if (kind == Candidate::kNone || boilerplate.IsFrame(i)) continue;
    Best& of_kind = best[static_cast<int>(kind)];
    const Offset weight = boilerplate.WeightOf(markup.elements[i]);
    if (of_kind.element == kNoElement || weight > of_kind.weight)
      of_kind = {i, weight};
  }
  for (const Candidate kind :
       {Candidate::kArticle, Candidate::kMain, Candidate::kArticleBody}) {
    const Best& of_kind = best[static_cast<int>(kind)];
    if (of_kind.element != kNoElement &&
        AtLeast(of_kind.weight, boilerplate.TotalWeight(), kEnoughForMarkedUp))
      return of_kind.element;
  }
  return kNoElement;
}

// kNoElement if there are none.
ElementIndex Heaviest(const Markup& markup, const Boilerplate& boilerplate,
                      std::span<const ElementIndex> elements) {
  const auto heaviest =
      std::ranges::max_element(elements, {}, [&](ElementIndex element) {
        return boilerplate.WeightOf(markup.elements[element]);
      });
  return heaviest == elements.end() ? kNoElement : *heaviest;
}

// The smallest element that holds most of the weight of the page.
ElementIndex Descend(const Markup& markup, const Boilerplate& boilerplate,
                     ElementIndex root) {
  const auto& elements = markup.elements;
  const Offset whole = boilerplate.WeightOf(elements[root]);
  if (whole == 0) return root;
  for (ElementIndex child = root + 1; child < elements[root].subtree_end;) {
    const Element& element = elements[child];
    const bool heavy =
        FlowOf(element.tag) == TagFlow::kBlock && !boilerplate.IsFrame(child) &&
        AtLeast(boilerplate.WeightOf(element), whole, kEnoughToDescend);
    // One long paragraph is not the article.
    if (heavy && element.tag != Tag::k_p) {
      root = child;
      child = root + 1;
    } else {
      child = element.subtree_end;
    }
  }
  return root;
}

ElementIndex FindBody(const Markup& markup) {
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    if (markup.elements[i].tag == Tag::k_body) return i;
  }
  return markup.elements.empty() ? kNoElement : 0;
}

// Nobody writes <html> or <body> around a fragment; the parser does.
bool IsFragment(const Markup& markup) {
  return std::ranges::none_of(markup.elements, [](const Element& element) {
    return (element.tag == Tag::k_html || element.tag == Tag::k_body ||
            element.tag == Tag::k_head) &&
           !element.start_tag.empty();
  });
}

// The text of <title> in lower case, for telling headlines.
std::string TitleOf(const Markup& markup, std::span<const Block> blocks) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kTitle)
      return ToAsciiLower(block.text.In(markup.text).substr(0, kMaxTitle));
  }
  return "";
}

class RangeFinder {
 public:
  RangeFinder(const Markup& markup, std::span<const Block> blocks,
              const Boilerplate& boilerplate)
      : markup_(markup),
        blocks_(blocks),
        boilerplate_(boilerplate),
        title_(TitleOf(markup, blocks)) {}

  // The blocks of the main content with this root.
  MainContent Find(ElementIndex root) const {
    MainContent main;
    main.root = root;
    main.blocks = root == kNoElement
                      ? BlockRange{0, static_cast<BlockIndex>(blocks_.size())}
                      : BlocksIn(blocks_, markup_.elements[root].text);
    main.headline = FindHeadline(main.blocks);
    if (main.headline != kNoBlock) main.blocks.begin = main.headline;
    Trim(main.blocks);
    return main;
  }

 private:
  // 3: an <h1> that <title> repeats; 2: another heading that is a good part of
  // it; 1: any <h1>; 0: no headline.
  int RankAsHeadline(BlockIndex index) const {
    const Block& block = blocks_[index];
    if (block.kind != BlockKind::kHeading || boilerplate_.IsFrameBlock(index) ||
        InLink(block))
      return 0;
    const std::string_view text = block.text.In(markup_.text);
    const bool first_level = block.heading_level == 1;
    const bool in_title = CountWords(text) >= 2 &&
                          title_.find(ToAsciiLower(text)) != std::string::npos;
    if (in_title && first_level) return 3;
    if (in_title && text.size() * 3 >= title_.size()) return 2;
    return first_level ? 1 : 0;
  }

  // A heading that is a link leads to the article and is not over it; but an
  // <h1> may link to its own page.
  bool InLink(const Block& block) const {
    return block.heading_level != 1 && block.element != kNoElement &&
           block.element + 1 < markup_.elements[block.element].subtree_end &&
           markup_.elements[block.element + 1].tag == Tag::k_a;
  }

  BlockIndex FindHeadline(BlockRange range) const {
    BlockIndex found = kNoBlock;
    int rank = 0;
    const Offset whole = boilerplate_.WeightOf(range);
    for (BlockIndex i = range.begin; i < range.end; ++i) {
      if (AtLeast(boilerplate_.WeightOf({range.begin, i}), whole + 1,
                  kMostBeforeHeadline))
        break;
      if (const int own = RankAsHeadline(i); own > rank) {
        found = i;
        rank = own;
      }
    }
    if (rank >= 2) return found;
    BlockIndex frame = 0;
    for (BlockIndex i = range.begin; i > 0 && frame <= kMaxFrameBefore; --i) {
      const int own = RankAsHeadline(i - 1);
      if (own > rank) return i - 1;
      if (blocks_[i - 1].kind == BlockKind::kTitle) break;
      if (boilerplate_.IsFrameBlock(i - 1)) ++frame;
    }
    return found;
  }

  bool LeadsAway(BlockIndex index) const {
    return blocks_[index].kind == BlockKind::kHeading ||
           boilerplate_.IsLinksInto(index);
  }

  void Trim(BlockRange& range) const {
    const auto outside = [&](BlockIndex i) {
      return boilerplate_.IsFrameBlock(i) ||
             blocks_[i].kind == BlockKind::kTitle;
    };
    while (!range.empty() && outside(range.begin))
      ++range.begin;
    while (!range.empty() && outside(range.end - 1))
      --range.end;
    // Headings with nothing under them and links lead away from the page; but
    // one link may be its last word, and some pages are nothing else.
    BlockIndex end = range.end;
    while (range.begin < end && (outside(end - 1) || LeadsAway(end - 1)))
      --end;
    if (end > range.begin && range.end - end >= kMinTail) range.end = end;
  }

  const Markup& markup_;
  std::span<const Block> blocks_;
  const Boilerplate& boilerplate_;
  std::string title_;
};

}  // namespace

MainContent ChooseMainContent(const Markup& markup,
                              std::span<const Block> blocks,
                              const Boilerplate& boilerplate,
                              std::span<const ElementIndex> hinted) {
  ElementIndex root = Heaviest(markup, boilerplate, hinted);
  if (root == kNoElement) root = FindMarkedUp(markup, boilerplate);
  if (root == kNoElement) {
    root = FindBody(markup);
    if (root != kNoElement && !IsFragment(markup))
      root = Descend(markup, boilerplate, root);
  }
  return RangeFinder(markup, blocks, boilerplate).Find(root);
}

CleanSpan SourceOf(const Markup& markup, std::span<const Block> blocks,
                   BlockRange range) {
  const Block& first = blocks[range.begin];
  const Block& last = blocks[range.end - 1];
  CleanSpan source = markup.map.Map({first.text.begin, last.text.end});
  if (first.element != kNoElement) {
    const Element& element = markup.elements[first.element];
    const Offset before =
        range.begin == 0 ? 0 : blocks[range.begin - 1].text.end;
    if (element.text.begin >= before && !element.start_tag.empty())
      source.begin = std::min(source.begin, element.start_tag.begin);
  }
  if (last.element != kNoElement) {
    const Element& element = markup.elements[last.element];
    const bool ends = range.end == blocks.size() ||
                      element.text.end <= blocks[range.end].text.begin;
    if (ends && !element.end_tag.empty())
      source.end = std::max(source.end, element.end_tag.end);
  }
  return source;
}

}  // namespace medlint
