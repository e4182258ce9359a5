// SPDX-License-Identifier: Apache-2.0
//
// A StartFilter tells from three bytes of text whether a match may begin there.
//
// It holds sets of three-byte strings, spread over eight buckets; a string
// passes if in some bucket each of its bytes stands at its place in some
// member.  That is three loads and no branch.  (After the method that Hyperscan
// calls Teddy: Wang et al., "Hyperscan: A Fast Multi-pattern Regex Matcher for
// Modern CPUs", NSDI 2019.)

#ifndef LINTER_MATCH_START_FILTER_H_
#define LINTER_MATCH_START_FILTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/match/first_bytes.h"

namespace medlint {

class StartFilter {
 public:
  static constexpr std::size_t kSize = 3;

  // Adds the strings that begin with "known", go on with one of "next" and end
  // in anything.
  void Add(std::string_view known, const FirstBytes& next) {
    known = known.substr(0, kSize);
    const FirstBytes all = FirstBytes::All();
    const unsigned char head =
        known.empty() ? 0U : static_cast<unsigned char>(known.front());
    const auto bucket =
        static_cast<std::uint8_t>(1U << ((head ^ (head >> 3U)) & 7U));
    for (std::size_t i = 0; i < kSize; ++i) {
      if (i < known.size()) {
        bytes_[i][static_cast<unsigned char>(known[i])] |= bucket;
        continue;
      }
      const bool is_next = i == known.size() && next.at_end == 0;
      const FirstBytes& set = is_next ? next : all;
      for (std::size_t byte = 0; byte < 256; ++byte) {
        if (set.Has(static_cast<unsigned char>(byte))) {
          bytes_[i][byte] |= bucket;
        }
      }
    }
  }

  bool MayBegin(std::string_view text, std::size_t at) const {
    if (text.size() - at < kSize) return true;
    const auto byte = [&](std::size_t i) {
      return bytes_[i][static_cast<unsigned char>(text[at + i])];
    };
    return (byte(0) & byte(1) & byte(2)) != 0;
  }

 private:
  std::array<std::array<std::uint8_t, 256>, kSize> bytes_{};
};

}  // namespace medlint

#endif  // LINTER_MATCH_START_FILTER_H_
