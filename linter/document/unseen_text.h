// SPDX-License-Identifier: Apache-2.0
//
// Appends the texts that a reader does not see in place to the text of a page,
// one block each: attribute values, metadata, URLs, comments.

#ifndef LINTER_DOCUMENT_UNSEEN_TEXT_H_
#define LINTER_DOCUMENT_UNSEEN_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

// Longer values are data, not text: they get a property without a block.
inline constexpr Offset kMaxValueSize = 8 * 1024;  // bytes, as written

// What there is to say about a value besides its text.
struct UnseenValue {
  std::string name;  // of the property; "" if it shall have none
  CleanSpan source;  // the value as written
  BlockKind kind = BlockKind::kAttribute;
  Zone zone = Zone::kAttribute;
  ElementIndex element = kNoElement;
  SectionIndex section = 0;
  int node = -1;  // JSON-LD
};

class UnseenText {
 public:
  // All three must outlive this.
  UnseenText(Markup& markup, std::vector<Block>& blocks,
             std::vector<Property>& properties)
      : markup_(markup), blocks_(blocks), properties_(properties) {}

  // Decodes and appends an attribute value (or a comment), and adds its
  // property.  Returns its block, or kNoBlock if it is empty, over
  // kMaxValueSize or a data: URL; of the last only what stands before the
  // comma becomes the value of the property.
  BlockIndex AddAttribute(UnseenValue value);

  // The same for a value that the caller decodes: between Begin() and End()
  // the caller appends to markup().text and markup().map, but no '\n'.
  void Begin(CleanSpan source);
  BlockIndex End(UnseenValue value);

  const Markup& markup() const { return markup_; }
  Markup& markup() { return markup_; }
  std::vector<Block>& blocks() { return blocks_; }
  std::vector<Property>& properties() { return properties_; }

 private:
  void AddProperty(UnseenValue value, BlockIndex block, std::string_view text);

  Markup& markup_;
  std::vector<Block>& blocks_;
  std::vector<Property>& properties_;
  Offset begin_ = 0;
};

// True if "value" is an address and not words: no spaces, and a scheme, "//",
// "/" or "www." at its beginning.
bool LooksLikeUrl(std::string_view value);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_UNSEEN_TEXT_H_
