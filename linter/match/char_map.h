// SPDX-License-Identifier: Apache-2.0
//
// A CharMap knows of every byte of a text what kind of character it belongs to,
// and where words begin: a word character with no word going on before it (see
// word_edge.h).  One bit for each byte and question.
//
// Making it is one pass over the text, eight bytes at a time.

#ifndef LINTER_MATCH_CHAR_MAP_H_
#define LINTER_MATCH_CHAR_MAP_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/match/char_class.h"

namespace medlint {

class CharMap {
 public:
  // "text" is not kept.
  explicit CharMap(std::string_view text);

  // Returns where the first word in [from, last] begins, or something larger.
  std::size_t NextWord(std::size_t from, std::size_t last) const {
    if (from > last) return from;
    std::size_t i = from / 64;
    std::uint64_t bits = chunks_[i].words & (~std::uint64_t{0} << (from % 64));
    while (bits == 0) {
      if (++i > last / 64) return last + 1;
      bits = chunks_[i].words;
    }
    return i * 64 + static_cast<std::size_t>(std::countr_zero(bits));
  }

  // Calls found(begin, end) for every run in [begin, end) of characters of
  // "kinds", of which it knows kDigit, kCapital and kWide as a whole.
  template <typename Found>
  void FindRuns(std::size_t begin, std::size_t end, CharKinds kinds,
                Found found) const {
    while (true) {
      begin = NextOf(kinds, 0, begin, end);
      if (begin >= end) return;
      const std::size_t run_end = NextOf(kinds, ~std::uint64_t{0}, begin, end);
      found(begin, run_end);
      begin = run_end;
    }
  }

 private:
  struct Chunk {
    std::uint64_t digits = 0;
    std::uint64_t capitals = 0;
    std::uint64_t wide = 0;
    std::uint64_t words = 0;  // begin here
  };

  std::uint64_t BitsOf(std::size_t chunk, CharKinds kinds) const {
    const Chunk& of = chunks_[chunk];
    return ((kinds & kDigit) != 0 ? of.digits : 0) |
           ((kinds & kCapital) != 0 ? of.capitals : 0) |
           ((kinds & kWide) != 0 ? of.wide : 0);
  }

  // Returns the first place in [from, end) that is of "kinds", or with a
  // "flip" of all ones the first that is not; or "end".
  std::size_t NextOf(CharKinds kinds, std::uint64_t flip, std::size_t from,
                     std::size_t end) const {
    if (from >= end) return end;
    std::size_t i = from / 64;
    std::uint64_t bits =
        (BitsOf(i, kinds) ^ flip) & (~std::uint64_t{0} << (from % 64));
    while (bits == 0) {
      if (++i * 64 >= end) return end;
      bits = BitsOf(i, kinds) ^ flip;
    }
    const std::size_t at =
        i * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    return at < end ? at : end;
  }

  std::vector<Chunk> chunks_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_CHAR_MAP_H_
