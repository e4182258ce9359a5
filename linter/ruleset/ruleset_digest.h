// SPDX-License-Identifier: Apache-2.0
//
// What identifies the files of a ruleset: SHA-256 over the name and the bytes
// of each, in order, every one followed by a zero byte.

#ifndef LINTER_RULESET_RULESET_DIGEST_H_
#define LINTER_RULESET_RULESET_DIGEST_H_

#include <string>
#include <string_view>

namespace medlint {

class RulesetDigest {
 public:
  void Add(std::string_view name, std::string_view bytes);

  // Returns the digest of what was added, as Sha256Hex() does.
  std::string Hex() const;

 private:
  std::string bytes_;
};

}  // namespace medlint

#endif  // LINTER_RULESET_RULESET_DIGEST_H_
