// SPDX-License-Identifier: Apache-2.0
//
// A ByteSet tells which bytes a scan stops at, so that plain prose costs a few
// instructions per byte: one look into a table.

#ifndef LINTER_LANGUAGE_BYTE_SET_H_
#define LINTER_LANGUAGE_BYTE_SET_H_

#include <array>
#include <string_view>

#include "linter/text/span.h"

namespace medlint {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) {
      has_[static_cast<unsigned char>(byte)] = true;
    }
  }

  constexpr bool Has(char byte) const {
    return has_[static_cast<unsigned char>(byte)];
  }

  // Returns the first offset in "where" that holds one of these bytes, or its
  // end.
  Offset FindIn(std::string_view text, TextSpan where) const {
    const char* at = text.data() + where.begin;
    const char* const end = text.data() + where.end;
    // Four at a time: the check for the end costs as much as that of a byte.
    for (; end - at >= 4; at += 4) {
      if (Has(at[0])) return OffsetOf(at, text);
      if (Has(at[1])) return OffsetOf(at + 1, text);
      if (Has(at[2])) return OffsetOf(at + 2, text);
      if (Has(at[3])) return OffsetOf(at + 3, text);
    }
    while (at < end && !Has(*at)) {
      ++at;
    }
    return OffsetOf(at, text);
  }

 private:
  static Offset OffsetOf(const char* at, std::string_view text) {
    return static_cast<Offset>(at - text.data());
  }

  std::array<bool, 256> has_{};
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_BYTE_SET_H_
