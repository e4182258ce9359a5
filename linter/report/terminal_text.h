// SPDX-License-Identifier: Apache-2.0
//
// Text that is safe and legible on a terminal.
//
// Pages are not to be trusted: an escape sequence in one could repaint the
// screen, a direction mark could turn a line of the report around.  So every
// string from a page, a path or a ruleset goes through here: control characters
// become their pictures (U+2400 ..), and other characters that steer instead of
// showing are written out, "<U+202E>".

#ifndef LINTER_REPORT_TERMINAL_TEXT_H_
#define LINTER_REPORT_TERMINAL_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace medlint {

// Returns how many cells of a terminal AppendVisible takes for "c": 0 for
// combining marks, 2 for wide East Asian characters and emoji.
int VisibleWidth(char32_t c);

// Appends "c", made harmless.  Returns VisibleWidth(c).
int AppendVisible(char32_t c, std::string& out);

// Returns "text" made harmless, line ends and tabs included.  For names.
std::string Visible(std::string_view text);

// As Visible, but a run of white space becomes one space, and what is over
// "max_cells" becomes "…".  For messages and quotations.
std::string VisibleLine(std::string_view text, int max_cells = 1000);

// As Visible, but '\n' stays.  For messages of several lines.
std::string VisibleLines(std::string_view text);

}  // namespace medlint

#endif  // LINTER_REPORT_TERMINAL_TEXT_H_
