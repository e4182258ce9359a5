// SPDX-License-Identifier: Apache-2.0

#include "linter/document/element_names.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/markup.h"

namespace medlint {
namespace {

// Of one element; more are an attack.
constexpr std::size_t kMaxClasses = 64;

}  // namespace

ElementNames::ElementNames(const Markup& markup)
    : ids_(markup.elements.size(), 0) {
  first_.reserve(markup.elements.size() + 1);
  for (ElementIndex i = 0; i < markup.elements.size(); ++i) {
    first_.push_back(static_cast<std::uint32_t>(classes_.size()));
    if (markup.elements[i].attribute_count == 0) continue;
    AddClasses(markup.RawValue(i, AttributeName::kClass));
    const std::string_view id = markup.RawValue(i, AttributeName::kId);
    if (id.empty()) continue;
    ids_[i] =
        id_numbers_
            .try_emplace(id, static_cast<NameNumber>(id_numbers_.size() + 1))
            .first->second;
  }
  first_.push_back(static_cast<std::uint32_t>(classes_.size()));
}

void ElementNames::AddClasses(std::string_view names) {
  for (std::size_t at = 0; at < names.size();) {
    if (IsAsciiSpace(names[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < names.size() && !IsAsciiSpace(names[end]))
      ++end;
    const NameNumber number =
        class_numbers_
            .try_emplace(names.substr(at, end - at),
                         static_cast<NameNumber>(class_numbers_.size() + 1))
            .first->second;
    class_hints_.set(HintOf(names.substr(at, end - at)));
    const auto own = std::span(classes_).subspan(first_.back());
    if (own.size() >= kMaxClasses) return;
    if (std::ranges::find(own, number) == own.end()) classes_.push_back(number);
    at = end;
  }
}

// REQUIRES: !name.empty()
std::size_t ElementNames::HintOf(std::string_view name) {
  const auto letter = [&](std::size_t i) -> std::size_t {
    return static_cast<unsigned char>(name[i]);
  };
  const std::size_t size = name.size();
  return (letter(0) + letter(size / 2) * 13 + letter(size - 1) * 71 +
          size * 463) %
         4096;
}

NameNumber ElementNames::FindClass(std::string_view name) const {
  if (name.empty() || !class_hints_.test(HintOf(name))) return 0;
  const auto found = class_numbers_.find(name);
  return found == class_numbers_.end() ? 0 : found->second;
}

NameNumber ElementNames::FindId(std::string_view name) const {
  const auto found = id_numbers_.find(name);
  return found == id_numbers_.end() ? 0 : found->second;
}

bool ElementNames::HasClass(ElementIndex element, NameNumber name) const {
  const auto classes = ClassesOf(element);
  return std::ranges::find(classes, name) != classes.end();
}

}  // namespace medlint
