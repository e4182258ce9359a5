// SPDX-License-Identifier: Apache-2.0

#include "linter/document/links.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/blocks.h"
#include "linter/document/document.h"
#include "linter/document/labels.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/document/unseen_text.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr auto kLinkTypes =
    std::to_array<std::string_view>({"alternate", "amphtml", "author",
                                     "canonical", "next", "prev", "shortlink"});
static_assert(std::ranges::is_sorted(kLinkTypes));

bool IsSlash(char c) {
  return c == '/' || c == '\\';
}

// True if one of the words of "rel" is in "types".
bool HasType(std::string_view rel, std::span<const std::string_view> types) {
  for (std::size_t begin = 0; begin < rel.size();) {
    const std::size_t end = std::min(rel.find(' ', begin), rel.size());
    if (std::ranges::binary_search(types, rel.substr(begin, end - begin)))
      return true;
    begin = end + 1;
  }
  return false;
}

// The attribute that holds the address of what "tag" loads, or kOther.
AttributeName SourceAttribute(Tag tag) {
  switch (tag) {
    case Tag::k_img:
    case Tag::k_iframe:
    case Tag::k_frame:
    case Tag::k_script:
    case Tag::k_source:
    case Tag::k_video:
    case Tag::k_audio:
    case Tag::k_embed:
      return AttributeName::kSrc;
    case Tag::k_object:
      return AttributeName::kData;
    default:
      return AttributeName::kOther;
  }
}

class LinkReader {
 public:
  explicit LinkReader(UnseenText& unseen)
      : unseen_(unseen),
        markup_(unseen.markup()),
        reading_blocks_(unseen.blocks().size()) {}

  std::vector<Link> Read() {
    for (ElementIndex i = 0; i < markup_.elements.size(); ++i) {
      const Tag tag = markup_.elements[i].tag;
      if (tag == Tag::k_a || tag == Tag::k_area) {
        AddLink(i, Rel(i));
      } else if (tag == Tag::k_link) {
        std::string rel = Rel(i);
        if (HasType(rel, kLinkTypes)) AddLink(i, std::move(rel));
      } else if (const AttributeName name = SourceAttribute(tag);
                 name != AttributeName::kOther) {
        const Attribute* source = markup_.FindAttribute(i, name);
        if (source != nullptr) AddUrl(i, *source, "attribute:src");
      }
    }
    return std::move(links_);
  }

 private:
  std::string Rel(ElementIndex element) const {
    return ToAsciiLower(markup_.AttributeValue(element, AttributeName::kRel));
  }

  // The reading block at or before the element; kNoBlock at the beginning.
  BlockIndex BlockBefore(ElementIndex element) const {
    const std::span<const Block> reading(unseen_.blocks().data(),
                                         reading_blocks_);
    const Offset at = markup_.elements[element].text.begin;
    const auto next = std::ranges::upper_bound(
        reading, at, {}, [](const Block& b) { return b.text.begin; });
    return next == reading.begin()
               ? kNoBlock
               : static_cast<BlockIndex>(next - 1 - reading.begin());
  }

  BlockIndex AddUrl(ElementIndex element, const Attribute& attribute,
                    std::string name) {
    UnseenValue value;
    value.name = std::move(name);
    value.source = attribute.value;
    value.kind =
        value.name == "link:canonical" ? BlockKind::kMeta : BlockKind::kUrl;
    value.zone = Zone::kUrl;
    value.element = element;
    const BlockIndex near = BlockBefore(element);
    if (near != kNoBlock) value.section = unseen_.blocks()[near].section;
    return unseen_.AddAttribute(std::move(value));
  }

  void AddLink(ElementIndex index, std::string rel) {
    const Attribute* href = markup_.FindAttribute(index, AttributeName::kHref);
    if (href == nullptr) return;
    const Element& element = markup_.elements[index];
    const bool canonical = element.tag == Tag::k_link &&
                           rel.find("canonical") != std::string_view::npos;
    Link link;
    link.element = index;
    link.text = TrimSpan(markup_.text, element.text);
    if (link.text.empty()) link.text.end = link.text.begin;
    link.rel = std::move(rel);
    link.zone = element.tag == Tag::k_link ? Zone::kMeta : ZoneAt(index, link);
    link.url =
        AddUrl(index, *href, canonical ? "link:canonical" : "attribute:href");
    link.href = unseen_.properties().back().value;
    link.host = HostOf(link.href);
    links_.push_back(std::move(link));
  }

  // The zone of the block with the link's text, else of the nearest one.
  Zone ZoneAt(ElementIndex element, const Link& link) const {
    BlockIndex block = BlockBefore(element);
    if (!link.text.empty())
      block = BlockHolding(unseen_.blocks(), link.text.begin);
    return block == kNoBlock ? Zone::kBoilerplate
                             : unseen_.blocks()[block].zone;
  }

  UnseenText& unseen_;
  const Markup& markup_;
  std::size_t reading_blocks_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> ReadLinks(UnseenText& unseen) {
  return LinkReader(unseen).Read();
}

std::string HostOf(std::string_view url) {
  std::size_t at = 0;
  while (at < url.size() && (IsAsciiAlnum(url[at]) || url[at] == '+' ||
                             url[at] == '-' || url[at] == '.'))
    ++at;
  if (at > 0 && (at == url.size() || url[at] != ':')) return "";
  if (at > 0) ++at;
  if (url.size() < at + 2 || !IsSlash(url[at]) || !IsSlash(url[at + 1]))
    return "";
  std::string_view host = url.substr(at + 2);
  host = host.substr(0, host.find_first_of("/\\?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
    host.remove_prefix(user + 1);
  const std::size_t colon =
      host.starts_with('[') ? host.find(':', host.find(']')) : host.find(':');
  host = host.substr(0, colon);
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string lower = ToAsciiLower(host);
  if (lower.starts_with("www.")) lower.erase(0, 4);
  return lower;
}

bool HasRel(const Link& link, std::string_view word) {
  const std::string_view rel = link.rel;
  for (std::size_t at = rel.find(word); at != std::string_view::npos;
       at = rel.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || IsAsciiSpace(rel[at - 1]);
    if (begins && (end == rel.size() || IsAsciiSpace(rel[end]))) return true;
  }
  return false;
}

}  // namespace medlint
