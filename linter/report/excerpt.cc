// SPDX-License-Identifier: Apache-2.0

#include "linter/report/excerpt.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

constexpr int kTabStop = 4;

// A cell may hold any number of combining marks; this is the end of patience.
constexpr std::size_t kMaxBytesPerCell = 16;

int WidestOf(char32_t c) {
  return c == '\t' ? kTabStop : VisibleWidth(c);
}

// How many cells line[begin..] takes, counted up to "limit".
int CellsFrom(std::string_view line, std::size_t begin, int limit) {
  const std::size_t patience =
      begin + kMaxBytesPerCell * static_cast<std::size_t>(limit);
  int cells = 0;
  for (std::size_t i = begin; i < line.size() && cells < limit;) {
    if (i >= patience) return limit;
    const CodePoint point = DecodeUtf8(line, i);
    cells += WidestOf(point.value);
    i += point.size;
  }
  return std::min(cells, limit);
}

// Goes back from "at" by at most "cells" cells.
std::size_t WindowBegin(std::string_view line, std::size_t at, int cells) {
  const std::size_t patience =
      kMaxBytesPerCell * static_cast<std::size_t>(cells);
  std::size_t begin = at;
  while (begin > 0 && at - begin < patience) {
    const CodePoint point = DecodeUtf8Before(line, begin);
    cells -= WidestOf(point.value);
    if (cells < 0) break;
    begin -= point.size;
  }
  // Not between a letter and its accents.
  while (begin > 0 && begin < at) {
    const CodePoint point = DecodeUtf8(line, begin);
    if (VisibleWidth(point.value) > 0) break;
    begin += point.size;
  }
  return begin;
}

int AppendCell(char32_t c, int column, std::string& out) {
  if (c != '\t') return AppendVisible(c, out);
  const int width = kTabStop - column % kTabStop;
  out.append(static_cast<std::size_t>(width), ' ');
  return width;
}

}  // namespace

Excerpt MakeExcerpt(std::string_view line, std::size_t begin, std::size_t end,
                    int max_cells) {
  // Three fifths of the window for what follows, unless the line ends before.
  const int right = CellsFrom(line, begin, max_cells * 3 / 5);
  std::size_t i = WindowBegin(line, begin, max_cells - right);

  Excerpt excerpt;
  int column = 0;
  if (i > 0) {
    excerpt.text = "…";
    column = 1;
  }
  const int last_column = column + max_cells;
  const std::size_t patience =
      i + kMaxBytesPerCell * static_cast<std::size_t>(max_cells);
  excerpt.caret_begin = -1;
  int caret_end = -1;
  for (; i < line.size() && i < patience;) {
    const CodePoint point = DecodeUtf8(line, i);
    if (column + WidestOf(point.value) > last_column) break;
    if (excerpt.caret_begin < 0 && i >= begin) excerpt.caret_begin = column;
    if (caret_end < 0 && i >= end) caret_end = column;
    column += AppendCell(point.value, column, excerpt.text);
    i += point.size;
  }
  if (excerpt.caret_begin < 0) excerpt.caret_begin = column;
  if (caret_end < 0) caret_end = column;
  if (i < line.size()) excerpt.text += "…";
  excerpt.caret_cells = std::max(1, caret_end - excerpt.caret_begin);
  return excerpt;
}

}  // namespace medlint
