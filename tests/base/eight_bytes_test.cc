// SPDX-License-Identifier: Apache-2.0

#include "linter/base/eight_bytes.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

// The answer that asking each byte alone gives, as the eight lowest bits.
template <typename Question>
std::uint64_t OneByOne(std::string_view eight, Question question) {
  std::uint64_t answer = 0;
  for (std::size_t i = 0; i < eight.size(); ++i) {
    answer |= std::uint64_t{question(eight[i])} << i;
  }
  return answer;
}

TEST_CASE("eight bytes answer as each byte does") {
  static constexpr std::string_view kBytes =
      "aAzZ09_'`@[{/: \t\n\x7F\x80\xC3\xA9\xFF";
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    while (text.size() < EightBytes::kSize) {
      text += round % 2 == 0 ? kBytes[random() % kBytes.size()]
                             : static_cast<char>(random() % 256);
    }
    CAPTURE(text);
    const EightBytes eight = EightBytes::Load(text.data());
    const auto gathered = [](std::uint64_t answer) {
      return EightBytes::Gather(answer);
    };
    CHECK(gathered(eight.Wide()) == OneByOne(text, [](char c) {
            return static_cast<unsigned char>(c) >= 0x80;
          }));
    CHECK(gathered(eight.Letters()) == OneByOne(text, IsAsciiAlpha));
    CHECK(gathered(eight.Capitals()) == OneByOne(text, IsAsciiUpper));
    CHECK(gathered(eight.InRange('0', '9')) == OneByOne(text, IsAsciiDigit));
    for (const char byte : {' ', '\t', '\x7F', 'a', '\0'}) {
      CHECK(gathered(eight.Equal(byte)) ==
            OneByOne(text, [byte](char c) { return c == byte; }));
    }
    std::string lower(EightBytes::kSize, ' ');
    eight.ToLower().Store(lower.data());
    CHECK(lower == ToAsciiLower(text));
  }
}

TEST_CASE("places in eight bytes") {
  const std::uint64_t answer = EightBytes::Load("abc d  e").Equal(' ');
  CHECK(EightBytes::First(answer) == 3);
  CHECK(EightBytes::Gather(answer) == 0b01101000);
  CHECK(EightBytes::Gather(EightBytes::Before(answer, false)) == 0b11010000);
  CHECK(EightBytes::Gather(EightBytes::Before(answer, true)) == 0b11010001);
  CHECK(EightBytes::Gather(EightBytes::LoadPadded("a b").Equal(' ')) == 2);
}

TEST_CASE("bytes are counted") {
  CHECK(CountBytes("", ' ') == 0);
  CHECK(CountBytes("a b", ' ') == 1);
  CHECK(CountBytes(" two words\xA0of 5 and more ", ' ') == 6);
}

}  // namespace
}  // namespace medlint
