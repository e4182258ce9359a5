// SPDX-License-Identifier: Apache-2.0

#include "linter/match/char_map.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

// Eight bytes of text, the first one lowest; each is asked for at once.
constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHigh = 0x80 * kOnes;

std::uint64_t LoadEight(const char* from, std::size_t size) {
  std::uint64_t eight = 0;
  if (size >= sizeof(eight)) {
    std::memcpy(&eight, from, sizeof(eight));
  } else {
    std::memcpy(&eight, from, size);
  }
  if constexpr (std::endian::native == std::endian::big) {
    eight = __builtin_bswap64(eight);
  }
  return eight;
}

// The high bit of every byte in ["low", "high"], of bytes below 80.
constexpr std::uint64_t InRange(std::uint64_t plain, unsigned char low,
                                unsigned char high) {
  return (plain + kOnes * (0x80U - low)) & ~(plain + kOnes * (0x7FU - high)) &
         kHigh;
}

// The high bits of the bytes, as the eight lowest bits.
constexpr std::uint64_t Gather(std::uint64_t high_bits) {
  return ((high_bits >> 7U) * 0x0102040810204080U) >> 56U;
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
    std::uint64_t in_word = 0;
    std::uint64_t unsure = 0;  // see PlainByte::kUnsure
    for (std::size_t i = 0; i < 64 && begin + i < text.size(); i += 8) {
      const std::uint64_t eight =
          LoadEight(text.data() + begin + i, text.size() - begin - i);
      const std::uint64_t wide = eight & kHigh;
      const std::uint64_t plain = eight & ~kHigh;
      const std::uint64_t digits = InRange(plain, '0', '9') & ~wide;
      const std::uint64_t capitals = InRange(plain, 'A', 'Z') & ~wide;
      const std::uint64_t others =
          (InRange(plain, 'a', 'z') | InRange(plain, '_', '_')) & ~wide;
      const std::uint64_t odd =
          wide | InRange(plain, '\'', '\'') | InRange(plain, 0x7F, 0x7F);
      chunk.digits |= Gather(digits) << i;
      chunk.capitals |= Gather(capitals) << i;
      chunk.wide |= Gather(wide) << i;
      in_word |= Gather(digits | capitals | others) << i;
      unsure |= Gather(odd) << i;
    }
    const std::uint64_t after_word = in_word << 1U | word_before;
    const std::uint64_t after_unsure = unsure << 1U | unsure_before;
    chunk.words = in_word & ~after_word & ~after_unsure;
    for (std::uint64_t slow = unsure | (in_word & after_unsure); slow != 0;
         slow &= slow - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(slow));
      const bool begins = BeginsWord(text, begin + bit);
      chunk.words |= std::uint64_t{begins} << bit;
    }
    word_before = in_word >> 63U;
    unsure_before = unsure >> 63U;
  }
}

}  // namespace medlint
