// SPDX-License-Identifier: Apache-2.0
//
// Metadata: <title>, <meta>, lang, <time>, attributes that are text, JSON-LD,
// comments.
//
// Names of properties: "title"; "html:lang"; "meta:NAME" for <meta> with name,
// property or itemprop (in this order, lower case) and content; "http-equiv:
// NAME"; "meta:charset"; "time" for datetime; "attribute:alt", "attribute:
// title", "attribute:aria-label", "attribute:placeholder", "attribute:content"
// for itemprop outside of <meta>; "jsonld:PATH".

#ifndef LINTER_DOCUMENT_METADATA_H_
#define LINTER_DOCUMENT_METADATA_H_

#include <vector>

#include "linter/document/document.h"
#include "linter/document/unseen_text.h"

namespace medlint {

// Appends all of it, in order of source, comments last.
// REQUIRES: "unseen" has the blocks of the reading text, with sections
void ReadMetadata(UnseenText& unseen, std::vector<DocumentProblem>& problems);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_METADATA_H_
