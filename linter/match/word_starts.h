// SPDX-License-Identifier: Apache-2.0
//
// WordStarts knows every place of a text where a word begins: a word character
// with no word going on before it (see word_edge.h).  One bit for each byte.
//
// Making it is one pass over the text.

#ifndef LINTER_MATCH_WORD_STARTS_H_
#define LINTER_MATCH_WORD_STARTS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/word_edge.h"

namespace medlint {

class WordStarts {
 public:
  // "text" is not kept.
  explicit WordStarts(std::string_view text) : bits_(text.size() / 64 + 1) {
    PlainByte before = PlainByte::kGap;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const PlainByte here = PlainByteAt(text, at);
      bool starts = here == PlainByte::kInWord && before == PlainByte::kGap;
      if (here == PlainByte::kUnsure ||
          (here == PlainByte::kInWord && before == PlainByte::kUnsure)) {
        starts = StartsSlowly(text, at);
      }
      bits_[at / 64] |= std::uint64_t{starts} << (at % 64);
      before = here;
    }
  }

  // Returns the first start in [from, last], or something larger.
  std::size_t Next(std::size_t from, std::size_t last) const {
    if (from > last) return from;
    std::size_t word = from / 64;
    std::uint64_t bits = bits_[word] & (~std::uint64_t{0} << (from % 64));
    while (bits == 0) {
      if (++word > last / 64) return last + 1;
      bits = bits_[word];
    }
    return word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
  }

  bool Has(std::size_t at) const {
    return ((bits_[at / 64] >> (at % 64)) & 1U) != 0;
  }

 private:
  static bool StartsSlowly(std::string_view text, std::size_t at) {
    return !IsContinuationByte(text[at]) &&
           IsWordCharacter(DecodeUtf8(text, at).value) &&
           BeginsAtEdge(text, at);
  }

  std::vector<std::uint64_t> bits_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_WORD_STARTS_H_
