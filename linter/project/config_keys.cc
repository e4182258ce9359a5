// SPDX-License-Identifier: Apache-2.0

#include "linter/project/config_keys.h"

#include <span>
#include <string_view>

namespace medlint {
namespace {

constexpr ConfigFileKey kFileKeys[] = {
    {"root", "Nothing above this folder is looked at", &ConfigFile::root},
    {"extends",
     "Settings that come before those of this file: builtin:PROFILE, other "
     "configuration files, ruleset files or folders of them; paths start at "
     "the folder of this file",
     &ConfigFile::extends},
    {"profiles", "Regions whose rules also run", &ConfigFile::profiles,
     TextForm::kProfile},
    {"fail-on",
     "The least severity that makes the exit status 1; of several files in "
     "one run, the strictest counts",
     &ConfigFile::fail_on},
    {"min-severity", "Less severe findings are dropped",
     &ConfigFile::min_severity},
    {"severity-cap", "No finding is more severe", &ConfigFile::severity_cap},
    {"require-reason", "What is suppressed in a page needs a reason",
     &ConfigFile::require_reason},
    {"suppressible",
     "Rules that pages may suppress though pages may not by default",
     &ConfigFile::suppressible, TextForm::kSelector},
    {"as-of", "The day that counts as today, YYYY-MM-DD", &ConfigFile::as_of},
    {"allow-domains",
     "Domains, with all below them, that links may lead to: rules about where "
     "a link leads are silent",
     &ConfigFile::allow_domains, TextForm::kDomain},
    {"rules",
     "What becomes of rules, by id or selector: off, on, a severity, or a "
     "table of a severity and keys of the rule to change",
     &ConfigFile::rules},
    {"overrides", "Other settings for some files", &ConfigFile::overrides},
    {"exception", "Findings that are allowed, for a reason",
     &ConfigFile::exceptions},
    {"extend-lexicon", "More terms for lexicons, by name",
     &ConfigFile::extend_lexicon},
};

constexpr ConfigOverrideKey kOverrideKeys[] = {
    {"files",
     "Globs from the folder of this file, as in .gitignore: archive/**/*.html",
     &ConfigOverride::files, TextForm::kAny, true},
    {"rules", "What becomes of rules, as in [rules]", &ConfigOverride::rules},
    {"min-severity", "Less severe findings are dropped",
     &ConfigOverride::min_severity},
    {"severity-cap", "No finding is more severe",
     &ConfigOverride::severity_cap},
};

constexpr ConfigExceptionKey kExceptionKeys[] = {
    {"files", "Globs from the folder of this file; without it, all files",
     &ConfigException::files},
    {"rule", "The rule, or a selector of rules", &ConfigException::rule,
     TextForm::kSelector, true},
    {"text",
     "Only findings whose words hold these; case and spacing do not matter",
     &ConfigException::text},
    {"reason", "Why this is right; reports show it", &ConfigException::reason,
     TextForm::kAny, true},
    {"until", "The last day on which this holds, YYYY-MM-DD",
     &ConfigException::until},
};

constexpr std::string_view kProfiles[] = {"intl", "us", "uk", "eu", "au", "nz"};
constexpr std::string_view kRuleStates[] = {"off", "on", "info", "warning",
                                            "error"};

}  // namespace

std::span<const ConfigFileKey> ConfigFileKeys() {
  return kFileKeys;
}

std::span<const ConfigOverrideKey> ConfigOverrideKeys() {
  return kOverrideKeys;
}

std::span<const ConfigExceptionKey> ConfigExceptionKeys() {
  return kExceptionKeys;
}

std::span<const std::string_view> ProfileNames() {
  return kProfiles;
}

std::span<const std::string_view> RuleStates() {
  return kRuleStates;
}

}  // namespace medlint
