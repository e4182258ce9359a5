// SPDX-License-Identifier: Apache-2.0
//
// The line of the page that a finding is about, fit for a terminal, and where
// its carets go.
//
// Carets are counted in cells: tabs are expanded, wide characters take two, and
// combining marks none.  Of a long line only a window around the place is
// shown; making it costs no more than the window, however long the line is.

#ifndef LINTER_REPORT_EXCERPT_H_
#define LINTER_REPORT_EXCERPT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace medlint {

struct Excerpt {
  std::string text;     // one line; "…" where something was cut off
  int caret_begin = 0;  // cells before the first caret
  int caret_cells = 1;  // at least 1
};

// Shows line[begin, end) in at most "max_cells" cells and two ellipses.
// REQUIRES: begin <= end <= line.size(), whole characters; max_cells >= 20
Excerpt MakeExcerpt(std::string_view line, std::size_t begin, std::size_t end,
                    int max_cells);

}  // namespace medlint

#endif  // LINTER_REPORT_EXCERPT_H_
