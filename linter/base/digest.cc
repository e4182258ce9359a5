// SPDX-License-Identifier: Apache-2.0

#include "linter/base/digest.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace medlint {

namespace {

constexpr char kDigits[] = "0123456789abcdef";

using Sha256 = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Sha256 DigestOf(std::string_view bytes) {
  sha256_ctx context{};
  sha256_init(&context);
  sha256_update(&context, bytes.size(),
                // Nettle reads bytes; it takes them as unsigned.
                reinterpret_cast<const std::uint8_t*>(bytes.data()));
  Sha256 digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  const Sha256 digest = DigestOf(bytes);
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex.push_back(kDigits[byte >> 4U]);
    hex.push_back(kDigits[byte & 0xFU]);
  }
  return hex;
}

std::string Sha256Base64(std::string_view bytes) {
  const Sha256 digest = DigestOf(bytes);
  std::string base64(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
  base64_encode_raw(base64.data(), digest.size(), digest.data());
  return base64;
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
