// SPDX-License-Identifier: Apache-2.0
//
// Lines of tab-separated values, for tests and the tools in ci/.

#ifndef TESTS_SUPPORT_TAB_SEPARATED_H_
#define TESTS_SUPPORT_TAB_SEPARATED_H_

#include <string>
#include <string_view>
#include <vector>

namespace medlint::testing {

// Returns the fields of "line", at least one; drops carriage returns.
std::vector<std::string> SplitAtTabs(std::string_view line);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_TAB_SEPARATED_H_
