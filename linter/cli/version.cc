// SPDX-License-Identifier: Apache-2.0
//
// medlint --version: for audits, with the rulesets and their hashes.

#include <optional>
#include <string>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/rules_in_use.h"
#include "linter/report/tool.h"

namespace medlint {

int RunVersion(const CommandLine& line) {
  const std::optional<RuleSet> rules =
      LoadRulesInUse(line, line.rulesets, {.examples = false});
  if (!rules) return kExitNotDone;
  std::string text =
      std::string(kToolName) + " " + std::string(ToolVersion()) + "\n";
  for (const RulesetIdentity& ruleset : rules->identities()) {
    text += "ruleset " + ruleset.id + " " + ruleset.version +
            " sha256:" + ruleset.sha256 + "\n";
  }
  return Finish(text, kExitClean);
}

}  // namespace medlint
