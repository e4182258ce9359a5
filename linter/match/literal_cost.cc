// SPDX-License-Identifier: Apache-2.0

#include "linter/match/literal_cost.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

// How many of 1,024 bytes of English text are this letter, roughly.
constexpr std::array<std::uint16_t, 26> kLetterFrequency = {
    65, 11, 28, 33, 100, 17, 16, 45, 60, 2,  6, 35, 20,
    58, 60, 18, 1,  50,  55, 75, 23, 8,  14, 2, 14, 1};

std::uint64_t FrequencyOf(char c) {
  if (c == ' ') return 170;
  if (IsAsciiLower(c)) {
    return kLetterFrequency[static_cast<std::size_t>(c - 'a')];
  }
  return IsAsciiDigit(c) ? 6 : 4;
}

}  // namespace

std::uint64_t EstimateOccurrences(std::string_view literal) {
  constexpr std::uint64_t kLeast = 64;
  std::uint64_t count = kCostScale;
  for (const char c : literal) {
    // Neighbouring letters are not independent, so frequencies are doubled.
    count = count * 2 * FrequencyOf(c) / 1024;
    if (count < kLeast) return kLeast;
  }
  return count;
}

}  // namespace medlint
