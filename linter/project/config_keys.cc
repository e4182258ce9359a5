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
    {"exclude",
     "Globs of files that are not linted unless they are given by their path, "
     "and then only without --force-exclude",
     &ConfigFile::exclude},
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
    {"templates",
     "The template language that files are written in, whose tags are not "
     "text; auto: what each file shows to be a template; none: all is text",
     &ConfigFile::templates},
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
    {"article",
     "Where the templates of this site have what an article is made of; a hint "
     "that matches is believed over guessing",
     &ConfigFile::article},
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
    {"templates", "The template language of these files",
     &ConfigOverride::templates},
    {"article",
     "Where these files have what an article is made of, as in [article]; what "
     "is not said here is as there; [] takes a hint back",
     &ConfigOverride::article},
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

constexpr ConfigArticleKey kArticleKeys[] = {
    {"type",
     "Where the section or type of an article stands: "
     "meta[name='article:section']@content",
     &ConfigArticle::type},
    {"types", "What this site calls its sections, and the article type of each",
     &ConfigArticle::types},
    {"author", "Where the author stands: .byline a", &ConfigArticle::author},
    {"reviewer", "Where the medical reviewer stands", &ConfigArticle::reviewer},
    {"published", "Where the day of publication stands: time.pub@datetime",
     &ConfigArticle::published},
    {"modified", "Where the day of the last change stands",
     &ConfigArticle::modified},
    {"reviewed", "Where the day of the last medical review stands",
     &ConfigArticle::reviewed},
    {"main", "The element that holds the article: .entry-content",
     &ConfigArticle::main},
    {"disclaimer", "The element that holds the medical disclaimer",
     &ConfigArticle::disclaimer},
    {"skip", "Elements that are no part of the article: .related, #comments",
     &ConfigArticle::skip},
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

std::span<const ConfigArticleKey> ConfigArticleKeys() {
  return kArticleKeys;
}

std::span<const std::string_view> ProfileNames() {
  return kProfiles;
}

std::span<const std::string_view> RuleStates() {
  return kRuleStates;
}

}  // namespace medlint
