// SPDX-License-Identifier: Apache-2.0
//
// JSON Schemas (draft 2020-12), so that editors complete and check
// medlint.toml and rulesets.

#ifndef LINTER_CLI_CONFIG_SCHEMA_H_
#define LINTER_CLI_CONFIG_SCHEMA_H_

#include <string>

namespace medlint {

// Returns the schema of medlint.toml, made of the tables of config_keys.h.
std::string ConfigSchema();

// Returns the schema of ruleset files: the tables there can be, the keys that
// every rule has and those of each kind, the names of kinds and guards.
std::string RulesetSchema();

}  // namespace medlint

#endif  // LINTER_CLI_CONFIG_SCHEMA_H_
