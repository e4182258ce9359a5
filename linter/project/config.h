// SPDX-License-Identifier: Apache-2.0
//
// The configuration of a page: medlint.toml or .medlint.toml in its folder or
// the nearest folder above.  That one alone applies; files further up do not,
// unless it extends them.
//
// What a file extends comes before what it says itself, in the order in which
// it is listed, so that the last word is the file's own.  After each file come
// its [[overrides]] in order, of which those apply whose globs match the page.
// Within one [rules] table the more exact selector has the last word, whatever
// the order.  Of [article] each key has a last word of its own.  Other lists
// (profiles, suppressible, allow-domains, rulesets, exceptions, terms) add up.

#ifndef LINTER_PROJECT_CONFIG_H_
#define LINTER_PROJECT_CONFIG_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/base/unsaved_file.h"
#include "linter/project/config_file.h"

namespace medlint {

class RevisionFiles;

struct Config {
  // A file, and the absolute folder that its globs start from.
  struct Part {
    ConfigFile file;
    std::string folder;
  };
  std::string path;         // of the file itself, as messages show it
  std::vector<Part> parts;  // the file itself is the last
  Texts profiles;           // with those of "builtin:"
  Texts rulesets;           // paths that exist, as messages show them
};

// Reads a file and all that it extends, in the work tree or, if it is not null,
// in "revision".  Every mistake in any of them goes to
// "errors": unreadable files, unknown keys, circles.  A file that is extended
// twice counts at its first place.  "unsaved" may be null.
Config LoadConfig(const std::string& path, std::vector<Error>& errors,
                  const RevisionFiles* revision = nullptr,
                  UnsavedFile* unsaved = nullptr);

// A path with its folder resolved, links and all; the file itself need not
// exist, and if it is a link it stays one.
std::string AbsolutePath(const std::string& path);

// The same for a folder, which is resolved itself and has no "/" at its end.
std::string AbsoluteFolder(const std::string& path);

// A path as messages show it: from the current folder.
std::string ShownPath(const std::string& path);

// Finds the configurations of pages.  Remembers what it has found in a folder.
class ConfigFinder {
 public:
  // In the work tree, or in "revision", which must outlive this.
  explicit ConfigFinder(const RevisionFiles* revision = nullptr)
      : revision_(revision) {}

  // Returns the path of the file that applies to "page", or "" if there is
  // none.  The search ends at a folder that holds ".git" and at a file that
  // says root = true; without either at the root of the file system.  Both
  // names in one folder are an error.
  Result<std::string> Find(const std::string& page);

  // Returns the other files on the way up that Find() does not get to, nearest
  // first: those that do not apply.
  std::vector<std::string> FindPassedOver(const std::string& page);

 private:
  Result<std::string> FindFrom(const std::string& folder);

  const RevisionFiles* revision_;
  std::map<std::string, Result<std::string>> found_;  // by folder
};

// A stretch of settings that applies to a page.
struct ConfigLayer {
  const RuleEntries* rules = nullptr;      // never null
  const ConfigArticle* article = nullptr;  // never null
  OptionalSeverity min_severity = std::nullopt;
  OptionalSeverity severity_cap = std::nullopt;
  OptionalTemplates templates = std::nullopt;
  const ConfigOverride* of_override = nullptr;  // null: of a file as a whole
};

ConfigLayer LayerOf(const ConfigOverride& of_override);

// Returns those of "config" for a page, first to last.  "page" is absolute; ""
// is no page, to which no override applies.
std::vector<ConfigLayer> LayersFor(const Config& config, std::string_view page);

// What the layers make of one rule.
struct RuleSettings {
  std::optional<Setting<RuleEntry::State>> state;  // nothing: it was not named
  OptionalSeverity severity;
  const RuleEntry* options = nullptr;  // the last that has any

  bool IsOff() const { return state && state->value == RuleEntry::State::kOff; }
};

RuleSettings SettingsOf(std::string_view rule,
                        const std::vector<ConfigLayer>& layers);

// The last that any layer has, or nothing.
OptionalTemplates TemplatesIn(const std::vector<ConfigLayer>& layers);

// The path of "page" from "folder", both absolute; "" if it is not below.
std::string_view PathBelow(std::string_view folder, std::string_view page);

// The last value that any part has at "member", or nothing.
template <typename T>
const std::optional<Setting<T>>& LastOf(
    const Config& config, std::optional<Setting<T>> ConfigFile::*member) {
  static const std::optional<Setting<T>> kNothing;
  const std::optional<Setting<T>>* last = &kNothing;
  for (const Config::Part& part : config.parts) {
    if (part.file.*member) last = &(part.file.*member);
  }
  return *last;
}

// The values that all parts have at "member", in order.
Texts AllOf(const Config& config, Texts ConfigFile::*member);

}  // namespace medlint

#endif  // LINTER_PROJECT_CONFIG_H_
