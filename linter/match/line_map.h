// SPDX-License-Identifier: Apache-2.0
//
// A LineMap is FoldedText::ToText for many places: it knows the lines that
// folding left as they were, but for capitals, and in the others how much of
// their beginning and end; only for what is between is the map of the folded
// text searched.
//
// A line is looked at when it is first asked about.

#ifndef LINTER_MATCH_LINE_MAP_H_
#define LINTER_MATCH_LINE_MAP_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/match/block_table.h"
#include "linter/text/fold.h"
#include "linter/text/span.h"

namespace medlint {

class LineMap {
 public:
  // All must outlive this.  "text" is what "folded" was made from.
  LineMap(std::string_view text, const FoldedText& folded,
          const BlockTable& text_lines, const BlockTable& folded_lines);

  // As FoldedText::ToText().
  // REQUIRES: "span" is in the line, and not empty
  TextSpan ToText(FoldedSpan span, std::uint32_t line) {
    if (!lines_[line].looked_at) LookAt(line);
    const Line& known = lines_[line];
    if (span.end <= known.prefix_end) {
      return {span.begin + known.prefix_shift, span.end + known.prefix_shift};
    }
    if (span.begin >= known.suffix_begin) {
      return {span.begin + known.suffix_shift, span.end + known.suffix_shift};
    }
    return folded_.ToText(span);
  }

 private:
  // Places are of the folded text; a shift is added, modulo 2^32.
  struct Line {
    bool looked_at = false;
    Offset prefix_end = 0;
    Offset prefix_shift = 0;
    Offset suffix_begin = 0;
    Offset suffix_shift = 0;
  };

  void LookAt(std::uint32_t line);

  std::string_view text_;
  const FoldedText& folded_;
  const BlockTable& text_lines_;
  const BlockTable& folded_lines_;
  std::vector<Line> lines_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_LINE_MAP_H_
