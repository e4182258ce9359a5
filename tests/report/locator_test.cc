// SPDX-License-Identifier: Apache-2.0

#include "linter/report/locator.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "linter/text/line_index.h"
#include "linter/text/source_file.h"

namespace medlint {
namespace {

std::shared_ptr<const SourceFile> Source(std::string bytes) {
  auto source = SourceFile::FromBytes("a.html", std::move(bytes), {});
  REQUIRE(source);
  return *std::move(source);
}

// The index counts along the line; the locator by steps.
void CheckAgainstLineIndex(const SourceFile& source) {
  const Locator locator(source);
  const LineIndex index(source.clean());
  for (Offset i = 0; i <= source.clean().size(); ++i) {
    const bool inside =
        i < source.clean().size() && IsContinuationByte(source.clean()[i]);
    if (inside) continue;
    const Location at = locator.Locate({i, i});
    if (at.start != index.At(i, ColumnUnit::kCodePoint)) {
      CAPTURE(i);
      CHECK(at.start == index.At(i, ColumnUnit::kCodePoint));
    }
    CHECK(at.start == at.end);
  }
}

TEST_CASE("positions are those of the line index") {
  CheckAgainstLineIndex(*Source(""));
  CheckAgainstLineIndex(*Source("a\r\nb\n\nc"));
  CheckAgainstLineIndex(*Source("a\n"));
  std::string long_line;
  for (int i = 0; i < 600; ++i)
    long_line += i % 7 == 0 ? "薬" : i % 5 == 0 ? "é" : "😀 ";
  CheckAgainstLineIndex(*Source(long_line));
  CheckAgainstLineIndex(*Source(long_line + "\n" + long_line + "\n"));
}

TEST_CASE("offsets are those of the file on disk") {
  const auto with_bom = Source("\xEF\xBB\xBFnaïve");
  const Location bom = Locator(*with_bom).Locate({4, 6});
  CHECK(bom.file == FileSpan{7, 9});
  CHECK(bom.start == Position{1, 4});
  CHECK(bom.end == Position{1, 6});

  const auto utf16 =
      Source(std::string("\xFF\xFE"
                         "a\0\xE9\0b\0",
                         8));
  const Location wide = Locator(*utf16).Locate({1, 3});  // é
  CHECK(wide.file == FileSpan{4, 6});
  CHECK(wide.start == Position{1, 2});
  CHECK(wide.end == Position{1, 3});
}

}  // namespace
}  // namespace medlint
