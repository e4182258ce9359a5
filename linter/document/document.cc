// SPDX-License-Identifier: Apache-2.0

#include "linter/document/document.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/document/blocks.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

std::string_view ZoneName(Zone zone) {
  switch (zone) {
    case Zone::kTitle:
      return "title";
    case Zone::kHeading:
      return "heading";
    case Zone::kSummary:
      return "summary";
    case Zone::kMain:
      return "main";
    case Zone::kQuote:
      return "quote";
    case Zone::kAttribute:
      return "attribute";
    case Zone::kMeta:
      return "meta";
    case Zone::kJsonLd:
      return "jsonld";
    case Zone::kUrl:
      return "url";
    case Zone::kComment:
      return "comment";
    case Zone::kHidden:
      return "hidden";
    case Zone::kBoilerplate:
      break;
  }
  return "boilerplate";
}

std::string_view BlockKindName(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTitle:
      return "title";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "list-item";
    case BlockKind::kTerm:
      return "term";
    case BlockKind::kTableCell:
      return "table-cell";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kCode:
      return "code";
    case BlockKind::kAttribute:
      return "attribute";
    case BlockKind::kMeta:
      return "meta";
    case BlockKind::kJsonLd:
      return "jsonld";
    case BlockKind::kUrl:
      return "url";
    case BlockKind::kComment:
      break;
  }
  return "comment";
}

std::string_view HidingTechniqueName(HidingTechnique technique) {
  switch (technique) {
    case HidingTechnique::kDisplayNone:
      return "display-none";
    case HidingTechnique::kVisibilityHidden:
      return "visibility-hidden";
    case HidingTechnique::kHiddenAttribute:
      return "hidden-attribute";
    case HidingTechnique::kZeroFont:
      return "zero-font";
    case HidingTechnique::kZeroSize:
      return "zero-size";
    case HidingTechnique::kOffScreen:
      return "off-screen";
    case HidingTechnique::kTransparent:
      return "transparent";
    case HidingTechnique::kSameColor:
      return "same-color";
    case HidingTechnique::kClipped:
      return "clipped";
    case HidingTechnique::kNoscript:
      break;
  }
  return "noscript";
}

BlockIndex Document::BlockAt(Offset offset) const {
  return BlockHolding(blocks_, offset);
}

const Property* Document::FindProperty(std::string_view name) const {
  const auto found = std::ranges::find(properties_, name, &Property::name);
  return found == properties_.end() ? nullptr : &*found;
}

const Link* Document::LinkAt(Offset offset) const {
  const auto next = std::ranges::upper_bound(
      links_with_text_, offset, {},
      [this](std::uint32_t i) { return links_[i].text.begin; });
  if (next == links_with_text_.begin()) return nullptr;
  const Link& link = links_[*(next - 1)];
  return link.text.Contains(offset) ? &link : nullptr;
}

CleanSpan Document::DocumentAnchor() const {
  return anchor_;
}

std::size_t Document::memory_bytes() const {
  std::size_t bytes = markup_.text.capacity() + markup_.map.memory_bytes() +
                      markup_.elements.capacity() * sizeof(Element) +
                      markup_.attributes.capacity() * sizeof(Attribute) +
                      markup_.comments.capacity() * sizeof(Comment) +
                      markup_.raw_texts.capacity() * sizeof(RawText) +
                      sections_.capacity() * sizeof(Section) +
                      blocks_.capacity() * sizeof(Block) +
                      links_.capacity() * sizeof(Link) +
                      links_with_text_.capacity() * sizeof(std::uint32_t) +
                      properties_.capacity() * sizeof(Property) +
                      hidden_.capacity() * sizeof(HiddenText) +
                      problems_.capacity() * sizeof(DocumentProblem) +
                      hinted_.capacity() * sizeof(HintMatch) +
                      template_tags_.capacity() * sizeof(CleanSpan) +
                      (blanked_ ? blanked_->capacity() : 0);
  for (const Link& link : links_) {
    bytes += link.href.capacity() + link.host.capacity() + link.rel.capacity();
  }
  for (const Property& property : properties_)
    bytes += property.name.capacity() + property.value.capacity();
  for (const DocumentProblem& problem : problems_)
    bytes += problem.what.capacity();
  return bytes;
}

}  // namespace medlint
