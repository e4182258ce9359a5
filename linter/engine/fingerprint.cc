// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/fingerprint.h"

#include <string>
#include <string_view>

#include "linter/base/digest.h"

namespace medlint {

std::string Fingerprinter::Next(std::string_view rule,
                                std::string_view context) {
  std::string key(rule);
  key.push_back('\n');
  key += context;
  const int ordinal = seen_[key]++;
  key += "\n" + std::to_string(ordinal);
  return ShortHashHex(key);
}

}  // namespace medlint
