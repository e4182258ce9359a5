// SPDX-License-Identifier: Apache-2.0

#include "linter/rule/finding.h"

#include <string_view>
#include <tuple>

#include "linter/rule/rule.h"

namespace medlint {

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "";
}

bool Before(const Finding& a, const Finding& b) {
  return std::tie(a.where, a.rule->id, a.message) <
         std::tie(b.where, b.rule->id, b.message);
}

}  // namespace medlint
