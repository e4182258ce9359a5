// SPDX-License-Identifier: Apache-2.0

#include "linter/text/line_index.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

int WidthOf(const CodePoint& point, ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::kByte:
      return static_cast<int>(point.size);
    case ColumnUnit::kCodePoint:
      return 1;
    case ColumnUnit::kUtf16:
      return point.value > 0xFFFF ? 2 : 1;
  }
  return 1;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_({0}) {
  // Lines that end in LF, with or without a CR before, are found by the
  // library's search; a lone CR is rare.
  const auto add = [this](std::size_t start) {
    starts_.push_back(static_cast<Offset>(start));
  };
  std::size_t carriage_return = text.find('\r');
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    while (carriage_return < end) {
      const bool lone = carriage_return + 1 >= text.size() ||
                        text[carriage_return + 1] != '\n';
      if (lone) add(carriage_return + 1);
      carriage_return = text.find('\r', carriage_return + 1);
    }
    if (end == text.size()) return;
    add(end + 1);
    at = end + 1;
  }
}

Position LineIndex::At(Offset offset, ColumnUnit unit) const {
  while (offset > 0 && offset < text_.size() &&
         IsContinuationByte(text_[offset])) {
    --offset;
  }
  const auto next = std::ranges::upper_bound(starts_, offset);
  Position position = {.line = static_cast<int>(next - starts_.begin())};
  for (Offset i = *(next - 1); i < offset;) {
    const CodePoint point = DecodeUtf8(text_, i);
    position.column += WidthOf(point, unit);
    i += static_cast<Offset>(point.size);
  }
  return position;
}

std::string_view LineIndex::Line(int line) const {
  const Offset begin = LineBegin(line);
  std::size_t end = line < line_count() ? LineBegin(line + 1) : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) {
    --end;
  }
  return text_.substr(begin, end - begin);
}

Offset LineIndex::LineBegin(int line) const {
  return starts_[static_cast<std::size_t>(line - 1)];
}

Offset LineIndex::OffsetOf(int line, int column, ColumnUnit unit) const {
  Offset offset = LineBegin(line);
  const auto end = static_cast<Offset>(offset + Line(line).size());
  for (int at = 1; at < column && offset < end;) {
    const CodePoint point = DecodeUtf8(text_, offset);
    at += WidthOf(point, unit);
    offset += static_cast<Offset>(point.size);
  }
  return offset;
}

}  // namespace medlint
