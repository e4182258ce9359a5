// SPDX-License-Identifier: Apache-2.0
//
// Markup is what the parser saw: the text of a page in reading order, tied to
// the source byte by byte, and the elements, attributes and comments with
// their exact places.  It knows nothing of articles; document.h does.
//
// Text: character references are decoded (all of HTML 5's, also without ';'
// where HTML allows it, and the windows-1252 readings of &#128; to &#159;).
// Runs of HTML white space become one space, none at the ends of a block.
// Blocks are separated by '\n'.  A single <br> before a lower-case letter is a
// soft wrap, a space; any other <br> ends the block.  DEL (see source_file.h)
// is left out.  Content of <script>, <style> and <template> is not text.
// Inline tags and comments are transparent: "c<b>u</b>re" is "cure".
//
// Places are exact on any input, malformed or not: a run of text never claims
// bytes it did not come from.  What the parser implies (a missing </p>, a
// <body>) has an empty span where it was implied.
//
// Markup is plain data; it refers to the SourceFile's bytes, which must outlive
// it.

#ifndef LINTER_DOCUMENT_MARKUP_H_
#define LINTER_DOCUMENT_MARKUP_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/attribute_names.h"
#include "linter/document/tags.h"
#include "linter/text/offset_map.h"
#include "linter/text/span.h"

namespace medlint {

using ElementIndex = std::uint32_t;
inline constexpr ElementIndex kNoElement =
    std::numeric_limits<ElementIndex>::max();

using TextMap = OffsetMap<TextSpace, CleanSpace>;

struct Element {
  Tag tag = Tag::k_other;
  std::uint16_t attribute_count = 0;
  std::uint32_t first_attribute = 0;  // index into Markup::attributes
  AttributeSet attribute_set = 0;     // which it has of attribute_names.def
  ElementIndex parent = kNoElement;
  ElementIndex subtree_end = 0;  // one past the last descendant
  CleanSpan start_tag;           // "<p class=x>"; empty where implied
  CleanSpan end_tag;             // "</p>"; empty where implied
  TextSpan text;                 // the text inside

  bool Has(AttributeName name) const {
    return (attribute_set & SetOf(name)) != 0;
  }
};

struct Attribute {
  CleanSpan name;
  CleanSpan value;  // as written, without its quotes; empty if there is none
  AttributeName known = AttributeName::kOther;  // what "name" says
};

struct Comment {
  CleanSpan content;  // between "<!--" and "-->"
  ElementIndex parent = kNoElement;
  Offset text_offset = 0;  // size of the text when it was met
};

// The content of <script> or <style>, as written.
struct RawText {
  ElementIndex element = kNoElement;
  CleanSpan content;
};

struct Markup {
  // SourceFile::clean(), or the same without the tags of templates.
  std::string_view source;
  std::string text;
  TextMap map;                        // text to source
  std::vector<Element> elements;      // in order of their start tags
  std::vector<Attribute> attributes;  // by element, in order
  std::vector<Comment> comments;
  std::vector<RawText> raw_texts;

  // How often the reader could not align what libxml2 reported with the source
  // and had to skip it.  0 on every page seen; tests and fuzzers watch it.
  int unaligned = 0;

  // The raw value of an attribute of an element, or null.  "name" in lower
  // case.  Linear in the attributes of the element.
  const Attribute* FindAttribute(ElementIndex element,
                                 std::string_view name) const;
  // The same for a known name; constant if the element does not have it.
  // REQUIRES: name != kOther
  const Attribute* FindAttribute(ElementIndex element,
                                 AttributeName name) const {
    return elements[element].Has(name) ? FindKnown(element, name) : nullptr;
  }

  // The decoded value, or "".
  std::string AttributeValue(ElementIndex element, std::string_view name) const;
  std::string AttributeValue(ElementIndex element, AttributeName name) const;

  // The value as written, or "".
  std::string_view RawValue(ElementIndex element, AttributeName name) const {
    const Attribute* const attribute = FindAttribute(element, name);
    return attribute == nullptr ? std::string_view()
                                : attribute->value.In(source);
  }

  // The element's name as written, lower case: also of k_other.
  std::string NameOf(ElementIndex element) const;

  bool IsInside(ElementIndex element, ElementIndex ancestor) const {
    return ancestor <= element && element < elements[ancestor].subtree_end;
  }

  // The nearest of "element" and its ancestors for which "is", which takes an
  // ElementIndex, holds, or kNoElement.  Linear in the depth.
  template <typename Predicate>
  ElementIndex Closest(ElementIndex element, Predicate is) const {
    while (element != kNoElement && !is(element))
      element = elements[element].parent;
    return element;
  }

  // The innermost element whose text contains "span", or kNoElement.  Binary
  // search, then up from an element near by.
  ElementIndex InnermostAround(TextSpan span) const;

  // REQUIRES: elements[element].Has(name)
  const Attribute* FindKnown(ElementIndex element, AttributeName name) const;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_MARKUP_H_
