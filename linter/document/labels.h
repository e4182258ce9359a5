// SPDX-License-Identifier: Apache-2.0
//
// Labels: "Chiropractors – Regular massage can help" is a label and a
// statement.

#ifndef LINTER_DOCUMENT_LABELS_H_
#define LINTER_DOCUMENT_LABELS_H_

#include <string_view>

#include "linter/text/span.h"

namespace medlint {

// True for space, no-break space and the other spaces of fixed width.
bool IsWideSpace(char32_t c);

// Returns "span" without the spaces (no-break spaces too) at its ends.
TextSpan TrimSpan(std::string_view text, TextSpan span);

// Returns the label of the block "block" of "text", or an empty span.
//
// A label is followed by a statement.  Between them stands a dash with spaces
// around it; after a label that is a bold run also a colon (in the run or after
// it) or an en or em dash without spaces.  A label of plain words has at most
// six, no stop, colon or question mark, and no second dash in the same sentence
// (that would be an insertion: "Ginger – a root – is hot").  A bold label has
// at most twelve words.
//
// "bold" is the bold run that begins the block, a list number apart, else
// empty. Linear in the block.
TextSpan FindLabel(std::string_view text, TextSpan block, TextSpan bold);

// Returns how many runs of characters other than spaces "text" has.
int CountWords(std::string_view text);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_LABELS_H_
