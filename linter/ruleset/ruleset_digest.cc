// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/ruleset_digest.h"

#include "linter/base/digest.h"

namespace medlint {

void RulesetDigest::Add(std::string_view name, std::string_view bytes) {
  bytes_.append(name).append(1, '\0').append(bytes).append(1, '\0');
}

std::string RulesetDigest::Hex() const {
  return Sha256Hex(bytes_);
}

}  // namespace medlint
