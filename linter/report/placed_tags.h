// SPDX-License-Identifier: Apache-2.0
//
// Where in the text of a page its template tags stand.  They are no part of
// that text ("It zaps pain" of "It zaps{% if x %} pain"), but without them a
// reader of a report wonders at it: both sides of an {% else %} follow each
// other, and {{ names }} are missing.

#ifndef LINTER_REPORT_PLACED_TAGS_H_
#define LINTER_REPORT_PLACED_TAGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/text/span.h"

namespace medlint {

// Returns the tags that stand in running text, in order: none of those in HTML
// tags, comments, scripts.
std::vector<CleanSpan> TagsInText(const Document& document);

// Returns where in the source tags may stand that belong to the block: up to
// the blocks next to it, and not beyond its element.
// REQUIRES: the block is running text
CleanSpan SurroundingsOf(const Document& document, BlockIndex index);

// Returns the first offset in "text", all or part of a block of running text,
// that was written at or after "origin"; its end if there is none.
Offset FirstWrittenFrom(const Document& document, TextSpan text, Offset origin);

// Returns a tag as written in "source", of a long one the beginning and the
// end, with a space on either side that has white space: the text has it once.
std::string ShownTag(std::string_view source, CleanSpan tag);

}  // namespace medlint

#endif  // LINTER_REPORT_PLACED_TAGS_H_
