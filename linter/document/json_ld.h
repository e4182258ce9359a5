// SPDX-License-Identifier: Apache-2.0
//
// Reads JSON-LD (https://www.w3.org/TR/json-ld11/) as what search engines take
// from it: nodes with properties.
//
// Each string, number and boolean becomes a property "jsonld:author.name", the
// path within its node, and a block; null and "" a property only.  Arrays are
// flattened.  A node is an object at the top, or an element of a top-level
// array or of @graph; the objects inside it belong to it.  @context is left
// out.
//
// A string keeps its places: each escape, or pair of escapes that is one
// character, is an atom.  Runs of white space, \n and \t included, are one
// space, none at the ends.  A lone surrogate is U+FFFD, \u0000 and the like
// are left out.
//
// Broken JSON (RFC 8259) is a DocumentProblem at the byte where it breaks; what
// was read before stays.  A line end or tab inside a string is reported once
// and reading goes on, for it is the commonest mistake and harms nothing.
//
// Linear; at most 64 levels deep.

#ifndef LINTER_DOCUMENT_JSON_LD_H_
#define LINTER_DOCUMENT_JSON_LD_H_

#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/document/unseen_text.h"

namespace medlint {

// Reads one script.  Nodes are counted from "next_node", which is advanced.
void ReadJsonLd(const RawText& script, UnseenText& unseen, int& next_node,
                std::vector<DocumentProblem>& problems);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_JSON_LD_H_
