// SPDX-License-Identifier: Apache-2.0

#include "linter/report/excerpt.h"

#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

// "[" and "]" in "marked" enclose the span.  Returns the two lines a reader
// sees.
std::string Show(std::string_view marked, int max_cells = 40) {
  std::string line(marked);
  const std::size_t begin = line.find('[');
  line.erase(begin, 1);
  const std::size_t end = line.find(']', begin);
  line.erase(end, 1);
  const Excerpt excerpt = MakeExcerpt(line, begin, end, max_cells);
  return excerpt.text + "\n" +
         std::string(static_cast<std::size_t>(excerpt.caret_begin), ' ') +
         std::string(static_cast<std::size_t>(excerpt.caret_cells), '^');
}

TEST_CASE("carets stand under the cells of the span") {
  struct Case {
    std::string_view marked;
    std::string_view shown;
  };
  static constexpr Case kCases[] = {
      {"it [cures] all", "it cures all\n   ^^^^^"},
      {"[all]", "all\n^^^"},
      {"end[]", "end\n   ^"},  // an empty span still has a caret
      {"[]", "\n^"},
      // Two cells each.
      {"薬は[治す]よ", "薬は治すよ\n    ^^^^"},
      {"😀 [x]", "😀 x\n   ^"},
      // A letter and its accent share a cell.
      {"e\u0301 [x]", "e\u0301 x\n  ^"},
      {"[e\u0301]x", "e\u0301x\n^"},
      {"[\u0301]", "\u0301\n^"},
      // Families of emoji: the joiner has no cell.
      {"a\u200D[b]", "a\u200Db\n ^"},
      // Tab stops are four cells apart.
      {"\t[x]", "    x\n    ^"},
      {"ab\t[x]", "ab  x\n    ^"},
      {"ab[\t]x", "ab  x\n  ^^"},
      // What could steer the terminal is written out.
      {"\x7F[x]", "␡x\n ^"},
      {"\u202E[x]", "<U+202E>x\n        ^"},
      {"[\u00AD]x", "<U+00AD>x\n^^^^^^^^"},
      {"\u009B31m[x]", "<U+009B>31mx\n           ^"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.marked);
    CHECK(Show(c.marked) == c.shown);
  }
}

TEST_CASE("of a long line a window is shown") {
  const std::string before(100, 'a');
  const std::string after(100, 'b');
  // Up to 24 cells, 60 per cent, from the span on.
  CHECK(Show(before + "[xyz]" + after) == "…" + std::string(16, 'a') + "xyz" +
                                              std::string(21, 'b') + "…\n" +
                                              std::string(17, ' ') + "^^^");
  CHECK(Show(before + "[xyz]") ==
        "…" + std::string(37, 'a') + "xyz\n" + std::string(38, ' ') + "^^^");
  CHECK(Show("[xyz]" + after) == "xyz" + std::string(37, 'b') + "…\n" + "^^^");
  // A span that is longer than the window.
  CHECK(Show(before + "[" + after + "]") ==
        "…" + std::string(16, 'a') + std::string(24, 'b') + "…\n" +
            std::string(17, ' ') + std::string(24, '^'));
  // A line that just fits.
  CHECK(Show(std::string(20, 'a') + "[x]" + std::string(19, 'b')) ==
        std::string(20, 'a') + "x" + std::string(19, 'b') + "\n" +
            std::string(20, ' ') + "^");
}

TEST_CASE("a window does not begin with an accent, and marks have an end") {
  std::string accents;
  for (int i = 0; i < 100; ++i)
    accents += "e\u0301";
  const std::string shown = Show(accents + "[x]" + accents);
  CHECK(shown.starts_with("…e\u0301"));
  std::string zalgo = "a";
  for (int i = 0; i < 100000; ++i)
    zalgo += "\u0301";
  CHECK(Show(zalgo + "[x]").size() < 4000);
  CHECK(Show("[x]" + zalgo).size() < 4000);
}

TEST_CASE("text for terminals") {
  CHECK(Visible("a\nb\x1b[31m\t") == "a␊b␛[31m␉");
  CHECK(Visible("\xFF") == "\uFFFD");
  CHECK(Visible("naïve 薬") == "naïve 薬");
  CHECK(VisibleLine("  a \n\t b\r\n") == "a b");
  CHECK(VisibleLine("abcdef", 3) == "abc…");
  CHECK(VisibleLine("abc", 3) == "abc");
  CHECK(VisibleLine("薬薬", 3) == "薬…");
  CHECK(VisibleLines("a\n\x1b") == "a\n␛");
}

}  // namespace
}  // namespace medlint
