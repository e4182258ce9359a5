// SPDX-License-Identifier: Apache-2.0
//
// The rulesets that come with medlint, as bytes inside the program.
//
// The build writes the source of this header from rulesets/**/*.toml with
// rulesets/embed.cc, which does there what need not be done at every start.  It
// also compiles their plan: see match/plan_snapshot.h.

#ifndef LINTER_RULESET_EMBEDDED_H_
#define LINTER_RULESET_EMBEDDED_H_

#include <span>
#include <string_view>

namespace medlint {

struct EmbeddedRuleset {
  std::string_view path;  // "rulesets/claims.toml"
  std::string_view text;  // the bytes of the file, unchanged
  // The file parsed, without a mistake: see toml/toml_archive.h.
  std::string_view archive;
  std::string_view sha256;  // of all of them: see RulesetDigest()
};

// Returns them sorted by path, bytewise.  They live as long as the program.
std::span<const EmbeddedRuleset> EmbeddedRulesets();

}  // namespace medlint

#endif  // LINTER_RULESET_EMBEDDED_H_
