// SPDX-License-Identifier: Apache-2.0

#include "linter/report/placed_tags.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/markup.h"

namespace medlint {
namespace {

constexpr std::size_t kMostBytes = 60;
constexpr std::size_t kClosing = 2;  // "%}", "?>"

// What of the source is no text, in order.
std::vector<CleanSpan> NoText(const Markup& markup) {
  std::vector<CleanSpan> spans;
  for (const Element& element : markup.elements) {
    spans.push_back(element.start_tag);
    spans.push_back(element.end_tag);
  }
  for (const Comment& comment : markup.comments)
    spans.push_back(comment.content);
  for (const RawText& raw : markup.raw_texts)
    spans.push_back(raw.content);
  std::erase_if(spans, [](CleanSpan span) { return span.empty(); });
  std::ranges::sort(spans, {}, &CleanSpan::begin);
  return spans;
}

std::string Shortened(std::string_view tag) {
  if (tag.size() <= kMostBytes) return std::string(tag);
  std::size_t end = kMostBytes - kClosing;
  while (IsContinuationByte(tag[end]))
    --end;
  std::size_t closing = tag.size() - kClosing;
  while (closing < tag.size() && IsContinuationByte(tag[closing]))
    ++closing;
  return std::string(tag.substr(0, end)) + "…" +
         std::string(tag.substr(closing));
}

// Where the content of an element ends, be its end tag written or implied.
Offset EndOf(const Markup& markup, ElementIndex index) {
  Offset end = std::numeric_limits<Offset>::max();
  const ElementIndex next = markup.elements[index].subtree_end;
  if (next < markup.elements.size() &&
      !markup.elements[next].start_tag.empty()) {
    end = markup.elements[next].start_tag.begin;
  }
  const ElementIndex ended = markup.Closest(index, [&](ElementIndex each) {
    return !markup.elements[each].end_tag.empty();
  });
  return ended == kNoElement
             ? end
             : std::min(end, markup.elements[ended].end_tag.begin);
}

}  // namespace

std::vector<CleanSpan> TagsInText(const Document& document) {
  std::vector<CleanSpan> tags;
  if (document.template_tags().empty()) return tags;
  const std::vector<CleanSpan> no_text = NoText(document.markup());
  for (const CleanSpan tag : document.template_tags()) {
    const auto next =
        std::ranges::upper_bound(no_text, tag.begin, {}, &CleanSpan::begin);
    const bool is_inside =
        next != no_text.begin() && tag.begin < (next - 1)->end;
    if (!is_inside) tags.push_back(tag);
  }
  return tags;
}

CleanSpan SurroundingsOf(const Document& document, BlockIndex index) {
  const auto blocks = document.blocks();
  const Block& block = blocks[index];
  CleanSpan span = {0, static_cast<Offset>(document.source().clean().size())};
  if (index > 0) {
    span.begin = document.ToClean(blocks[index - 1].text).end;
  }
  if (index + 1 < blocks.size() &&
      blocks[index + 1].text.begin < document.reading_end()) {
    span.end = document.ToClean(blocks[index + 1].text).begin;
  }
  if (block.element == kNoElement) return span;
  const auto& elements = document.markup().elements;
  span.begin = std::max(span.begin, elements[block.element].start_tag.end);
  span.end = std::min(span.end, EndOf(document.markup(), block.element));
  return span;
}

Offset FirstWrittenFrom(const Document& document, TextSpan text,
                        Offset origin) {
  const auto offsets = std::views::iota(text.begin, text.end);
  const auto it = std::ranges::partition_point(offsets, [&](Offset offset) {
    return document.markup().map.BeginOf(offset) < origin;
  });
  return static_cast<Offset>(text.begin + (it - offsets.begin()));
}

std::string ShownTag(std::string_view source, CleanSpan tag) {
  const bool space_before =
      tag.begin > 0 && IsAsciiSpace(source[tag.begin - 1]);
  const bool space_after =
      tag.end < source.size() && IsAsciiSpace(source[tag.end]);
  return (space_before ? " " : "") + Shortened(tag.In(source)) +
         (space_after ? " " : "");
}

}  // namespace medlint
