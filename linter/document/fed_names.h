// SPDX-License-Identifier: Apache-2.0
//
// The names under which the HTML reader feeds elements to libxml2.
//
// libxml2 knows HTML 4: there <p> ends <b> and <h2>.  An element keeps its name
// if what libxml2 makes of it is right for HTML 5, and gets that of an element
// that implies nothing if it is not.  Unknown names would do as well, but
// libxml2 formats an error message for each.

#ifndef LINTER_DOCUMENT_FED_NAMES_H_
#define LINTER_DOCUMENT_FED_NAMES_H_

#include <optional>
#include <string_view>

#include "linter/document/tags.h"

namespace medlint {

// Returns the name for an element "tag", as written in "name".  Two elements
// may share one.
std::string_view FedName(Tag tag, std::string_view name);

// True if to libxml2 the start tag, in <body>, opens an element and does
// nothing else.  "innermost" is the element that is open there, if that is
// known.
bool IsPlainStart(Tag tag, std::optional<Tag> innermost);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_FED_NAMES_H_
