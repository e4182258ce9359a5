// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/fingerprint.h"

#include <string>
#include <string_view>

#include "linter/base/digest.h"

namespace medlint {

std::string Fingerprinter::Next(std::string_view rule,
                                std::string_view context) {
  ShortHash hash;
  hash.Add(rule);
  hash.Add("\n");
  hash.Add(context);
  const int ordinal = seen_[hash.value()]++;
  hash.Add("\n");
  hash.Add(std::to_string(ordinal));
  return hash.Hex();
}

}  // namespace medlint
