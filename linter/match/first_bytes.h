// SPDX-License-Identifier: Apache-2.0
//
// The bytes that a part of a pattern can begin with: a set of 256 bits.

#ifndef LINTER_MATCH_FIRST_BYTES_H_
#define LINTER_MATCH_FIRST_BYTES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medlint {

struct FirstBytes {
  std::array<std::uint64_t, 4> bits{};
  std::uint64_t at_end = 0;  // 1: it can match nothing, where the text ends

  static FirstBytes All() {
    FirstBytes all{.at_end = 1};
    all.bits.fill(~std::uint64_t{0});
    return all;
  }

  void Add(unsigned char byte) {
    bits[byte >> 6U] |= std::uint64_t{1} << (byte & 63U);
  }
  // Every byte that a character over U+7F can begin with.
  void AddWide() { bits[3] = ~std::uint64_t{0}; }

  FirstBytes& operator|=(const FirstBytes& other) {
    for (std::size_t i = 0; i < bits.size(); ++i)
      bits[i] |= other.bits[i];
    at_end |= other.at_end;
    return *this;
  }

  // True if a byte is in both.
  bool Meets(const FirstBytes& other) const {
    for (std::size_t i = 0; i < bits.size(); ++i) {
      if ((bits[i] & other.bits[i]) != 0) return true;
    }
    return false;
  }

  bool Has(unsigned char byte) const {
    return ((bits[byte >> 6U] >> (byte & 63U)) & 1U) != 0;
  }
  // True if it can begin at "at" in a text that ends at "limit".
  bool CanBegin(std::string_view text, std::size_t at,
                std::size_t limit) const {
    return at < limit ? Has(static_cast<unsigned char>(text[at])) : at_end != 0;
  }
};

}  // namespace medlint

#endif  // LINTER_MATCH_FIRST_BYTES_H_
