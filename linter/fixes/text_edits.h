// SPDX-License-Identifier: Apache-2.0
//
// Edits of the source that change what a page says, and none of its markup.

#ifndef LINTER_FIXES_TEXT_EDITS_H_
#define LINTER_FIXES_TEXT_EDITS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/rule/finding.h"
#include "linter/text/span.h"

namespace medlint {

// The places in the source of the characters of "span", in order; tags and
// comments that stand between them are left out.  Nothing if a character cannot
// be taken out alone: "span" goes beyond its block, or has a space that only a
// tag makes (<br> apart), or a part of a character reference that stands for
// two characters.
std::optional<std::vector<CleanSpan>> PiecesOf(const Document& document,
                                               TextSpan span);

// The white space in the source that must go with the words at "span", so that
// none is left at the end of a line or beside another; empty if none must.
// Nothing if it cannot be taken out.
std::optional<std::vector<CleanSpan>> SpaceToTake(const Document& document,
                                                  TextSpan span);

// True if what stands before and after "span" would make one word without it.
bool WouldJoinWords(const Document& document, TextSpan span);

// The whole lines of the source that "where" and white space fill, with the
// line end, and with one of two blank lines that would meet; "where" itself if
// something else stands on them.
CleanSpan WholeLines(std::string_view source, CleanSpan where);

// "text" as it must be written in the block that holds "at": character
// references for what would be markup, and a mark of quotation in an attribute.
// Nothing where there is no such way (scripts, comments).
std::optional<std::string> Escaped(const Document& document, Offset at,
                                   std::string_view text);

// Sorts by place, and joins what touches, so that overlapping pieces that only
// take away become one.  REQUIRES: no edit has a replacement
std::vector<Edit> Removals(std::vector<CleanSpan> places);

}  // namespace medlint

#endif  // LINTER_FIXES_TEXT_EDITS_H_
