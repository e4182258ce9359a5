// SPDX-License-Identifier: Apache-2.0
//
// A ruleset of few words, and pages that it finds a fault in, or none.

#ifndef TESTS_CLI_SMALL_RULES_H_
#define TESTS_CLI_SMALL_RULES_H_

#include <string>
#include <string_view>

namespace medlint::testing {

inline const std::string kSmallRules =
    std::string(MEDLINT_SOURCE_DIR) + "/fixtures/cli/rules/small.toml";

inline constexpr std::string_view kBadPage =
    "<h1>Balm</h1>\n<p>It zaps pain.</p>\n";
inline constexpr std::string_view kGoodPage =
    "<h1>Balm</h1>\n<p>It smells.</p>\n";

}  // namespace medlint::testing

#endif  // TESTS_CLI_SMALL_RULES_H_
