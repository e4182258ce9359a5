// SPDX-License-Identifier: Apache-2.0
//
// Attribute names, as an enum: AttributeName::kHref is href.  Each attribute is
// looked up once, when it is read, and asked for by number from then on.

#ifndef LINTER_DOCUMENT_ATTRIBUTE_NAMES_H_
#define LINTER_DOCUMENT_ATTRIBUTE_NAMES_H_

#include <cstdint>
#include <string_view>

namespace medlint {

enum class AttributeName : std::uint8_t {
  kOther,  // any name that is not in attribute_names.def
#define MEDLINT_ATTRIBUTE(id, name) id,
#include "linter/document/attribute_names.def"
#undef MEDLINT_ATTRIBUTE
};

// Returns the attribute called "name" (ASCII case ignored), or kOther.
AttributeName FindAttributeName(std::string_view name);

// A set of names.
using AttributeSet = std::uint32_t;

constexpr AttributeSet SetOf(AttributeName name) {
  return AttributeSet{1} << static_cast<unsigned>(name);
}

}  // namespace medlint

#endif  // LINTER_DOCUMENT_ATTRIBUTE_NAMES_H_
