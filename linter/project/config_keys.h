// SPDX-License-Identifier: Apache-2.0
//
// The keys of medlint.toml: one table for the reader, for "did you mean" and
// for the JSON Schema.  What a key takes follows from the type of the member
// that it fills in, so that the three cannot disagree.

#ifndef LINTER_PROJECT_CONFIG_KEYS_H_
#define LINTER_PROJECT_CONFIG_KEYS_H_

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "linter/project/config_file.h"

namespace medlint {

// What the entries of a list of strings, or a string, must be.
enum class TextForm {
  kAny,
  kProfile,   // one of ProfileNames()
  kSelector,  // "claims/cure", "claims/*", "*"
  kDomain,    // "nhs.uk"
};

template <typename Table, typename... Types>
using MemberOf = std::variant<Types Table::*...>;

template <typename Table, typename... Types>
struct ConfigKey {
  std::string_view name;
  std::string_view help;  // one sentence, for editors
  MemberOf<Table, Types...> member;
  TextForm form = TextForm::kAny;
  bool required = false;
};

using ConfigFileKey =
    ConfigKey<ConfigFile, OptionalFlag, OptionalSeverity, OptionalFailLevel,
              OptionalDate, OptionalTemplates, Texts, Globs, RuleEntries,
              std::vector<ConfigOverride>, std::vector<ConfigException>,
              ConfigArticle, LexiconTerms>;
using ConfigOverrideKey =
    ConfigKey<ConfigOverride, OptionalSeverity, OptionalTemplates, Globs,
              RuleEntries, ConfigArticle>;
using ConfigExceptionKey =
    ConfigKey<ConfigException, OptionalText, OptionalDate, Globs>;

using ConfigArticleKey = ConfigKey<ConfigArticle, ConfigHints, TypeWords>;

std::span<const ConfigFileKey> ConfigFileKeys();
std::span<const ConfigOverrideKey> ConfigOverrideKeys();
std::span<const ConfigExceptionKey> ConfigExceptionKeys();
// Hints are called as HintFieldName() has them.
std::span<const ConfigArticleKey> ConfigArticleKeys();

// "intl", "us", "uk", "eu", "au", "nz"
std::span<const std::string_view> ProfileNames();

// "off", "on", "info", "warning", "error": what [rules] takes in place of a
// table.
std::span<const std::string_view> RuleStates();

}  // namespace medlint

#endif  // LINTER_PROJECT_CONFIG_KEYS_H_
