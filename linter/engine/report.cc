// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/report.h"

#include <algorithm>
#include <cstddef>

namespace medlint {

int Report::Count(Severity severity) const {
  std::ptrdiff_t count = 0;
  for (const FileReport& file : files) {
    count += std::ranges::count(file.findings, severity, &Finding::severity);
  }
  return static_cast<int>(count);
}

int Report::CountSuppressed() const {
  std::size_t count = 0;
  for (const FileReport& file : files)
    count += file.suppressed.size();
  return static_cast<int>(count);
}

int Report::CountInBaseline() const {
  std::ptrdiff_t count = 0;
  for (const FileReport& file : files) {
    count += std::ranges::count_if(file.suppressed,
                                   &SuppressedFinding::is_in_baseline);
  }
  return static_cast<int>(count);
}

int Report::CountFixed() const {
  int count = 0;
  for (const FileReport& file : files)
    count += file.fixed;
  return count;
}

}  // namespace medlint
