// SPDX-License-Identifier: Apache-2.0
//
// SHA-256 (FIPS 180-4), by Nettle, and a short hash for names.

#ifndef LINTER_BASE_DIGEST_H_
#define LINTER_BASE_DIGEST_H_

#include <string>
#include <string_view>

namespace medlint {

// Returns the digest of "bytes" as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// Returns a 64-bit hash of "bytes" (FNV-1a, then the finalizer of MurmurHash3)
// as 16 lower-case hexadecimal digits.  Names things; protects nothing.
std::string ShortHashHex(std::string_view bytes);

}  // namespace medlint

#endif  // LINTER_BASE_DIGEST_H_
