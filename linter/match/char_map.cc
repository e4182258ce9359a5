// SPDX-License-Identifier: Apache-2.0

#include "linter/match/char_map.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/base/eight_bytes.h"
#include "linter/base/utf8.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

// The bytes of 64 that are of a kind.
struct Kinds {
  std::uint64_t digits = 0;
  std::uint64_t capitals = 0;
  std::uint64_t wide = 0;
  std::uint64_t in_word = 0;  // ASCII alone
  std::uint64_t unsure = 0;   // see PlainByte::kUnsure

  void Add(const EightBytes& eight, std::size_t at) {
    const auto gather = [at](std::uint64_t answer) {
      return EightBytes::Gather(answer) << at;
    };
    const std::uint64_t digit = eight.InRange('0', '9');
    digits |= gather(digit);
    capitals |= gather(eight.Capitals());
    wide |= gather(eight.Wide());
    in_word |= gather(digit | eight.Letters() | eight.Equal('_'));
    unsure |= gather(eight.Wide() | eight.Equal('\'') | eight.Equal('\x7F'));
  }
};

Kinds KindsOf(std::string_view text) {
  Kinds kinds;
  std::size_t i = 0;
  for (; i + EightBytes::kSize <= text.size(); i += EightBytes::kSize)
    kinds.Add(EightBytes::Load(text.data() + i), i);
  if (i < text.size()) kinds.Add(EightBytes::LoadPadded(text.substr(i)), i);
  return kinds;
}

bool BeginsWord(std::string_view text, std::size_t at) {
  return !IsContinuationByte(text[at]) &&
         IsWordCharacter(DecodeUtf8(text, at).value) && BeginsAtEdge(text, at);
}

}  // namespace

CharMap::CharMap(std::string_view text) : chunks_(text.size() / 64 + 1) {
  std::uint64_t word_before = 0;  // the last byte of the chunk before
  std::uint64_t unsure_before = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += 64) {
    Chunk& chunk = chunks_[begin / 64];
    const Kinds kinds = KindsOf(text.substr(begin, 64));
    chunk.digits = kinds.digits;
    chunk.capitals = kinds.capitals;
    chunk.wide = kinds.wide;
    const std::uint64_t after_word = kinds.in_word << 1U | word_before;
    const std::uint64_t after_unsure = kinds.unsure << 1U | unsure_before;
    chunk.words = kinds.in_word & ~after_word & ~after_unsure;
    // An apostrophe or DEL begins no word.
    std::uint64_t slow = kinds.wide | (kinds.in_word & after_unsure);
    for (; slow != 0; slow &= slow - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(slow));
      const bool begins = BeginsWord(text, begin + bit);
      chunk.words |= std::uint64_t{begins} << bit;
    }
    word_before = kinds.in_word >> 63U;
    unsure_before = kinds.unsure >> 63U;
  }
}

}  // namespace medlint
