// SPDX-License-Identifier: Apache-2.0
//
// A Span is a half-open range [begin, end) of byte offsets.
//
// medlint counts bytes everywhere below the report floor.  Lines, columns,
// UTF-16 units and terminal cells are computed only when a finding is shown
// (see line_index.h).  There are four coordinate spaces, and four types that
// the compiler keeps apart:
//
//   FileSpan    the file as it is on disk, in its own encoding, with its BOM
//   CleanSpan   SourceFile::clean(): the file as UTF-8, markup and all; lines
//               and columns are counted here
//   TextSpan    Document::text(): what a reader sees, entities decoded
//   FoldedSpan  FoldedText::text(): the copy in which patterns are looked for
//
// Each floor carries its places down to the one below; nothing is ever found
// again by searching for it.

#ifndef LINTER_TEXT_SPAN_H_
#define LINTER_TEXT_SPAN_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medlint {

// Input files are limited to 1 GiB, so 32 bits hold any offset.
using Offset = std::uint32_t;

template <typename Space>
struct Span {
  Offset begin = 0;
  Offset end = 0;  // begin <= end

  // Of a begin and an end in a text that medlint has read, so of no more bytes
  // than an Offset holds.
  static Span Of(std::size_t begin, std::size_t end) {
    return {static_cast<Offset>(begin), static_cast<Offset>(end)};
  }

  Offset size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool Contains(Offset offset) const { return begin <= offset && offset < end; }
  bool Overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }

  // REQUIRES: end <= text.size()
  std::string_view In(std::string_view text) const {
    return text.substr(begin, size());
  }

  friend auto operator<=>(Span, Span) = default;
};

struct FileSpace;
struct CleanSpace;
struct TextSpace;
struct FoldedSpace;
using FileSpan = Span<FileSpace>;
using CleanSpan = Span<CleanSpace>;
using TextSpan = Span<TextSpace>;
using FoldedSpan = Span<FoldedSpace>;

}  // namespace medlint

#endif  // LINTER_TEXT_SPAN_H_
