// SPDX-License-Identifier: Apache-2.0
//
// Files in UTF-16, for tests.

#ifndef TESTS_SUPPORT_UTF16_H_
#define TESTS_SUPPORT_UTF16_H_

#include <string>
#include <string_view>

namespace medlint::testing {

struct Utf16Form {
  bool big_endian = false;
  bool byte_order_mark = true;
};

// Returns "text", which is valid UTF-8, in UTF-16.
std::string ToUtf16(std::string_view text, Utf16Form form);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_UTF16_H_
