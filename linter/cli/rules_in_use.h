// SPDX-License-Identifier: Apache-2.0
//
// The rules and options that a command line asks for.

#ifndef LINTER_CLI_RULES_IN_USE_H_
#define LINTER_CLI_RULES_IN_USE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/cli/command_line.h"
#include "linter/engine/linter.h"
#include "linter/project/site.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

// Loads the built-in rules, unless --no-builtin, and those of "rulesets". After
// any mistake, complains about each and returns nothing.
std::optional<RuleSet> LoadRulesInUse(const CommandLine& line,
                                      const std::vector<std::string>& rulesets,
                                      LoadOptions options = {});

// What a command line asks of a site, without folders.  After a mistake,
// complains and returns nothing.
std::optional<SiteRequest> SiteRequestOf(const CommandLine& line);

// Finds and reads the configuration of each page as the command line has it,
// loads the rules, checks --select, --ignore, --type and --topic against them.
// Flags beat configuration.  After any mistake, complains about each and
// returns nothing.  "pages" are as Site::Open() takes them.
std::optional<Site> OpenSite(const CommandLine& line,
                             const std::vector<std::string>& pages,
                             LoadOptions options = {});

// The same for a command that is about no page: a page of the current folder.
enum class Thoroughness { kWhatPagesNeed, kEverything };
std::optional<Site> OpenSiteHere(
    const CommandLine& line, LoadOptions options = {},
    Thoroughness thoroughness = Thoroughness::kWhatPagesNeed);

// From which severity on a run fails: as the flag has it, else the
// configurations, else from errors on.
FailLevel FailLevelOf(const CommandLine& line, const Site& site);

// "there is no rule ...", with the nearest that there is.
Error NoSuchRule(std::string_view where, std::string_view id,
                 const RuleSet& rules);

}  // namespace medlint

#endif  // LINTER_CLI_RULES_IN_USE_H_
