// SPDX-License-Identifier: Apache-2.0

#include "linter/document/unseen_text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/document/character_references.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

constexpr std::string_view kDataScheme = "data:";
constexpr std::size_t kMaxMediaType = 80;  // bytes

bool IsBlank(std::string_view value) {
  return std::ranges::all_of(
      value, [](char c) { return IsAsciiSpace(c) || c == '\x7F'; });
}

// "data:image/png", but not the alt text "Data: heart rate by age".
bool IsDataUrl(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  value.remove_prefix(begin);
  return EqualsIgnoringAsciiCase(value.substr(0, kDataScheme.size()),
                                 kDataScheme) &&
         value.size() > kDataScheme.size() && value[kDataScheme.size()] != ' ';
}

}  // namespace

BlockIndex UnseenText::AddAttribute(UnseenValue value) {
  const std::string_view raw = value.source.In(markup_.source);
  if (IsDataUrl(raw)) {
    const std::string_view start = raw.substr(0, kMaxMediaType);
    AddProperty(std::move(value), kNoBlock, start.substr(0, start.find(',')));
    return kNoBlock;
  }
  if (IsBlank(raw) || raw.size() > kMaxValueSize) {
    AddProperty(std::move(value), kNoBlock, "");
    return kNoBlock;
  }
  Begin(value.source);
  AppendAttributeText(markup_.source, value.source, markup_.text, markup_.map);
  return End(std::move(value));
}

// The separator stands for the byte before the value: a quote, '=' or '>'.
void UnseenText::Begin(CleanSpan source) {
  if (!markup_.text.empty()) {
    const Offset at = source.begin > 0 ? source.begin - 1 : 0;
    markup_.text += '\n';
    markup_.map.AppendAtomic(1, {at, at + 1});
  }
  begin_ = static_cast<Offset>(markup_.text.size());
}

BlockIndex UnseenText::End(UnseenValue value) {
  const TextSpan text{begin_, static_cast<Offset>(markup_.text.size())};
  if (text.empty()) {
    // The separator, too, or there would be an empty line.
    if (begin_ > 0) {
      markup_.text.resize(begin_ - 1);
      markup_.map.Truncate(begin_ - 1);
    }
    AddProperty(std::move(value), kNoBlock, "");
    return kNoBlock;
  }
  Block block;
  block.kind = value.kind;
  block.zone = value.zone;
  block.element = value.element;
  block.section = value.section;
  block.text = text;
  block.property = static_cast<std::uint32_t>(properties_.size());
  const auto index = static_cast<BlockIndex>(blocks_.size());
  blocks_.push_back(block);
  AddProperty(std::move(value), index, text.In(markup_.text));
  return index;
}

void UnseenText::AddProperty(UnseenValue value, BlockIndex block,
                             std::string_view text) {
  if (value.name.empty()) return;
  Property property;
  property.name = std::move(value.name);
  property.value = text;
  property.source = value.source;
  property.block = block;
  property.element = value.element;
  property.node = value.node;
  properties_.push_back(std::move(property));
}

bool LooksLikeUrl(std::string_view value) {
  if (value.find(' ') != std::string_view::npos) return false;
  if (value.starts_with("/") || value.starts_with("www.")) return true;
  const std::size_t scheme = value.find(':');
  if (scheme == std::string_view::npos || scheme < 2) return false;
  const bool letters = std::ranges::all_of(
      value.substr(0, scheme), [](char c) { return IsAsciiAlnum(c); });
  return letters && (value.substr(scheme).starts_with("://") ||
                     value.starts_with("mailto:") || value.starts_with("tel:"));
}

}  // namespace medlint
