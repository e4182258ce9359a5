// SPDX-License-Identifier: Apache-2.0
//
// Element names, as an enum: Tag::k_p is <p>.

#ifndef LINTER_DOCUMENT_TAGS_H_
#define LINTER_DOCUMENT_TAGS_H_

#include <cstdint>
#include <string_view>

namespace medlint {

enum class Tag : std::uint8_t {
  // NOLINTNEXTLINE(readability-identifier-naming): after k_ as in HTML
  k_other,  // any name that is not in tags.def; treated as inline
#define MEDLINT_TAG(name, flow) k_##name,
#include "linter/document/tags.def"
#undef MEDLINT_TAG
};

// How an element breaks the text around and inside it; see tags.def.
enum class TagFlow : std::uint8_t { kInline, kBlock, kBreak, kSpace, kSkip };

// Returns the tag called "name" (ASCII case ignored), or k_other.
Tag FindTag(std::string_view name);

// Returns "p" for k_p, "?" for k_other.
std::string_view TagName(Tag tag);

TagFlow FlowOf(Tag tag);

// Returns 1..6 for k_h1..k_h6, else 0.
int HeadingLevel(Tag tag);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_TAGS_H_
