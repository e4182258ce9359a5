// SPDX-License-Identifier: Apache-2.0
//
// Colours of a terminal (ECMA-48 SGR), or none.

#ifndef LINTER_REPORT_PAINT_H_
#define LINTER_REPORT_PAINT_H_

#include <string>
#include <string_view>

#include "linter/rule/finding.h"

namespace medlint {

class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}

  std::string Severe(Severity severity, std::string_view text) const {
    static constexpr std::string_view kCodes[] = {"1;36", "1;33", "1;31"};
    return Wrap(kCodes[static_cast<unsigned>(severity)], text);
  }
  std::string Strong(std::string_view text) const { return Wrap("1", text); }
  std::string Faint(std::string_view text) const { return Wrap("34", text); }

 private:
  std::string Wrap(std::string_view code, std::string_view text) const {
    if (!color_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  bool color_;
};

}  // namespace medlint

#endif  // LINTER_REPORT_PAINT_H_
