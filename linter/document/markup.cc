// SPDX-License-Identifier: Apache-2.0

#include "linter/document/markup.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/character_references.h"

namespace medlint {

const Attribute* Markup::FindAttribute(ElementIndex element,
                                       std::string_view name) const {
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

std::string Markup::AttributeValue(ElementIndex element,
                                   std::string_view name) const {
  std::string value;
  const Attribute* const attribute = FindAttribute(element, name);
  if (attribute == nullptr || attribute->value.empty()) return value;
  TextMap places;
  AppendAttributeText(source, attribute->value, value, places);
  return value;
}

std::string Markup::NameOf(ElementIndex element) const {
  const Element& it = elements[element];
  if (it.tag != Tag::k_other) return std::string(TagName(it.tag));
  std::string_view name = it.start_tag.In(source);
  name.remove_prefix(1);  // '<'; what is k_other is never implied
  return ToAsciiLower(name.substr(0, name.find_first_of(" \t\n\r\f/>")));
}

}  // namespace medlint
