// SPDX-License-Identifier: Apache-2.0

#include "linter/document/markup_builder.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "linter/document/content_model.h"
#include "linter/document/html_lexer.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/document/text_builder.h"
#include "linter/text/span.h"

namespace medlint {

MarkupBuilder::MarkupBuilder(std::string_view source, Markup& markup)
    : markup_(markup), text_(source, markup.text, markup.map) {
  markup_.source = source;
  // Of real pages 7 % is text.
  markup_.text.reserve(markup_.source.size() / 16);
}

MarkupBuilder::AttributeRange MarkupBuilder::AddAttributes(
    const std::vector<Attribute>& attributes) {
  assert(attributes.size() <= std::numeric_limits<std::uint16_t>::max());
  const auto first = static_cast<std::uint32_t>(markup_.attributes.size());
  markup_.attributes.insert(markup_.attributes.end(), attributes.begin(),
                            attributes.end());
  AttributeSet set = 0;
  for (const Attribute& attribute : attributes)
    set |= SetOf(attribute.known);
  return {first, static_cast<std::uint16_t>(attributes.size()), set};
}

// Breaks the text at the start or the end of an element.
void MarkupBuilder::Break(Tag tag, CleanSpan cause) {
  switch (FlowOf(tag)) {
    case TagFlow::kInline:
    case TagFlow::kSkip:
      break;
    case TagFlow::kBlock:
      EndBlock(cause);
      break;
    case TagFlow::kBreak:
      AddLineBreak(cause);
      break;
    case TagFlow::kSpace:
      AddSpace(cause);
      break;
  }
}

void MarkupBuilder::Open(const Start& start) {
  Break(start.tag, start.cause);
  if (FlowOf(start.tag) == TagFlow::kSkip) ++open_skipped_;
  const auto index = static_cast<ElementIndex>(markup_.elements.size());
  Offset place = start.start_tag.begin;
  if (start.start_tag.empty()) place = start.cause.begin;
  markup_.elements.push_back({
      .tag = start.tag,
      .attribute_count = start.attributes.count,
      .first_attribute = start.attributes.first,
      .attribute_set = start.attributes.set,
      .parent = Innermost(),
      .subtree_end = index + 1,
      .start_tag = {place, std::max(place, start.start_tag.end)},
      .end_tag = {},
      .text = {text_.size(), text_.size()},
  });
  open_.push_back(index);
}

void MarkupBuilder::Close(CleanSpan end_tag, CleanSpan cause) {
  Element& element = markup_.elements[open_.back()];
  open_.pop_back();
  element.subtree_end = static_cast<ElementIndex>(markup_.elements.size());
  if (element.end_tag.empty()) element.end_tag = end_tag;
  element.text.end = text_.size();
  if (!element.text.empty()) {
    // The gap before the first word was written after the element began.
    const char first = markup_.text[element.text.begin];
    if (first == ' ' || first == '\n') ++element.text.begin;
  }
  if (FlowOf(element.tag) == TagFlow::kSkip) --open_skipped_;
  // <br> breaks once.
  if (FlowOf(element.tag) != TagFlow::kBreak) Break(element.tag, cause);
}

void MarkupBuilder::AddLeaf(const HtmlToken& token, AttributeRange attributes) {
  const auto index = static_cast<ElementIndex>(markup_.elements.size());
  Open({.tag = token.tag,
        .start_tag = token.span,
        .cause = token.span,
        .attributes = attributes});
  using References = TextBuilder::References;
  switch (ContentModelOf(token.tag)) {
    case ContentModel::kMarkup:
    case ContentModel::kVoid:
    case ContentModel::kHidden:
      break;
    case ContentModel::kEscapable:
      AddText(token.content, References::kText);
      break;
    case ContentModel::kVerbatim:
    case ContentModel::kRest:
      AddText(token.content, References::kNone);
      break;
  }
  if (token.tag == Tag::k_script || token.tag == Tag::k_style)
    markup_.raw_texts.push_back({.element = index, .content = token.content});
  if (token.end_tag.empty()) {
    const Offset end = std::max(token.span.end, token.end_tag.end);
    Close({end, end}, token.span);
    return;
  }
  Close(token.end_tag, token.end_tag);
}

void MarkupBuilder::AddText(CleanSpan text,
                            TextBuilder::References references) {
  if (open_skipped_ == 0) text_.AddText(text, references);
}

void MarkupBuilder::AddSpace(CleanSpan cause) {
  if (open_skipped_ == 0) text_.AddSpace(cause);
}

void MarkupBuilder::AddLineBreak(CleanSpan cause) {
  if (open_skipped_ == 0) text_.AddLineBreak(cause);
}

void MarkupBuilder::EndBlock(CleanSpan cause) {
  if (open_skipped_ == 0) text_.EndBlock(cause);
}

void MarkupBuilder::AddComment(CleanSpan content) {
  markup_.comments.push_back(
      {.content = content, .parent = Innermost(), .text_offset = text_.size()});
}

void MarkupBuilder::SetEndTag(Tag tag, CleanSpan end_tag) {
  // <html> and <body> are the two outermost.
  const std::size_t limit = std::min<std::size_t>(open_.size(), 2);
  for (std::size_t i = 0; i < limit; ++i) {
    Element& element = markup_.elements[open_[i]];
    if (element.tag == tag && element.end_tag.empty())
      element.end_tag = end_tag;
  }
}

Tag MarkupBuilder::OpenTag(std::size_t above) const {
  return markup_.elements[open_[open_.size() - 1 - above]].tag;
}

}  // namespace medlint
