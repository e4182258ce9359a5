// SPDX-License-Identifier: Apache-2.0

#include "linter/base/utf8.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("DecodeUtf8 reads one code point") {
  struct Case {
    std::string_view bytes;
    char32_t value;
    std::size_t size;
    bool valid;
  };
  static constexpr Case kCases[] = {
      {"a", 'a', 1, true},
      {"\xC3\xA9", 0xE9, 2, true},
      {"\xE2\x80\x99", 0x2019, 3, true},
      {"\xF0\x9F\x98\x80", 0x1F600, 4, true},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4, true},
      {"\xC0\xAF", 0xFFFD, 1, false},          // overlong
      {"\xE0\x80\xAF", 0xFFFD, 1, false},      // overlong
      {"\xED\xA0\x80", 0xFFFD, 1, false},      // surrogate
      {"\xF4\x90\x80\x80", 0xFFFD, 1, false},  // over U+10FFFF
      {"\x80", 0xFFFD, 1, false},              // continuation alone
      {"\xE2\x80", 0xFFFD, 1, false},          // cut short
      {"\xFF", 0xFFFD, 1, false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.bytes);
    const CodePoint point = DecodeUtf8(c.bytes, 0);
    CHECK(point.value == c.value);
    CHECK(point.size == c.size);
    CHECK(point.valid == c.valid);
    CHECK((ValidUtf8Prefix(c.bytes) == c.bytes.size()) == c.valid);
  }
}

TEST_CASE("DecodeUtf8Before is DecodeUtf8 backwards") {
  const std::string text = "a\xC3\xA9\xE2\x80\x99\xF0\x9F\x98\x80z";
  std::u32string forward;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    forward.push_back(point.value);
    i += point.size;
  }
  std::u32string backward;
  for (std::size_t i = text.size(); i > 0;) {
    const CodePoint point = DecodeUtf8Before(text, i);
    backward.insert(backward.begin(), point.value);
    i -= point.size;
  }
  CHECK(forward == backward);
}

TEST_CASE("AppendUtf8 writes what DecodeUtf8 reads") {
  for (const char32_t value :
       {U'\0', U'a', char32_t{0x7F}, char32_t{0x80}, char32_t{0x7FF},
        char32_t{0x800}, char32_t{0xFFFF}, char32_t{0x10000},
        char32_t{0x10FFFF}}) {
    std::string bytes;
    AppendUtf8(value, bytes);
    const CodePoint point = DecodeUtf8(bytes, 0);
    CHECK(point.valid);
    CHECK(point.value == value);
    CHECK(point.size == bytes.size());
  }
}

TEST_CASE("ValidUtf8Prefix stops at the first bad byte") {
  const std::string long_text(100, 'x');
  CHECK(ValidUtf8Prefix(long_text + "\xFF" + long_text) == 100);
  CHECK(ValidUtf8Prefix("") == 0);
  CHECK(CountCodePoints("caf\xC3\xA9\xFF") == 5);
}

}  // namespace
}  // namespace medlint
