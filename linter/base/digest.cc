// SPDX-License-Identifier: Apache-2.0

#include "linter/base/digest.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace medlint {

namespace {

constexpr char kDigits[] = "0123456789abcdef";

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  sha256_ctx context{};
  sha256_init(&context);
  sha256_update(&context, bytes.size(),
                // Nettle reads bytes; it takes them as unsigned.
                reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex.push_back(kDigits[byte >> 4U]);
    hex.push_back(kDigits[byte & 0xFU]);
  }
  return hex;
}

std::string ShortHash::Hex() const {
  std::uint64_t hash = state_;
  // FNV mixes its last bytes poorly.
  hash = (hash ^ hash >> 33U) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ hash >> 33U) * 0xC4CEB9FE1A85EC53U;
  hash ^= hash >> 33U;
  std::string hex(16, '0');
  for (char& digit : hex) {
    digit = kDigits[hash >> 60U];
    hash <<= 4U;
  }
  return hex;
}

}  // namespace medlint
