// SPDX-License-Identifier: Apache-2.0
//
// What a configuration comes to, as TOML whose comments say where each setting
// was written.

#ifndef LINTER_CLI_CONFIG_TEXT_H_
#define LINTER_CLI_CONFIG_TEXT_H_

#include <string>
#include <string_view>

#include "linter/project/site.h"

namespace medlint {

// "text" in quotes, as TOML writes it.
std::string TomlString(std::string_view text);

// Returns the settings for the first page of "site", flags included, with the
// exceptions for it and the terms of lexicons.  "fail_on" is that of the run.
std::string EffectiveText(const Site& site, FailLevel fail_on);

// Returns the [[overrides]] and [[exception]] tables of the configuration of
// the first page as they were written, those of extended files first.
std::string TablesText(const Site& site);

}  // namespace medlint

#endif  // LINTER_CLI_CONFIG_TEXT_H_
