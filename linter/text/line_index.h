// SPDX-License-Identifier: Apache-2.0
//
// LineIndex turns byte offsets into the positions people and editors use.
//
// Lines end at LF, CR LF or a lone CR.  Building it is one pass over the text;
// every lookup is a binary search and a walk along one line.

#ifndef LINTER_TEXT_LINE_INDEX_H_
#define LINTER_TEXT_LINE_INDEX_H_

#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/text/span.h"

namespace medlint {

// The unit in which a column is counted.
enum class ColumnUnit {
  kByte,       // of UTF-8
  kCodePoint,  // text, JSON and SARIF columns
  kUtf16,      // the language server protocol
};

struct Position {
  int line = 1;    // counted from 1
  int column = 1;  // counted from 1, in the unit that was asked for

  friend auto operator<=>(Position, Position) = default;
};

class LineIndex {
 public:
  // "text" is not copied and must outlive this.
  explicit LineIndex(std::string_view text MEDLINT_LIFETIME_BOUND);

  // REQUIRES: offset <= text.size().  An offset inside a UTF-8 sequence is
  // moved back to its first byte.
  Position At(Offset offset, ColumnUnit unit) const;

  // Returns line "line" without its line end.
  // REQUIRES: 1 <= line <= line_count()
  std::string_view Line(int line) const;

  // Returns the offset of the first byte of line "line".
  // REQUIRES: 1 <= line <= line_count()
  Offset LineBegin(int line) const;

  // Returns the offset of column "column" of line "line", or of the line's end
  // if the line is shorter.  REQUIRES: 1 <= line <= line_count(), 1 <= column
  Offset OffsetOf(int line, int column, ColumnUnit unit) const;

  int line_count() const { return static_cast<int>(starts_.size()); }

 private:
  std::string_view text_;
  std::vector<Offset> starts_;  // offset of the first byte of each line
};

}  // namespace medlint

#endif  // LINTER_TEXT_LINE_INDEX_H_
