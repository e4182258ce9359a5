// SPDX-License-Identifier: Apache-2.0

#include "linter/project/config.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/engine/selector.h"
#include "linter/project/config_keys.h"
#include "linter/project/revision_files.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuiltIn = "builtin:";

// True if the file has a table that only rulesets have.
bool IsRuleset(const TomlFile& file) {
  static constexpr std::string_view kTables[] = {"ruleset",  "rule", "lexicon",
                                                 "language", "page", "weights"};
  return std::ranges::any_of(file.root(), [](const TomlMember& member) {
    return std::ranges::find(kTables, member.key) != std::end(kTables);
  });
}

class Loader {
 public:
  Loader(std::vector<Error>& errors, const RevisionFiles* revision,
         UnsavedFile* unsaved)
      : errors_(errors), revision_(revision), unsaved_(unsaved) {}

  Config Load(const std::string& path) {
    config_.path = NameOf(ShownPath(path));
    Result<std::string> bytes = Read(ShownPath(path));
    if (!bytes) {
      errors_.emplace_back(bytes.error().code(), config_.path,
                           "the configuration " + bytes.error().what());
      return std::move(config_);
    }
    std::vector<Error> mistakes;
    auto file = TomlFile::Parse(config_.path, *std::move(bytes), mistakes);
    Append(std::move(mistakes));
    AddFile(std::move(file), AbsolutePath(path));
    return std::move(config_);
  }

 private:
  Result<std::string> Read(const std::string& path) {
    if (unsaved_ != nullptr && unsaved_->Is(path)) return unsaved_->Read();
    return ReadSettings(path, revision_);
  }

  // As messages call a file that was read at "path".
  std::string NameOf(const std::string& path) const {
    return revision_ == nullptr ? path : revision_->NameOf(path);
  }

  bool IsFolder(const std::string& path) const {
    std::error_code ignored;
    return revision_ == nullptr ? fs::is_directory(path, ignored)
                                : revision_->IsFolder(path);
  }

  void Append(std::vector<Error> errors) {
    std::ranges::move(errors, std::back_inserter(errors_));
  }

  void AddFile(std::shared_ptr<const TomlFile> toml,
               const std::string& absolute) {
    open_.push_back(absolute);
    const fs::path folder = fs::path(absolute).parent_path();
    ConfigFile file = ReadConfigFile(std::move(toml), errors_);
    for (const Setting<std::string>& each : file.extends)
      Extend(each, folder);
    std::ranges::copy(file.profiles, std::back_inserter(config_.profiles));
    config_.parts.push_back(
        {.file = std::move(file), .folder = folder.string()});
    open_.pop_back();
    done_.push_back(absolute);
  }

  void Extend(const Setting<std::string>& what, const fs::path& folder) {
    if (what.value.starts_with(kBuiltIn)) {
      ExtendBuiltIn(what);
      return;
    }
    const std::string path = ShownPath((folder / what.value).string());
    const std::string absolute = AbsolutePath(path);
    if (std::ranges::find(open_, absolute) != open_.end()) {
      Reject(what, Quoted(what.value) + " extends itself",
             "take one of the files out of the circle");
      return;
    }
    if (IsFolder(path)) {
      config_.rulesets.push_back({path, what.at});
      return;
    }
    Result<std::string> bytes = Read(path);
    if (!bytes) {
      Reject(what, Quoted(what.value) + " " + bytes.error().what(),
             "paths start at the folder of this file; what comes with medlint "
             "is `builtin:NAME`");
      return;
    }
    std::vector<Error> mistakes;
    auto file = TomlFile::Parse(NameOf(path), *std::move(bytes), mistakes);
    if (IsRuleset(*file)) {  // whose mistakes are found when it is loaded
      config_.rulesets.push_back({path, what.at});
    } else if (std::ranges::find(done_, absolute) == done_.end()) {
      Append(std::move(mistakes));
      AddFile(std::move(file), absolute);
    }
  }

  void ExtendBuiltIn(const Setting<std::string>& what) {
    const std::string name = what.value.substr(kBuiltIn.size());
    if (std::ranges::find(ProfileNames(), name) != ProfileNames().end()) {
      config_.profiles.push_back({name, what.at});
      return;
    }
    std::vector<std::string> all;
    for (const std::string_view profile : ProfileNames())
      all.push_back(std::string(kBuiltIn) + std::string(profile));
    const std::vector<std::string_view> views(all.begin(), all.end());
    std::string hint = DidYouMean(what.value, views);
    hint += hint.empty() ? "there are:" : " there are:";
    for (const std::string& each : all)
      hint += " " + each;
    Reject(what, "there is no `" + what.value + "`", std::move(hint));
  }

  void Reject(const Setting<std::string>& what, std::string_view message,
              std::string hint) {
    errors_.push_back(what.at.ErrorAt(message, std::move(hint)));
  }

  std::vector<Error>& errors_;
  const RevisionFiles* revision_;  // may be null, and so may this:
  UnsavedFile* unsaved_;
  Config config_;
  std::vector<std::string> open_;  // files that are being read, outermost first
  std::vector<std::string> done_;
};

bool Exists(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

// The configuration in the folder itself, or "".
Result<std::string> ConfigIn(const fs::path& folder,
                             const RevisionFiles* revision) {
  const auto exists = [&](const fs::path& path) {
    return revision == nullptr ? Exists(path) : revision->Has(path.string());
  };
  const fs::path plain = folder / "medlint.toml";
  const fs::path hidden = folder / ".medlint.toml";
  const bool has_plain = exists(plain);
  if (has_plain && exists(hidden)) {
    return Error(Error::Code::kInvalidArgument, ShownPath(plain.string()),
                 "stands beside .medlint.toml, and only one of them can count")
        .WithHint("put both into one file");
  }
  if (has_plain) return plain.string();
  return exists(hidden) ? hidden.string() : std::string();
}

bool SaysRoot(const std::string& path, const RevisionFiles* revision) {
  Result<std::string> bytes = ReadSettings(path, revision);
  if (!bytes) return false;
  std::vector<Error> ignored;
  const auto file = TomlFile::Parse(path, *std::move(bytes), ignored);
  const OptionalFlag root = ReadConfigFile(file, ignored).root;
  return root && root->value;
}

bool IsTop(const fs::path& folder) {
  return Exists(folder / ".git") || folder == folder.parent_path();
}

}  // namespace

Config LoadConfig(const std::string& path, std::vector<Error>& errors,
                  const RevisionFiles* revision, UnsavedFile* unsaved) {
  return Loader(errors, revision, unsaved).Load(path);
}

std::string AbsolutePath(const std::string& path) {
  std::error_code failure;
  const fs::path absolute = fs::absolute(path, failure);
  const fs::path folder = fs::weakly_canonical(absolute.parent_path(), failure);
  return (failure ? absolute.lexically_normal() : folder / absolute.filename())
      .string();
}

std::string AbsoluteFolder(const std::string& path) {
  return fs::path(AbsolutePath(path + "/")).parent_path().string();
}

std::string ShownPath(const std::string& path) {
  std::error_code failure;
  const fs::path here = fs::current_path(failure);
  if (failure) return path;
  const fs::path shown = fs::path(AbsolutePath(path)).lexically_proximate(here);
  return shown.string();
}

Result<std::string> ConfigFinder::Find(const std::string& page) {
  return FindFrom(fs::path(AbsolutePath(page)).parent_path().string());
}

Result<std::string> ConfigFinder::FindFrom(const std::string& folder) {
  const auto known = found_.find(folder);
  if (known != found_.end()) return known->second;
  Result<std::string> found = ConfigIn(folder, revision_);
  if (found && found->empty() && !IsTop(folder)) {
    found = FindFrom(fs::path(folder).parent_path().string());
  }
  return found_.emplace(folder, std::move(found)).first->second;
}

std::vector<std::string> ConfigFinder::FindPassedOver(const std::string& page) {
  std::vector<std::string> others;
  const Result<std::string> nearest = Find(page);
  if (!nearest || nearest->empty() || SaysRoot(*nearest, revision_))
    return others;
  for (fs::path folder = fs::path(*nearest).parent_path(); !IsTop(folder);) {
    folder = folder.parent_path();
    const Result<std::string> found = ConfigIn(folder, revision_);
    if (!found || found->empty()) continue;
    others.push_back(*found);
    if (SaysRoot(*found, revision_)) break;
  }
  return others;
}

std::string_view PathBelow(std::string_view folder, std::string_view page) {
  if (!page.starts_with(folder)) return "";
  page.remove_prefix(folder.size());
  if (folder.ends_with('/')) return page;
  return page.starts_with('/') ? page.substr(1) : std::string_view();
}

ConfigLayer LayerOf(const ConfigOverride& of_override) {
  return {.rules = &of_override.rules,
          .article = &of_override.article,
          .min_severity = of_override.min_severity,
          .severity_cap = of_override.severity_cap,
          .templates = of_override.templates,
          .of_override = &of_override};
}

std::vector<ConfigLayer> LayersFor(const Config& config,
                                   std::string_view page) {
  std::vector<ConfigLayer> layers;
  for (const Config::Part& part : config.parts) {
    layers.push_back({.rules = &part.file.rules,
                      .article = &part.file.article,
                      .min_severity = part.file.min_severity,
                      .severity_cap = part.file.severity_cap,
                      .templates = part.file.templates});
    const std::string_view below = PathBelow(part.folder, page);
    if (below.empty()) continue;
    for (const ConfigOverride& each : part.file.overrides) {
      const bool applies = std::ranges::any_of(
          each.files,
          [&](const FileGlob& glob) { return glob.Matches(below); });
      if (!applies) continue;
      layers.push_back(LayerOf(each));
    }
  }
  return layers;
}

RuleSettings SettingsOf(std::string_view rule,
                        const std::vector<ConfigLayer>& layers) {
  RuleSettings settings;
  for (const ConfigLayer& layer : layers) {
    std::vector<const RuleEntry*> entries;
    for (const RuleEntry& entry : *layer.rules) {
      if (SelectorMatches(entry.selector, rule)) entries.push_back(&entry);
    }
    std::ranges::stable_sort(entries, {}, [&](const RuleEntry* entry) {
      return SelectorExactness(entry->selector, rule);
    });
    for (const RuleEntry* const entry : entries) {
      settings.state = {entry->state, entry->at};
      if (entry->severity) settings.severity = {*entry->severity, entry->at};
      if (entry->options != nullptr) settings.options = entry;
    }
  }
  return settings;
}

OptionalTemplates TemplatesIn(const std::vector<ConfigLayer>& layers) {
  OptionalTemplates last;
  for (const ConfigLayer& layer : layers) {
    if (layer.templates) last = layer.templates;
  }
  return last;
}

Texts AllOf(const Config& config, Texts ConfigFile::*member) {
  Texts all;
  for (const Config::Part& part : config.parts)
    std::ranges::copy(part.file.*member, std::back_inserter(all));
  return all;
}

}  // namespace medlint
