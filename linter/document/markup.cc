// SPDX-License-Identifier: Apache-2.0

#include "linter/document/markup.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/character_references.h"

namespace medlint {
namespace {

// The decoded value of "attribute", which may be null.
std::string Decode(std::string_view source, const Attribute* attribute) {
  std::string value;
  if (attribute == nullptr || attribute->value.empty()) return value;
  TextMap places;
  AppendAttributeText(source, attribute->value, value, places);
  return value;
}

}  // namespace

const Attribute* Markup::FindAttribute(ElementIndex element,
                                       std::string_view name) const {
  const AttributeName known = FindAttributeName(name);
  if (known != AttributeName::kOther) return FindAttribute(element, known);
  const Element& it = elements[element];
  for (std::size_t i = 0; i < it.attribute_count; ++i) {
    // Of two attributes of one name the first holds.
    const Attribute& attribute = attributes[it.first_attribute + i];
    if (attribute.name.size() == name.size() &&
        EqualsIgnoringAsciiCase(attribute.name.In(source), name))
      return &attribute;
  }
  return nullptr;
}

const Attribute* Markup::FindKnown(ElementIndex element,
                                   AttributeName name) const {
  const Attribute* attribute = &attributes[elements[element].first_attribute];
  while (attribute->known != name)
    ++attribute;
  return attribute;
}

std::string Markup::AttributeValue(ElementIndex element,
                                   std::string_view name) const {
  return Decode(source, FindAttribute(element, name));
}

std::string Markup::AttributeValue(ElementIndex element,
                                   AttributeName name) const {
  return Decode(source, FindAttribute(element, name));
}

ElementIndex Markup::InnermostAround(TextSpan span) const {
  const auto after =
      std::ranges::upper_bound(elements, span.begin, {},
                               [](const Element& it) { return it.text.begin; });
  if (after == elements.begin()) return kNoElement;
  auto at = static_cast<ElementIndex>(after - elements.begin() - 1);
  while (at != kNoElement && !elements[at].text.Contains(span))
    at = elements[at].parent;
  return at;
}

std::string Markup::NameOf(ElementIndex element) const {
  const Element& it = elements[element];
  if (it.tag != Tag::k_other) return std::string(TagName(it.tag));
  std::string_view name = it.start_tag.In(source);
  name.remove_prefix(1);  // '<'; what is k_other is never implied
  return ToAsciiLower(name.substr(0, name.find_first_of(" \t\n\r\f/>")));
}

}  // namespace medlint
