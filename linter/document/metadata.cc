// SPDX-License-Identifier: Apache-2.0

#include "linter/document/metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/document/json_ld.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/document/unseen_text.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr auto kTextAttributes = std::to_array<std::string_view>(
    {"alt", "title", "aria-label", "placeholder"});

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
      if (element.attribute_count > 0) ReadAttributes(i);
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
    const std::string type = markup_.AttributeValue(script, "type");
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
      Add(index, "lang", "html:lang", BlockKind::kMeta);
    if (element.tag == Tag::k_time)
      Add(index, "datetime", "time", BlockKind::kMeta);
    for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
      const Attribute attribute =
          markup_.attributes[element.first_attribute + i];
      const std::string_view written = attribute.name.In(markup_.source);
      const auto name =
          std::ranges::find_if(kTextAttributes, [&](std::string_view each) {
            return EqualsIgnoringAsciiCase(written, each);
          });
      if (name == kTextAttributes.end()) continue;
      AddValue(index, attribute, "attribute:" + std::string(*name),
               BlockKind::kAttribute);
    }
    if (markup_.FindAttribute(index, "itemprop") != nullptr)
      Add(index, "content", "attribute:content", BlockKind::kMeta);
  }

  void ReadMeta(ElementIndex index) {
    Add(index, "charset", "meta:charset", BlockKind::kMeta);
    for (const std::string_view key :
         {"name", "property", "itemprop", "http-equiv"}) {
      const std::string name = markup_.AttributeValue(index, key);
      if (name.empty()) continue;
      const std::string_view prefix =
          key == "http-equiv" ? "http-equiv:" : "meta:";
      Add(index, "content", std::string(prefix) + ToAsciiLower(name),
          BlockKind::kMeta);
      return;
    }
  }

  void Add(ElementIndex element, std::string_view attribute, std::string name,
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
    const BlockIndex block = unseen_.AddAttribute(value);
    if (block == kNoBlock || value.zone != Zone::kMeta) return;
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
    unseen_.AddAttribute(value);
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
