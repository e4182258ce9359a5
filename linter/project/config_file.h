// SPDX-License-Identifier: Apache-2.0
//
// What one medlint.toml says, as it stands there: nothing that it extends is
// read, and no rule is looked up.  See config.h for what comes of it.
//
//   root           true: nothing above this folder is looked at
//   extends        ["builtin:uk", "../medlint.toml", "house.rules.toml"]
//   exclude        files that are not linted unless given by their path
//   profiles       regions whose rules run, too: us, uk, eu, au, nz, intl
//   fail-on        the least severity that fails a run, or "never"
//   min-severity   less severe findings are dropped
//   severity-cap   no finding is more severe
//   require-reason true: what is suppressed in a page needs a reason
//   suppressible   rules that pages may suppress though they may not by default
//   as-of          the day that counts as today
//   templates      the language of templates whose tags are not text
//   allow-domains  domains that links may lead to
//   [rules]        "claims/cure" = "off" | "on" | "warning" | { severity = …, …
//   }
//   [[overrides]]  files, rules, min-severity, severity-cap, templates, article
//   [[exception]]  files, rule, text, reason, until
//   [article]      where the templates of the site have things, as selectors:
//                  type, author, reviewer, published, modified, reviewed,
//                  main, disclaimer, skip; types: { "Our word" = "type" }
//   [extend-lexicon]  herbs = ["more", "terms"]
//
// A key that is none of these is a mistake.  config_keys.h has them as tables,
// which the reader and the JSON Schema share.

#ifndef LINTER_PROJECT_CONFIG_FILE_H_
#define LINTER_PROJECT_CONFIG_FILE_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/document/article_hints.h"
#include "linter/document/hint_selector.h"
#include "linter/page/date.h"
#include "linter/project/gitignore.h"
#include "linter/rule/finding.h"
#include "linter/ruleset/rule_changes.h"
#include "linter/text/template_tags.h"
#include "linter/toml/toml_value.h"

namespace medlint {

// Where a setting was written.
struct ConfigPlace {
  std::shared_ptr<const TomlFile> file;  // null: nowhere
  TomlPlace place;

  // "medlint.toml:3"
  std::string ToString() const;
  // REQUIRES: file
  Error ErrorAt(std::string_view what, std::string hint = {}) const;
};

template <typename T>
struct Setting {
  T value;
  ConfigPlace at;
};

// fail-on: nothing stands for "never".
struct FailLevel {
  std::optional<Severity> least;
};

// A member of [rules].
struct RuleEntry {
  enum class State { kOff, kOn };
  std::string selector;  // "claims/cure", "claims/*"
  State state = State::kOn;
  std::optional<Severity> severity;  // nothing: as it was
  // The table it was written as, if that has keys besides "severity"; the
  // file's.
  const TomlTable* options = nullptr;
  ConfigPlace at;  // of the selector
};

// A glob of "files".  As in .gitignore, one with a "/" in it is for paths from
// the folder of the file, others for names at any depth, and one that ends in
// "/" for all that is in the folder.
struct FileGlob {
  std::string text;
  bool anchored = false;
  GlobPattern pattern{"", false};
  ConfigPlace at;

  // "path" is relative to the folder of the file, "a/b.html".
  bool Matches(std::string_view path) const;
};

using OptionalFlag = std::optional<Setting<bool>>;
using OptionalSeverity = std::optional<Setting<Severity>>;
using OptionalFailLevel = std::optional<Setting<FailLevel>>;
using OptionalDate = std::optional<Setting<Date>>;
using OptionalTemplates = std::optional<Setting<Templates>>;
using OptionalText = std::optional<Setting<std::string>>;
using Texts = std::vector<Setting<std::string>>;
using Globs = std::vector<FileGlob>;
using RuleEntries = std::vector<RuleEntry>;
using LexiconTerms = std::vector<RuleChanges::Terms>;

// [article]: see document/article_hints.h.
struct ConfigHint {
  std::string text;
  HintSelector selector;
  ConfigPlace at;
};
// Nothing where the key is not written; an empty list takes back what earlier
// layers say.
using ConfigHints = std::optional<std::vector<ConfigHint>>;

// A member of "types".
struct TypeWord {
  std::string word;  // what the site calls a section
  std::string type;  // the id of an article type
  ConfigPlace at;    // of the id
};
using TypeWords = std::vector<TypeWord>;

struct ConfigArticle {
  ConfigHints type;
  TypeWords types;
  ConfigHints author;
  ConfigHints reviewer;
  ConfigHints published;
  ConfigHints modified;
  ConfigHints reviewed;
  ConfigHints main;
  ConfigHints disclaimer;
  ConfigHints skip;
};

// [[overrides]]: other settings for some files.
struct ConfigOverride {
  Globs files;
  RuleEntries rules;
  OptionalSeverity min_severity;
  OptionalSeverity severity_cap;
  OptionalTemplates templates;
  ConfigArticle article;
  ConfigPlace at;
};

// [[exception]]: findings that are allowed, for a reason.
struct ConfigException {
  Globs files;        // empty: all files
  OptionalText rule;  // a selector
  OptionalText text;  // the words found hold these; nothing: any words
  OptionalText reason;
  OptionalDate until;  // the last day
  ConfigPlace at;
};

struct ConfigFile {
  OptionalFlag root;
  Texts extends;
  Globs exclude;
  Texts profiles;
  OptionalFailLevel fail_on;
  OptionalSeverity min_severity;
  OptionalSeverity severity_cap;
  OptionalFlag require_reason;
  Texts suppressible;  // selectors
  OptionalDate as_of;
  OptionalTemplates templates;
  Texts allow_domains;  // as HostOf() gives them
  RuleEntries rules;
  std::vector<ConfigOverride> overrides;
  std::vector<ConfigException> exceptions;
  ConfigArticle article;
  LexiconTerms extend_lexicon;
  std::shared_ptr<const TomlFile> file;  // never null
};

// Reads a file that is in memory.  Every mistake goes to "errors".
ConfigFile ReadConfigFile(std::shared_ptr<const TomlFile> file,
                          std::vector<Error>& errors);

}  // namespace medlint

#endif  // LINTER_PROJECT_CONFIG_FILE_H_
