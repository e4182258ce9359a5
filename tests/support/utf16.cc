// SPDX-License-Identifier: Apache-2.0

#include "tests/support/utf16.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint::testing {

std::string ToUtf16(std::string_view text, Utf16Form form) {
  std::string bytes;
  const auto push = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U & 0xFFU);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes.push_back(form.big_endian ? high : low);
    bytes.push_back(form.big_endian ? low : high);
  };
  if (form.byte_order_mark) push(0xFEFF);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    i += point.size;
    if (point.value > 0xFFFF) {
      push(0xD800 + ((point.value - 0x10000) >> 10U));
      push(0xDC00 + ((point.value - 0x10000) & 0x3FFU));
    } else {
      push(point.value);
    }
  }
  return bytes;
}

}  // namespace medlint::testing
