// SPDX-License-Identifier: Apache-2.0

#include "linter/document/metadata.h"

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
#include "linter/document/document.h"
#include "linter/document/json_ld.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/document/unseen_text.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// The property of an attribute that is text, or "".
std::string_view TextProperty(AttributeName name) {
  switch (name) {
    case AttributeName::kAlt:
      return "attribute:alt";
    case AttributeName::kTitle:
      return "attribute:title";
    case AttributeName::kAriaLabel:
      return "attribute:aria-label";
    case AttributeName::kPlaceholder:
      return "attribute:placeholder";
    default:
      return "";
  }
}

constexpr AttributeSet kTextAttributes =
    SetOf(AttributeName::kAlt) | SetOf(AttributeName::kTitle) |
    SetOf(AttributeName::kAriaLabel) | SetOf(AttributeName::kPlaceholder);

class MetadataReader {
 public:
  MetadataReader(UnseenText& unseen, std::vector<DocumentProblem>& problems)
      : unseen_(unseen),
        markup_(unseen.markup()),
        reading_blocks_(unseen.blocks().size()),
        problems_(problems) {}

  void Read() {
    AddTitle();
    std::size_t raw = 0;
    for (ElementIndex i = 0; i < markup_.elements.size(); ++i) {
      const Element& element = markup_.elements[i];
      while (raw < markup_.raw_texts.size() &&
             markup_.raw_texts[raw].element < i)
        ++raw;
      if (element.tag == Tag::k_script && raw < markup_.raw_texts.size() &&
          markup_.raw_texts[raw].element == i && IsJsonLd(i)) {
        ReadJsonLd(markup_.raw_texts[raw], unseen_, next_node_, problems_);
      }
      if (element.attribute_set != 0) ReadAttributes(i);
    }
    for (const Comment& comment : markup_.comments)
      AddComment(comment);
  }

 private:
  void AddTitle() {
    for (BlockIndex i = 0; i < reading_blocks_; ++i) {
      const Block& block = unseen_.blocks()[i];
      if (block.kind != BlockKind::kTitle) continue;
      Property property;
      property.name = "title";
      property.value = block.text.In(markup_.text);
      property.source = markup_.map.Map(block.text);
      property.block = i;
      property.element = block.element;
      unseen_.properties().push_back(std::move(property));
      return;
    }
  }

  bool IsJsonLd(ElementIndex script) const {
    const std::string type =
        markup_.AttributeValue(script, AttributeName::kType);
    return EqualsIgnoringAsciiCase(
        std::string_view(type).substr(0, type.find(';')),
        "application/ld+json");
  }

  SectionIndex SectionAt(Offset offset) const {
    const std::span<const Block> reading(unseen_.blocks().data(),
                                         reading_blocks_);
    const auto next = std::ranges::upper_bound(
        reading, offset, {}, [](const Block& b) { return b.text.begin; });
    return next == reading.begin() ? 0 : (next - 1)->section;
  }

  void ReadAttributes(ElementIndex index) {
    const Element& element = markup_.elements[index];
    if (element.tag == Tag::k_meta) {
      ReadMeta(index);
      return;
    }
    if (element.tag == Tag::k_html)
      Add(index, AttributeName::kLang, "html:lang", BlockKind::kMeta);
    if (element.tag == Tag::k_time)
      Add(index, AttributeName::kDatetime, "time", BlockKind::kMeta);
    if ((element.attribute_set & kTextAttributes) != 0) AddTexts(index);
    if (element.Has(AttributeName::kItemprop)) {
      Add(index, AttributeName::kContent, "attribute:content",
          BlockKind::kMeta);
    }
  }

  void AddTexts(ElementIndex index) {
    const Element& element = markup_.elements[index];
    for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
      const Attribute attribute =
          markup_.attributes[element.first_attribute + i];
      const std::string_view property = TextProperty(attribute.known);
      if (property.empty()) continue;
      AddValue(index, attribute, std::string(property), BlockKind::kAttribute);
    }
  }

  void ReadMeta(ElementIndex index) {
    Add(index, AttributeName::kCharset, "meta:charset", BlockKind::kMeta);
    for (const AttributeName key :
         {AttributeName::kName, AttributeName::kProperty,
          AttributeName::kItemprop, AttributeName::kHttpEquiv}) {
      const std::string name = markup_.AttributeValue(index, key);
      if (name.empty()) continue;
      const std::string_view prefix =
          key == AttributeName::kHttpEquiv ? "http-equiv:" : "meta:";
      Add(index, AttributeName::kContent,
          std::string(prefix) + ToAsciiLower(name), BlockKind::kMeta);
      return;
    }
  }

  void Add(ElementIndex element, AttributeName attribute, std::string name,
           BlockKind kind) {
    const Attribute* found = markup_.FindAttribute(element, attribute);
    if (found != nullptr) AddValue(element, *found, std::move(name), kind);
  }

  void AddValue(ElementIndex element, const Attribute& attribute,
                std::string name, BlockKind kind) {
    UnseenValue value;
    value.name = std::move(name);
    value.source = attribute.value;
    value.kind = kind;
    value.zone = kind == BlockKind::kAttribute ? Zone::kAttribute : Zone::kMeta;
    if (value.name == "meta:og:title" || value.name == "meta:twitter:title")
      value.zone = Zone::kTitle;
    value.element = element;
    value.section = SectionAt(markup_.elements[element].text.begin);
    const bool may_be_url = value.zone == Zone::kMeta;
    const BlockIndex block = unseen_.AddAttribute(std::move(value));
    if (block == kNoBlock || !may_be_url) return;
    Block& added = unseen_.blocks()[block];
    if (LooksLikeUrl(added.text.In(markup_.text))) added.zone = Zone::kUrl;
  }

  void AddComment(const Comment& comment) {
    UnseenValue value;
    value.source = comment.content;
    value.kind = BlockKind::kComment;
    value.zone = Zone::kComment;
    value.element = comment.parent;
    value.section = SectionAt(comment.text_offset);
    unseen_.AddAttribute(std::move(value));
  }

  UnseenText& unseen_;
  const Markup& markup_;
  std::size_t reading_blocks_;
  std::vector<DocumentProblem>& problems_;
  int next_node_ = 0;
};

}  // namespace

void ReadMetadata(UnseenText& unseen, std::vector<DocumentProblem>& problems) {
  MetadataReader(unseen, problems).Read();
}

}  // namespace medlint
