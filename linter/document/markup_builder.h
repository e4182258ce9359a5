// SPDX-License-Identifier: Apache-2.0
//
// MarkupBuilder fills a Markup from events in order of the source: elements
// that open and close, text, comments.  It keeps the stack of open elements and
// lets them break the text as tags.def says.
//
// Every event takes constant time.  Thread-compatible.

#ifndef LINTER_DOCUMENT_MARKUP_BUILDER_H_
#define LINTER_DOCUMENT_MARKUP_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/document/html_lexer.h"
#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/document/text_builder.h"
#include "linter/text/span.h"

namespace medlint {

class MarkupBuilder {
 public:
  // A slice of Markup::attributes.
  struct AttributeRange {
    std::uint32_t first = 0;
    std::uint16_t count = 0;
    AttributeSet set = 0;
  };

  // Opening an element: what it is, and the tag that made it open.
  struct Start {
    Tag tag = Tag::k_other;
    CleanSpan start_tag;  // empty if implied
    CleanSpan cause;      // never empty
    AttributeRange attributes = {};
  };

  // Makes "markup", which is empty, that of "source".  Neither is copied and
  // both must outlive this.
  MarkupBuilder(std::string_view source, Markup& markup);

  AttributeRange AddAttributes(const std::vector<Attribute>& attributes);

  void Open(const Start& start);

  // Closes the innermost element; "end_tag" is empty where it is implied.
  // REQUIRES: depth() > 0, !cause.empty()
  void Close(CleanSpan end_tag, CleanSpan cause);

  // Adds an element that holds no markup: "token" is its start tag.
  void AddLeaf(const HtmlToken& token, AttributeRange attributes);

  void AddText(CleanSpan text, TextBuilder::References references);
  void AddComment(CleanSpan content);

  // Breaks that no element makes: </br>, a </p> that closes nothing, the
  // elements of <svg> that stand apart.
  void AddSpace(CleanSpan cause);
  void AddLineBreak(CleanSpan cause);
  void EndBlock(CleanSpan cause);

  // Notes the end tag of an element that stays open: <body>, <html>.
  void SetEndTag(Tag tag, CleanSpan end_tag);

  std::size_t depth() const { return open_.size(); }
  // The tag of the open element "above" the innermost.
  // REQUIRES: above < depth()
  Tag OpenTag(std::size_t above) const;

 private:
  void Break(Tag tag, CleanSpan cause);
  ElementIndex Innermost() const {
    return open_.empty() ? kNoElement : open_.back();
  }

  Markup& markup_;
  TextBuilder text_;
  std::vector<ElementIndex> open_;  // outermost first
  int open_skipped_ = 0;            // open elements whose content is no text
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_MARKUP_BUILDER_H_
