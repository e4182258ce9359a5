// SPDX-License-Identifier: Apache-2.0
//
// The rulesets that come with medlint, as bytes inside the program.
//
// The build writes the source of this header from rulesets/**/*.toml with
// rulesets/embed.cmake.

#ifndef LINTER_RULESET_EMBEDDED_H_
#define LINTER_RULESET_EMBEDDED_H_

#include <span>
#include <string_view>

namespace medlint {

struct EmbeddedRuleset {
  std::string_view path;  // "rulesets/claims.toml"
  std::string_view text;  // the bytes of the file, unchanged
};

// Returns them sorted by path, bytewise.  They live as long as the program.
std::span<const EmbeddedRuleset> EmbeddedRulesets();

}  // namespace medlint

#endif  // LINTER_RULESET_EMBEDDED_H_
