// SPDX-License-Identifier: Apache-2.0

#include "linter/text/line_index.h"

#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("positions count lines and columns as people and editors do") {
  // Lines end in LF, CR LF and CR; the second has é and an emoji.
  static constexpr std::string_view kText =
      "one\ncaf\xC3\xA9 \xF0\x9F\x98\x80 x\r\nthree\rfour";
  struct Case {
    Offset offset;
    Position byte;
    Position code_point;
    Position utf16;
  };
  static constexpr Case kCases[] = {
      {0, {1, 1}, {1, 1}, {1, 1}},
      {3, {1, 4}, {1, 4}, {1, 4}},  // the line end belongs to its line
      {4, {2, 1}, {2, 1}, {2, 1}},
      {7, {2, 4}, {2, 4}, {2, 4}},    // é
      {8, {2, 4}, {2, 4}, {2, 4}},    // inside é: its first byte
      {9, {2, 6}, {2, 5}, {2, 5}},    // after é
      {14, {2, 11}, {2, 7}, {2, 8}},  // after the emoji
      {15, {2, 12}, {2, 8}, {2, 9}},  // x
      {18, {3, 1}, {3, 1}, {3, 1}},   // after CR LF
      {24, {4, 1}, {4, 1}, {4, 1}},   // after CR
      {28, {4, 5}, {4, 5}, {4, 5}},   // the end
  };
  const LineIndex index(kText);
  for (const Case& c : kCases) {
    CAPTURE(c.offset);
    CHECK(index.At(c.offset, ColumnUnit::kByte) == c.byte);
    CHECK(index.At(c.offset, ColumnUnit::kCodePoint) == c.code_point);
    CHECK(index.At(c.offset, ColumnUnit::kUtf16) == c.utf16);
  }
  CHECK(index.line_count() == 4);
  CHECK(index.Line(2) == "caf\xC3\xA9 \xF0\x9F\x98\x80 x");
  CHECK(index.Line(4) == "four");
}

TEST_CASE("OffsetOf leads back, and stops at the end of the line") {
  static constexpr std::string_view kText = "caf\xC3\xA9 x\nyz";
  const LineIndex index(kText);
  CHECK(index.OffsetOf(1, 5, ColumnUnit::kCodePoint) == 5);
  CHECK(index.OffsetOf(1, 99, ColumnUnit::kCodePoint) == 7);
  CHECK(index.OffsetOf(2, 2, ColumnUnit::kCodePoint) == 9);
}

TEST_CASE("every line end counts once, whatever the mix") {
  struct Case {
    std::string_view text;
    int lines;
  };
  static constexpr Case kCases[] = {
      {"a\n", 2},  {"a\r", 2},    {"a\r\n", 2},    {"\r\r\n\n", 4},
      {"\n\r", 3}, {"a\rb\r", 3}, {"\r\n\r\n", 3}, {"a\rb\nc\r\nd", 4},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(LineIndex(c.text).line_count() == c.lines);
  }
}

TEST_CASE("an empty text has one empty line") {
  const LineIndex index("");
  CHECK(index.line_count() == 1);
  CHECK(index.Line(1).empty());
  CHECK(index.At(0, ColumnUnit::kByte) == Position{1, 1});
}

}  // namespace
}  // namespace medlint
