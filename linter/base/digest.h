// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 (FIPS 180-4), by Nettle, and a short hash for names.

#ifndef LINTER_BASE_DIGEST_H_
#define LINTER_BASE_DIGEST_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace medlint {

// Returns the digest of "bytes" as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// Returns the same in base64 (RFC 4648), as content security policies and
// integrity attributes of HTML want it.
std::string Sha256Base64(std::string_view bytes);

// A 64-bit hash of bytes that come piece by piece (FNV-1a, in the end the
// finalizer of MurmurHash3).  Names things; protects nothing.
class ShortHash {
 public:
  void Add(std::string_view bytes) {
    for (const char byte : bytes) {
      state_ = (state_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
  }

  // Of all bytes so far: equal for equal bytes.
  std::uint64_t value() const { return state_; }
  // 16 lower-case hexadecimal digits.
  std::string Hex() const;

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

}  // namespace medlint

#endif  // LINTER_BASE_DIGEST_H_
