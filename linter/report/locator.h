// SPDX-License-Identifier: Apache-2.0
//
// A Locator says where spans of one file stand, in the units reports use.
//
// A page may be one line of many KB with hundreds of findings, so columns are
// not counted from the start of the line each time: a Locator knows how many
// code points come before each 256 bytes.  Making one is two passes over the
// file; a lookup is a binary search and at most 1 KB of counting.
//
// Immutable.

#ifndef LINTER_REPORT_LOCATOR_H_
#define LINTER_REPORT_LOCATOR_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/text/line_index.h"
#include "linter/text/source_file.h"
#include "linter/text/span.h"

namespace medlint {

struct Location {
  FileSpan file;   // bytes of the file on disk, counted from 0
  Position start;  // lines and columns of clean(), in code points from 1
  Position end;    // exclusive
};

class Locator {
 public:
  // "source" is not copied and must outlive this.
  explicit Locator(const SourceFile& source MEDLINT_LIFETIME_BOUND);

  // REQUIRES: span.end <= clean().size(), whole characters
  Location Locate(CleanSpan span) const;

  // What stands in the file there.
  std::string_view Slice(CleanSpan span) const MEDLINT_LIFETIME_BOUND {
    return span.In(source_->clean());
  }

  const LineIndex& lines() const MEDLINT_LIFETIME_BOUND { return lines_; }

 private:
  Position PositionOf(Offset offset) const;
  std::uint32_t CodePointsBefore(Offset offset) const;

  const SourceFile* source_;
  LineIndex lines_;
  std::vector<std::uint32_t> code_points_;  // before each 256 bytes
};

}  // namespace medlint

#endif  // LINTER_REPORT_LOCATOR_H_
