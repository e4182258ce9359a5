// SPDX-License-Identifier: Apache-2.0

#include "linter/project/changed_lines.h"

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/text/source_file.h"

namespace medlint {
namespace {

TEST_CASE("ranges stay sorted and apart, in whatever order they come") {
  std::mt19937 random(7);
  const auto below = [&](unsigned limit) {
    return static_cast<int>(random() % limit);
  };
  for (int round = 0; round < 500; ++round) {
    LineRanges ranges;
    std::set<int> expected;
    for (int i = below(12); i > 0; --i) {
      const int first = 1 + below(40);
      const int last = first + below(6);
      AddRange({.first = first, .last = last}, ranges);
      for (int line = first; line <= last; ++line)
        expected.insert(line);
    }
    std::set<int> actual;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      if (i > 0) REQUIRE(ranges[i - 1].last + 1 < ranges[i].first);
      for (int line = ranges[i].first; line <= ranges[i].last; ++line)
        actual.insert(line);
    }
    REQUIRE(actual == expected);
  }
  LineRanges all = {{.first = 3, .last = 4}};
  AddRange(kEveryLine, all);
  AddRange({.first = 9, .last = 9}, all);
  CHECK(all == LineRanges{kEveryLine});
}

std::shared_ptr<const SourceFile> Source(std::string bytes,
                                         std::string encoding = "") {
  auto source = SourceFile::FromBytes("a.html", std::move(bytes),
                                      {.encoding = std::move(encoding)});
  REQUIRE(source);
  return *source;
}

Finding At(Offset begin, Offset end) {
  Finding finding;
  finding.where = {.begin = begin, .end = end};
  return finding;
}

// How many findings stay.
std::size_t Kept(std::shared_ptr<const SourceFile> source, Finding finding,
                 const LineRanges& changed) {
  FileReport file;
  file.source = std::move(source);
  file.findings.push_back(finding);
  file.suppressed.push_back({.finding = std::move(finding), .reason = ""});
  const int taken = KeepChangedLines(changed, file);
  CHECK(file.suppressed.size() == file.findings.size());
  CHECK(taken == 1 - static_cast<int>(file.findings.size()));
  return file.findings.size();
}

TEST_CASE("a finding stays if one of its lines has changed") {
  //                         1   2    3   4
  const auto source = Source("ab\ncd\r\ne\nf");
  const LineRanges second = {{.first = 2, .last = 2}};
  CHECK(Kept(source, At(0, 2), second) == 0);
  CHECK(Kept(source, At(0, 3), second) == 0);  // with its line end
  CHECK(Kept(source, At(0, 4), second) == 1);
  CHECK(Kept(source, At(3, 5), second) == 1);
  CHECK(Kept(source, At(5, 7), second) == 1);  // CR LF is of its line
  CHECK(Kept(source, At(7, 8), second) == 0);
  CHECK(Kept(source, At(3, 3), second) == 1);  // empty, where something lacks
  CHECK(Kept(source, At(7, 7), second) == 0);
  CHECK(Kept(source, At(0, 10), second) == 1);
  CHECK(Kept(source, At(9, 10), {{.first = 1, .last = 3}}) == 0);
  CHECK(Kept(source, At(9, 10),
             {{.first = 1, .last = 1}, {.first = 4, .last = 9}}) == 1);
  CHECK(Kept(source, At(9, 10), {}) == 0);
  CHECK(Kept(source, At(9, 10), {kEveryLine}) == 1);
}

TEST_CASE("a finding about the document stays") {
  Finding finding = At(0, 2);
  finding.is_span = false;
  CHECK(Kept(Source("ab\ncd"), finding, {}) == 1);
}

TEST_CASE("lines are those of the bytes on disk") {
  // A lone CR ends a line of a page, but not of a diff.
  CHECK(Kept(Source("a\rb\nc"), At(2, 3), {{.first = 1, .last = 1}}) == 1);
  CHECK(Kept(Source("a\rb\nc"), At(2, 3), {{.first = 2, .last = 2}}) == 0);
  const std::string utf16(
      "\xFF\xFE"
      "a\0\n\0b\0",
      8);
  CHECK(Kept(Source(utf16), At(2, 3), {{.first = 2, .last = 2}}) == 1);
  CHECK(Kept(Source(utf16), At(2, 3), {{.first = 1, .last = 1}}) == 0);
}

}  // namespace
}  // namespace medlint
