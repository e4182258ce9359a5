// SPDX-License-Identifier: Apache-2.0
//
// What HTML says about the content of each element, as far as a lexer and a
// tree need to know (https://html.spec.whatwg.org/, 13.1.2, 13.2.5, 13.2.6).

#ifndef LINTER_DOCUMENT_CONTENT_MODEL_H_
#define LINTER_DOCUMENT_CONTENT_MODEL_H_

#include <cstdint>

#include "linter/document/tags.h"

namespace medlint {

enum class ContentModel : std::uint8_t {
  kMarkup,     // text and elements
  kVoid,       // nothing, and no end tag: <br>
  kHidden,     // up to the end tag, never shown: <script>, <iframe>
  kEscapable,  // text with character references: <title>, <textarea>
  kVerbatim,   // text without: <xmp>
  kRest,       // the rest of the file, as kVerbatim: <plaintext>
};

ContentModel ContentModelOf(Tag tag);

// True if the start tag ends an open <p>.
bool EndsParagraph(Tag tag);

// True if the element may stand in <head>; any other opens <body>.
bool IsHeadContent(Tag tag);

// True if the start tag ends <svg> or <math> that is still open.
bool EndsForeign(Tag tag);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_CONTENT_MODEL_H_
