// SPDX-License-Identifier: Apache-2.0
//
// Fingerprints name a finding in a way that outlives edits elsewhere on the
// page: rule, folded text around it, and which of several alike it is.  Never
// line, column or message.

#ifndef LINTER_ENGINE_FINGERPRINT_H_
#define LINTER_ENGINE_FINGERPRINT_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "linter/base/digest.h"

namespace medlint {

// Gives fingerprints to the findings of one file, which must come in order.
class Fingerprinter {
 public:
  // Says where the findings that come next are: "context" is their folded
  // sentence, their source for markup, "" for the document as a whole.
  void Enter(std::string_view context);
  // Returns 16 hexadecimal digits.  Reads the context once for each rule.
  std::string Next(std::string_view rule);

 private:
  std::string context_;
  std::map<std::string, ShortHash, std::less<>> here_;  // by rule
  std::unordered_map<std::uint64_t, int> seen_;         // by hash
};

}  // namespace medlint

#endif  // LINTER_ENGINE_FINGERPRINT_H_
