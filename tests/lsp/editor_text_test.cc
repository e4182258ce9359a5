// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/editor_text.h"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace medlint {
namespace {

constexpr PositionEncoding kAll[] = {PositionEncoding::kUtf8,
                                     PositionEncoding::kUtf16,
                                     PositionEncoding::kUtf32};

TEST_CASE("where an offset is, in each encoding") {
  struct Row {
    std::string_view why;
    std::string text;
    std::size_t offset;
    std::uint32_t line;
    std::uint32_t utf8;
    std::uint32_t utf16;
    std::uint32_t utf32;
  };
  const Row rows[] = {
      {"an empty text", "", 0, 0, 0, 0, 0},
      {"ASCII", "abc", 2, 0, 2, 2, 2},
      {"the end", "abc", 3, 0, 3, 3, 3},
      {"after an emoji", "a🙂b", 5, 0, 5, 3, 2},
      {"a family of emoji", "👨‍👩‍👧x", 18, 0, 18, 8, 5},
      {"after é", "é!", 2, 0, 2, 1, 1},
      {"after e and a combining accent", "e\u0301!", 3, 0, 3, 2, 2},
      {"a tab is one", "\t\tx", 2, 0, 2, 2, 2},
      {"an entity is its letters", "&eacute;x", 8, 0, 8, 8, 8},
      {"after LF", "a\nb🙂c", 7, 1, 5, 3, 2},
      {"after CR LF", "a\r\nbc", 4, 1, 1, 1, 1},
      {"after a lone CR", "a\rbc", 3, 1, 1, 1, 1},
      {"an empty last line", "a\n", 2, 1, 0, 0, 0},
      {"U+2028 ends no line", "a\u2028b", 4, 0, 4, 2, 2},
      {"CJK", "日本語", 6, 0, 6, 2, 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const EditorText text(row.text);
    const std::uint32_t expected[] = {row.utf8, row.utf16, row.utf32};
    for (std::size_t i = 0; i < 3; ++i) {
      const EditorPosition position =
          EditorPositions(text, kAll[i]).At(static_cast<Offset>(row.offset));
      CHECK(position.line == row.line);
      CHECK(position.character == expected[i]);
      CHECK(text.OffsetOf(position, kAll[i]) == row.offset);
    }
  }
}

TEST_CASE("positions that are none") {
  struct Row {
    std::string_view why;
    EditorPosition position;
    PositionEncoding encoding;
    Offset offset;
  };
  const EditorText text("a🙂\r\nbc");
  const Row rows[] = {
      {"after the end of the line", {0, 99}, PositionEncoding::kUtf16, 5},
      {"after the last line", {7, 0}, PositionEncoding::kUtf16, 9},
      {"inside a surrogate pair", {0, 2}, PositionEncoding::kUtf16, 1},
      {"inside the bytes of a character", {0, 3}, PositionEncoding::kUtf8, 1},
      {"after the end of the last line", {1, 9}, PositionEncoding::kUtf32, 9},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(text.OffsetOf(row.position, row.encoding) == row.offset);
  }
}

TEST_CASE("an offset inside a character is moved to its beginning") {
  const EditorText text("a🙂b");
  for (const PositionEncoding encoding : kAll)
    CHECK(EditorPositions(text, encoding).At(3) == EditorPosition{0, 1});
}

TEST_CASE("changes leave the lines that a new text would have") {
  static constexpr std::string_view kPieces[] = {
      "a", "\n", "\r", "\r\n", "🙂", "é", "", "\t", "bc\n", "日"};
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same each time
  const auto below = [&](std::size_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
  };
  for (int round = 0; round < 300; ++round) {
    EditorText text("one\r\ntwo 🙂\nthree");
    for (int step = 0; step < 20; ++step) {
      const PositionEncoding encoding = kAll[below(3)];
      const EditorPositions positions(text, encoding);
      const auto size = text.text().size() + 1;
      Offset begin = below(size);
      Offset end = below(size);
      if (end < begin) std::swap(begin, end);
      const EditorRange range = positions.At(begin, end);
      begin = text.OffsetOf(range.start, encoding);
      end = text.OffsetOf(range.end, encoding);
      std::string expected = text.text();
      std::string piece;
      for (std::uint32_t i = below(4); i > 0; --i)
        piece += kPieces[below(std::size(kPieces))];
      expected.replace(begin, end - begin, piece);
      text.Replace(range, piece, encoding);
      REQUIRE(text.text() == expected);
      REQUIRE(text.line_starts() == EditorText(expected).line_starts());
    }
  }
}

TEST_CASE("columns far into a long line") {
  std::string line;
  std::vector<Offset> offsets;
  for (int i = 0; i < 500; ++i) {
    offsets.push_back(static_cast<Offset>(line.size()));
    line += "ab🙂";
  }
  const EditorText text(line);
  const EditorPositions positions(text, PositionEncoding::kUtf16);
  for (std::size_t i = 0; i < offsets.size(); ++i)
    REQUIRE(positions.At(offsets[i]).character == 4 * i);
}

}  // namespace
}  // namespace medlint
