// SPDX-License-Identifier: Apache-2.0

#include "tests/support/tab_separated.h"

#include <string>
#include <string_view>
#include <vector>

namespace medlint::testing {

std::vector<std::string> SplitAtTabs(std::string_view line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

}  // namespace medlint::testing
