// SPDX-License-Identifier: Apache-2.0

#include "linter/report/locator.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::size_t kStep = 256;

// In valid UTF-8 every code point has one byte that begins it; the others are
// 10xxxxxx.  Eight are looked at in one go.
std::uint32_t CountBeginnings(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::uint32_t count = 0;
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), sizeof(bytes));
    const std::uint64_t beginnings = (~bytes >> 7U | bytes >> 6U) & kOnes;
    count += static_cast<std::uint32_t>(beginnings * kOnes >> 56U);
    text.remove_prefix(sizeof(bytes));
  }
  for (const char c : text) {
    count += IsContinuationByte(c) ? 0U : 1U;
  }
  return count;
}

}  // namespace

Locator::Locator(const SourceFile& source)
    : source_(&source), lines_(source.clean()) {
  const std::string_view text = source.clean();
  code_points_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i <= text.size(); i += kStep) {
    code_points_.push_back(count);
    count += CountBeginnings(text.substr(i, kStep));
  }
}

Location Locator::Locate(CleanSpan span) const {
  return {.file = source_->ToFile(span),
          .start = PositionOf(span.begin),
          .end = PositionOf(span.end)};
}

Position Locator::PositionOf(Offset offset) const {
  // The last line that begins at or before "offset".
  int line = 1;
  for (int end = lines_.line_count() + 1; end - line > 1;) {
    const int middle = line + (end - line) / 2;
    (lines_.LineBegin(middle) <= offset ? line : end) = middle;
  }
  const std::uint32_t column =
      CodePointsBefore(offset) - CodePointsBefore(lines_.LineBegin(line)) + 1;
  return {.line = line, .column = static_cast<int>(column)};
}

std::uint32_t Locator::CodePointsBefore(Offset offset) const {
  const std::size_t step = offset / kStep;
  return code_points_[step] + CountBeginnings(source_->clean().substr(
                                  step * kStep, offset - step * kStep));
}

}  // namespace medlint
