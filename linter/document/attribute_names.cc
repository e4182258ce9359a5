// SPDX-License-Identifier: Apache-2.0

#include "linter/document/attribute_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/document/word_index.h"

namespace medlint {
namespace {

constexpr auto kAttributeNames = std::to_array<std::string_view>({
#define MEDLINT_ATTRIBUTE(id, name) name,
#include "linter/document/attribute_names.def"
#undef MEDLINT_ATTRIBUTE
});
static_assert(kAttributeNames.size() < 32, "AttributeSet is full");
static_assert(std::ranges::is_sorted(kAttributeNames),
              "attribute_names.def: order");

constexpr WordIndex<kAttributeNames.size(), 128> kAttributeIndex(
    kAttributeNames);

}  // namespace

AttributeName FindAttributeName(std::string_view name) {
  const auto found = kAttributeIndex.Find(name);
  return found == kAttributeNames.size()
             ? AttributeName::kOther
             : static_cast<AttributeName>(found + 1);
}

}  // namespace medlint
