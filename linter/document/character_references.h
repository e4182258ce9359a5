// SPDX-License-Identifier: Apache-2.0
//
// Character references of HTML (https://html.spec.whatwg.org/, 13.2.5.72 ff.):
// named (all 2,231), decimal and hexadecimal, &#128; to &#159; as windows-1252.
// References to control characters stand for nothing, as on a screen.
//
// Pure functions; the table is constant data.

#ifndef LINTER_DOCUMENT_CHARACTER_REFERENCES_H_
#define LINTER_DOCUMENT_CHARACTER_REFERENCES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

struct CharacterReference {
  std::size_t size = 0;  // bytes, '&' included; 0: not a reference
  std::string text;      // one or two code points in UTF-8, or nothing
};

// Reads the reference that begins with the '&' at "offset".  In attributes, a
// named reference without ';' is none when '=' or a letter or digit follows.
// REQUIRES: source[offset] == '&'
CharacterReference ReadCharacterReference(std::string_view source,
                                          std::size_t offset,
                                          bool in_attribute);

// Decodes the raw attribute value "value" of "source" and appends it to "text"
// and "map": references decoded, DEL left out, runs of white space (line ends
// included) made one space, none at the ends.
void AppendAttributeText(std::string_view source, CleanSpan value,
                         std::string& text, TextMap& map);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_CHARACTER_REFERENCES_H_
