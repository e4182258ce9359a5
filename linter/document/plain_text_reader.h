// SPDX-License-Identifier: Apache-2.0
//
// Reads plain text as an article: title, headings, paragraphs, lists.
//
// A blank line or a bullet begins a block.  So does a line that the one before
// had room for: lines are taken to be wrapped, and joined with a space, only if
// the next word would have made the one before wider than the widest line
// around (and than 60 columns), if the next begins with a small letter, or if
// the one before ends with a comma.  Lines of more than 120 columns are not
// wrapped by hand.
//
// List items: a line that begins with a bullet (one of the usual signs, a
// hyphen, a dash, '*' or "1." and "1)") and a space.  The bullet is not part of
// the text.  A bullet that stands two columns or more to the right of the one
// before opens a nested list.  The lead-in of a list is the block before it, if
// that is no item; that of a nested list, the item that holds it.
//
// Headings: one line of at most 14 words between blank lines, followed by
// something, that begins with a capital or a digit, does not end like a
// sentence or with a colon, and is no byline.  The first block, if it is a
// heading, has level 1; all others have level 2.
//
// Markup.elements is empty.  Runs of white space are one space, DEL is left
// out.  Linear.

#ifndef LINTER_DOCUMENT_PLAIN_TEXT_READER_H_
#define LINTER_DOCUMENT_PLAIN_TEXT_READER_H_

#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"

namespace medlint {

struct PlainText {
  Markup markup;
  std::vector<Block> blocks;  // without zones and sections
};

// "source" must outlive the result.
PlainText ReadPlainText(std::string_view clean);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_PLAIN_TEXT_READER_H_
