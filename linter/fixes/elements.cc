// SPDX-License-Identifier: Apache-2.0

#include "linter/fixes/elements.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/fixes/text_edits.h"

namespace medlint {
namespace {

// What is emptied is a line or a small block; more is looked at word by word.
constexpr Offset kLongestEmptied = 4000;
constexpr std::size_t kMostElements = 200;

enum class Fate {
  kGoes,       // an empty one is of no use
  kMayBeLeft,  // but what holds it may go
  kStays,      // empty or not
  kNeedsWords,
};

Fate FateOf(Tag tag) {
  switch (tag) {
    case Tag::k_p:
    case Tag::k_div:
    case Tag::k_span:
    case Tag::k_b:
    case Tag::k_strong:
    case Tag::k_i:
    case Tag::k_em:
    case Tag::k_u:
    case Tag::k_s:
    case Tag::k_small:
    case Tag::k_big:
    case Tag::k_font:
    case Tag::k_center:
    case Tag::k_mark:
    case Tag::k_sub:
    case Tag::k_sup:
    case Tag::k_code:
    case Tag::k_kbd:
    case Tag::k_samp:
    case Tag::k_tt:
    case Tag::k_pre:
    case Tag::k_blockquote:
    case Tag::k_li:
    case Tag::k_ul:
    case Tag::k_ol:
    case Tag::k_dl:
    case Tag::k_h2:
    case Tag::k_h3:
    case Tag::k_h4:
    case Tag::k_h5:
    case Tag::k_h6:
    case Tag::k_aside:
    case Tag::k_table:
    case Tag::k_thead:
    case Tag::k_tbody:
    case Tag::k_tfoot:
    case Tag::k_tr:
      return Fate::kGoes;
    case Tag::k_td:
    case Tag::k_dd:
    case Tag::k_br:
    case Tag::k_wbr:
      return Fate::kMayBeLeft;
    case Tag::k_title:
    case Tag::k_h1:
    case Tag::k_a:
    case Tag::k_button:
    case Tag::k_label:
    case Tag::k_legend:
    case Tag::k_option:
    case Tag::k_summary:
    case Tag::k_caption:
    case Tag::k_figcaption:
    case Tag::k_th:
    case Tag::k_dt:
      return Fate::kNeedsWords;
    default:
      return Fate::kStays;
  }
}

// True if scripts, links or readers of the screen may look for the element by
// what its tag says: anything but a class and a style.
bool IsLookedFor(const Document& document, const Element& element) {
  const Markup& markup = document.markup();
  const auto attributes =
      std::span(markup.attributes)
          .subspan(element.first_attribute, element.attribute_count);
  return std::ranges::any_of(attributes, [&](const Attribute& attribute) {
    const std::string_view name = attribute.name.In(document.source().clean());
    constexpr std::string_view kHarmless[] = {
        "class", "style", "align", "dir", "lang", "color", "face", "size"};
    return std::ranges::none_of(kHarmless, [&](std::string_view harmless) {
      return EqualsIgnoringAsciiCase(name, harmless);
    });
  });
}

bool HasComment(const Document& document, CleanSpan span) {
  const std::vector<Comment>& comments = document.markup().comments;
  const auto next = std::ranges::lower_bound(
      comments, span.begin, {},
      [](const Comment& comment) { return comment.content.begin; });
  return next != comments.end() && next->content.begin < span.end;
}

// True if "element" could go with all that it holds, apart from its words.
bool IsPlainText(const Document& document, ElementIndex element) {
  const std::vector<Element>& elements = document.markup().elements;
  if (elements[element].subtree_end - element > kMostElements) return false;
  for (ElementIndex i = element; i < elements[element].subtree_end; ++i) {
    const Fate fate = FateOf(elements[i].tag);
    if (fate == Fate::kStays || fate == Fate::kNeedsWords ||
        IsLookedFor(document, elements[i])) {
      return false;
    }
  }
  return !elements[element].start_tag.empty() &&
         !HasComment(document, WholeElement(elements[element]));
}

// True if the text before a block and the text after it stand in the same
// element, so that they would be one run without it.
bool WouldJoinBlocks(const Document& document, const Element& element) {
  if (!IsBlockTag(element.tag)) return false;
  const std::span<const Block> blocks = document.blocks();
  const BlockIndex first = document.BlockAt(element.text.begin);
  const BlockIndex last = document.BlockAt(element.text.end - 1);
  if (first == kNoBlock || last == kNoBlock || first == 0 ||
      last + 1 >= blocks.size() ||
      blocks[last + 1].text.begin >= document.reading_end()) {
    return false;
  }
  return blocks[first - 1].element == blocks[last + 1].element;
}

// True for signs that part words, and for white space.
bool IsSeparator(char32_t c) {
  constexpr std::u32string_view kSeparators =
      U" \n.,;:|/\\-*_~+>•·–—…()[]\u00A0";
  return kSeparators.find(c) != std::u32string_view::npos;
}

ElementIndex ElementWithStartTagAround(const Markup& markup, CleanSpan where) {
  auto next = std::ranges::upper_bound(
      markup.elements, where.begin, {},
      [](const Element& element) { return element.start_tag.begin; });
  // What the parser implies stands at the same place, and is empty.
  while (next != markup.elements.begin()) {
    --next;
    if (next->start_tag.empty()) continue;
    if (!next->start_tag.Contains(where)) break;
    return static_cast<ElementIndex>(next - markup.elements.begin());
  }
  return kNoElement;
}

}  // namespace

bool HoldsNothingElse(const Document& document, TextSpan span,
                      std::span<const TextSpan> leaving) {
  if (span.size() > kLongestEmptied) return false;
  const std::string_view text = document.text();
  auto next = std::ranges::lower_bound(leaving, span.begin, {}, &TextSpan::end);
  for (Offset at = span.begin; at < span.end;) {
    while (next != leaving.end() && next->end <= at)
      ++next;
    if (next != leaving.end() && next->Contains(at)) {
      at = next->end;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (!IsSeparator(point.value)) return false;
    at += static_cast<Offset>(point.size);
  }
  return true;
}

CleanSpan WholeElement(const Element& element) {
  return {element.start_tag.begin,
          std::max(element.start_tag.end, element.end_tag.end)};
}

bool IsBlockTag(Tag tag) {
  return FlowOf(tag) == TagFlow::kBlock;
}

Emptied FindEmptied(const Document& document, TextSpan words,
                    std::span<const TextSpan> leaving) {
  const Markup& markup = document.markup();
  Emptied emptied;
  for (ElementIndex at = markup.InnermostAround(words); at != kNoElement;
       at = markup.elements[at].parent) {
    const Element& element = markup.elements[at];
    if (!HoldsNothingElse(document, element.text, leaving)) break;
    const Fate fate = FateOf(element.tag);
    if (fate == Fate::kNeedsWords) return {.refused = true};
    if (fate == Fate::kStays) break;
    if (!IsPlainText(document, at)) break;
    if (fate == Fate::kGoes && !WouldJoinBlocks(document, element)) {
      emptied.outermost = at;
    }
  }
  return emptied;
}

namespace {

// Whether or not its start tag is there.
ElementIndex AnyElementOf(const Document& document,
                          const Candidate& candidate) {
  if (candidate.source) {
    return ElementWithStartTagAround(document.markup(), *candidate.source);
  }
  const BlockIndex index = document.BlockAt(candidate.where.begin);
  if (index == kNoBlock) return kNoElement;
  const Block& block = document.blocks()[index];
  if (block.kind == BlockKind::kUrl) {
    return document.properties()[block.property].element;
  }
  for (const HiddenText& hidden : document.hidden()) {
    if (hidden.text.Contains(candidate.where)) return hidden.element;
  }
  return kNoElement;
}

}  // namespace

ElementIndex ElementOf(const Document& document, const Candidate& candidate) {
  const ElementIndex index = AnyElementOf(document, candidate);
  const bool is_written = index != kNoElement &&
                          !document.markup().elements[index].start_tag.empty();
  return is_written ? index : kNoElement;
}

std::vector<Edit> RemoveElement(const Document& document,
                                ElementIndex element) {
  const Element& taken = document.markup().elements[element];
  const CleanSpan whole = WholeElement(taken);
  const CleanSpan lines = WholeLines(document.source().clean(), whole);
  std::vector<CleanSpan> places = {lines};
  if (lines == whole && !IsBlockTag(taken.tag)) {
    if (const auto space = SpaceToTake(document, taken.text)) {
      places.insert(places.end(), space->begin(), space->end());
    }
  }
  return Removals(std::move(places));
}

}  // namespace medlint
