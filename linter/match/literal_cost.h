// SPDX-License-Identifier: Apache-2.0
//
// How often a literal is expected in English text, to choose between anchors.

#ifndef LINTER_MATCH_LITERAL_COST_H_
#define LINTER_MATCH_LITERAL_COST_H_

#include <cstdint>
#include <string_view>

namespace medlint {

// The text size that costs refer to, in bytes.
inline constexpr std::uint64_t kCostScale = std::uint64_t{1} << 30U;

// Returns the occurrences to expect in kCostScale bytes, at least 64.  Only the
// order of the results means anything.
std::uint64_t EstimateOccurrences(std::string_view literal);

}  // namespace medlint

#endif  // LINTER_MATCH_LITERAL_COST_H_
