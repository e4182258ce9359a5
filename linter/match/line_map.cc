// SPDX-License-Identifier: Apache-2.0

#include "linter/match/line_map.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/match/block_table.h"

namespace medlint {
namespace {

bool IsSame(char text, char folded) {
  return static_cast<unsigned char>(text) < 0x80 &&
         ToAsciiLower(text) == folded;
}

}  // namespace

LineMap::LineMap(std::string_view text, const FoldedText& folded,
                 const BlockTable& text_lines, const BlockTable& folded_lines)
    : text_(text),
      folded_(folded),
      text_lines_(text_lines),
      folded_lines_(folded_lines),
      lines_(folded_lines.size()) {}

void LineMap::LookAt(std::uint32_t line) {
  Line& known = lines_[line];
  known.looked_at = true;
  const BlockTable::Block to = folded_lines_[line];
  known.suffix_begin = static_cast<Offset>(to.end + 1);
  if (line >= text_lines_.size()) return;
  const BlockTable::Block from = text_lines_[line];
  known.prefix_shift = static_cast<Offset>(from.begin - to.begin);
  known.suffix_shift = static_cast<Offset>(from.end - to.end);
  const std::string_view text = text_.substr(from.begin, from.end - from.begin);
  const std::string_view folded =
      folded_.text().substr(to.begin, to.end - to.begin);
  // Folding makes plain ASCII shorter or leaves each byte its place.
  if (text.size() == folded.size() && IsAscii(text)) {
    known.prefix_end = static_cast<Offset>(to.end);
    return;
  }
  const std::size_t size = std::min(text.size(), folded.size());
  std::size_t same = 0;
  while (same < size && IsSame(text[same], folded[same]))
    ++same;
  // The character at the border may stand for what comes beyond it, too: a
  // space for more spaces, a letter for its accent.
  if (same > 1) known.prefix_end = static_cast<Offset>(to.begin + same - 1);
  same = 0;
  while (same < size && IsSame(text[text.size() - 1 - same],
                               folded[folded.size() - 1 - same])) {
    ++same;
  }
  if (same > 1) known.suffix_begin = static_cast<Offset>(to.end - same + 1);
}

}  // namespace medlint
