// SPDX-License-Identifier: Apache-2.0
//
// Eight bytes of text as one number, the first byte lowest, so that a question
// is put to all of them at once.  An answer is the high bit of every byte that
// says yes.  (After Mycroft's test for a zero byte and Warren, "Hacker's
// Delight", 2nd edition, chapter 6.)

#ifndef LINTER_BASE_EIGHT_BYTES_H_
#define LINTER_BASE_EIGHT_BYTES_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace medlint {

class EightBytes {
 public:
  static constexpr std::size_t kSize = 8;

  // The bytes at "from".
  static EightBytes Load(const char* from) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, kSize);
    return EightBytes(InOrder(bytes));
  }
  // The bytes of "text", zeros after them.
  static EightBytes LoadPadded(std::string_view text) {
    char bytes[kSize] = {};
    std::copy_n(text.data(), std::min(text.size(), kSize), bytes);
    return Load(bytes);
  }
  void Store(char* to) const {
    const std::uint64_t bytes = InOrder(bytes_);
    std::memcpy(to, &bytes, kSize);
  }

  std::uint64_t Number() const { return bytes_; }

  // Bytes beyond ASCII.
  std::uint64_t Wide() const { return bytes_ & kHigh; }
  // REQUIRES: "byte" is ASCII
  std::uint64_t Equal(char byte) const {
    return ~(Plain(bytes_ ^ kOnes * Code(byte)) + kOnes * 0x7F) & ~Wide() &
           kHigh;
  }
  // REQUIRES: both are ASCII
  std::uint64_t InRange(char low, char high) const {
    const std::uint64_t plain = Plain(bytes_);
    return (plain + kOnes * (0x80 - Code(low))) &
           ~(plain + kOnes * (0x7F - Code(high))) & ~Wide() & kHigh;
  }
  // a-z and A-Z.
  std::uint64_t Letters() const {
    return EightBytes(bytes_ | kOnes * 0x20).InRange('a', 'z');
  }
  std::uint64_t Capitals() const { return InRange('A', 'Z'); }

  // Capitals become small.
  EightBytes ToLower() const { return EightBytes(bytes_ | Capitals() >> 2U); }

  // REQUIRES: "byte" is ASCII
  std::size_t CountEqual(char byte) const {
    return ((Equal(byte) >> 7U) * kOnes) >> 56U;
  }

  // An answer as the eight lowest bits, the first byte's lowest.
  static constexpr std::uint64_t Gather(std::uint64_t answer) {
    return ((answer >> 7U) * 0x0102040810204080U) >> 56U;
  }
  // The index of the first byte that says yes.  REQUIRES: one does
  static std::size_t First(std::uint64_t answer) {
    return static_cast<std::size_t>(std::countr_zero(answer)) / 8;
  }
  // The answer for the byte before each; "first" is that for the first byte.
  static constexpr std::uint64_t Before(std::uint64_t answer, bool first) {
    return answer << 8U | (first ? std::uint64_t{0x80} : 0);
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101U;
  static constexpr std::uint64_t kHigh = 0x80 * kOnes;

  explicit EightBytes(std::uint64_t bytes) : bytes_(bytes) {}

  static constexpr std::uint64_t Plain(std::uint64_t bytes) {
    return bytes & ~kHigh;
  }
  static constexpr std::uint64_t Code(char byte) {
    return static_cast<unsigned char>(byte);
  }
  static std::uint64_t InOrder(std::uint64_t bytes) {
    if constexpr (std::endian::native == std::endian::big) {
      return __builtin_bswap64(bytes);
    }
    return bytes;
  }

  std::uint64_t bytes_ = 0;
};

// REQUIRES: "byte" is ASCII
inline std::size_t CountBytes(std::string_view text, char byte) {
  std::size_t count = 0;
  std::size_t i = 0;
  for (; i + EightBytes::kSize <= text.size(); i += EightBytes::kSize) {
    count += EightBytes::Load(text.data() + i).CountEqual(byte);
  }
  for (; i < text.size(); ++i) {
    if (text[i] == byte) ++count;
  }
  return count;
}

}  // namespace medlint

#endif  // LINTER_BASE_EIGHT_BYTES_H_
