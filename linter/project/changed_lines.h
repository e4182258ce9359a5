// SPDX-License-Identifier: Apache-2.0
//
// Which lines of a file have changed, and which findings stand on them.
//
// Lines are those of a diff: they end at LF, in the bytes on disk, whatever the
// encoding.

#ifndef LINTER_PROJECT_CHANGED_LINES_H_
#define LINTER_PROJECT_CHANGED_LINES_H_

#include <limits>
#include <vector>

#include "linter/engine/report.h"

namespace medlint {

struct LineRange {
  int first = 1;  // counted from 1
  int last = 1;   // part of it

  friend bool operator==(LineRange, LineRange) = default;
};

inline constexpr LineRange kEveryLine{.first = 1,
                                      .last = std::numeric_limits<int>::max()};

// Sorted; neither overlap nor touch.
using LineRanges = std::vector<LineRange>;

// Adds "range", wherever it stands.
void AddRange(LineRange range, LineRanges& ranges);

// Takes the findings out that stand on none of the changed lines, and returns
// how many.  Those about the document as a whole stay.  A finding that reaches
// over several lines stays if one of them has changed.  Suppressed findings go
// too, and do not count.
int KeepChangedLines(const LineRanges& changed, FileReport& file);

}  // namespace medlint

#endif  // LINTER_PROJECT_CHANGED_LINES_H_
