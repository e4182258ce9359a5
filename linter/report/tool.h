// SPDX-License-Identifier: Apache-2.0
//
// What this program calls itself, in reports and in --version.

#ifndef LINTER_REPORT_TOOL_H_
#define LINTER_REPORT_TOOL_H_

#include <string_view>

namespace medlint {

inline constexpr std::string_view kToolName = "medlint";

// "0.1.0"
std::string_view ToolVersion();

}  // namespace medlint

#endif  // LINTER_REPORT_TOOL_H_
