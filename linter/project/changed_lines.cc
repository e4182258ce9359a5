// SPDX-License-Identifier: Apache-2.0

#include "linter/project/changed_lines.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace medlint {
namespace {

// Tells lines as git and diff do.
class DiffLines {
 public:
  explicit DiffLines(std::string_view bytes) {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
         at = bytes.find('\n', at + 1)) {
      ends_.push_back(at);
    }
  }

  int LineOf(std::size_t offset) const {
    const auto end = std::ranges::lower_bound(ends_, offset);
    return 1 + static_cast<int>(end - ends_.begin());
  }

 private:
  std::vector<std::size_t> ends_;  // where each LF stands
};

bool Intersects(const LineRanges& ranges, LineRange lines) {
  // The first that does not end before.
  const auto range =
      std::ranges::lower_bound(ranges, lines.first, {}, &LineRange::last);
  return range != ranges.end() && range->first <= lines.last;
}

}  // namespace

void AddRange(LineRange range, LineRanges& ranges) {
  // Those that overlap or touch: from the first that does not end well before,
  // to the last that does not begin well after.
  const auto begin =
      std::ranges::lower_bound(ranges, range.first - 1, {}, &LineRange::last);
  const auto end = std::find_if(begin, ranges.end(), [&](LineRange each) {
    return each.first - 1 > range.last;
  });
  if (begin != end) {
    range.first = std::min(range.first, begin->first);
    range.last = std::max(range.last, (end - 1)->last);
  }
  ranges.insert(ranges.erase(begin, end), range);
}

int KeepChangedLines(const LineRanges& changed, FileReport& file) {
  const SourceFile& source = *file.source;
  const DiffLines lines(source.bytes());
  const auto is_elsewhere = [&](const Finding& finding) {
    if (!finding.is_span) return false;
    const FileSpan where = source.ToFile(finding.where);
    const std::size_t last =
        where.end > where.begin ? where.end - 1 : where.begin;
    return !Intersects(changed, {.first = lines.LineOf(where.begin),
                                 .last = lines.LineOf(last)});
  };
  std::erase_if(file.suppressed, [&](const SuppressedFinding& suppressed) {
    return is_elsewhere(suppressed.finding);
  });
  return static_cast<int>(std::erase_if(file.findings, is_elsewhere));
}

}  // namespace medlint
