// SPDX-License-Identifier: Apache-2.0
//
// Fingerprints name a finding in a way that outlives edits elsewhere on the
// page: rule, folded text around it, and which of several alike it is.  Never
// line, column or message.

#ifndef LINTER_ENGINE_FINGERPRINT_H_
#define LINTER_ENGINE_FINGERPRINT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace medlint {

// Gives fingerprints to the findings of one file, which must come in order.
class Fingerprinter {
 public:
  // "context" is the folded sentence of the finding, its source for markup, ""
  // for the document as a whole.  Returns 16 hexadecimal digits.
  std::string Next(std::string_view rule, std::string_view context);

 private:
  std::unordered_map<std::uint64_t, int> seen_;  // by hash
};

}  // namespace medlint

#endif  // LINTER_ENGINE_FINGERPRINT_H_
