// SPDX-License-Identifier: Apache-2.0

#include "linter/project/site.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/error_order.h"
#include "linter/base/spelling.h"
#include "linter/engine/selector.h"
#include "linter/project/config_article.h"
#include "linter/ruleset/rule_changes.h"

namespace medlint {
namespace {

// The entries with options that have the last word on their rule, by id.
std::map<std::string, const RuleEntry*> OptionsIn(
    const std::vector<ConfigLayer>& layers) {
  std::map<std::string, const RuleEntry*> options;
  for (const ConfigLayer& layer : layers) {
    for (const RuleEntry& entry : *layer.rules) {
      if (entry.options != nullptr) options[entry.selector] = &entry;
    }
  }
  return options;
}

class SelectorCheck {
 public:
  SelectorCheck(const RuleSet& rules, std::vector<Error>& errors)
      : rules_(rules), errors_(errors) {}

  void Check(const Config& config) {
    for (const Config::Part& part : config.parts) {
      CheckTypes(part.file.article.types);
      Check(part.file.rules);
      for (const ConfigOverride& each : part.file.overrides) {
        CheckTypes(each.article.types);
        Check(each.rules);
      }
      for (const ConfigException& each : part.file.exceptions) {
        if (each.rule) Check(each.rule->value, each.rule->at);
      }
      for (const Setting<std::string>& each : part.file.suppressible)
        Check(each.value, each.at);
    }
  }

 private:
  void CheckTypes(const TypeWords& words) {
    const std::vector<std::string_view> known = rules_.page_data().TypeIds();
    for (const TypeWord& each : words) {
      if (std::ranges::find(known, each.type) != known.end()) continue;
      std::string hint = DidYouMean(each.type, known);
      if (hint.empty()) {
        for (const std::string_view type : known)
          hint += (hint.empty() ? "there are " : ", ") + std::string(type);
      }
      errors_.push_back(each.at.ErrorAt(
          "there is no article type `" + each.type + "`", std::move(hint)));
    }
  }

  void Check(const RuleEntries& entries) {
    for (const RuleEntry& entry : entries)
      Check(entry.selector, entry.at);
  }

  void Check(std::string_view selector, const ConfigPlace& at) {
    if (NamesARule(selector, rules_.rules())) return;
    errors_.push_back(
        at.ErrorAt("there is no rule `" + std::string(selector) + "`",
                   SuggestSelector(selector, rules_.rules())));
  }

  const RuleSet& rules_;
  std::vector<Error>& errors_;
};

}  // namespace

class Site::Opener {
 public:
  Opener(SiteRequest request, std::vector<Error>& errors)
      : request_(std::move(request)),
        errors_(errors),
        finder_(request_.revision.get()) {}

  // REQUIRES: there are no errors yet
  std::optional<Site> Open(std::span<const std::string> pages) {
    site_.revision_ = request_.revision;
    for (const std::string& page : pages)
      AddPage(page);
    if (request_.every_override) AddOverrides();
    for (const std::string& folder : request_.folders)
      site_.folders_.push_back(AbsoluteFolder(folder));
    CheckDates();
    for (Group& group : site_.groups_)
      LoadRulesOf(group);
    // A ruleset that is unsound lacks rules.
    if (is_sound_) CheckSelectors();
    if (!errors_.empty()) {
      SortByPlace(errors_);
      return std::nullopt;
    }
    for (Group& group : site_.groups_) {
      group.linter =
          std::make_unique<const Linter>(*group.rules, OptionsOf(group));
    }
    return std::move(site_);
  }

 private:
  using GroupKey = std::pair<const Config*, std::vector<const ConfigOverride*>>;
  // Rulesets, entries with options, and the configuration if it has terms.
  using RulesKey = std::tuple<std::vector<std::string>,
                              std::vector<const RuleEntry*>, const Config*>;

  void AddPage(const std::string& page) {
    const Config* const config = ConfigFor(page);
    std::string path = AbsolutePath(page);
    std::vector<ConfigLayer> layers;
    if (config != nullptr) layers = LayersFor(*config, path);
    const std::size_t group = GroupFor(config, std::move(layers));
    site_.pages_.push_back({.path = std::move(path), .group = group});
  }

  std::size_t GroupFor(const Config* config, std::vector<ConfigLayer> layers) {
    GroupKey key{config, {}};
    for (const ConfigLayer& layer : layers) {
      if (layer.of_override != nullptr) key.second.push_back(layer.of_override);
    }
    const auto [it, is_new] =
        group_of_.try_emplace(std::move(key), site_.groups_.size());
    if (is_new) {
      Group& group = site_.groups_.emplace_back();
      group.config = config;
      group.layers = std::move(layers);
    }
    return it->second;
  }

  // Groups of pages to which one override each applies.
  void AddOverrides() {
    for (const auto& config : site_.configs_) {
      for (const Config::Part& part : config->parts) {
        for (const ConfigOverride& each : part.file.overrides) {
          std::vector<ConfigLayer> layers = LayersFor(*config, "");
          layers.push_back(LayerOf(each));
          GroupFor(config.get(), std::move(layers));
        }
      }
    }
  }

  // Null if there is none, or after a mistake.
  const Config* ConfigFor(const std::string& page) {
    if (!request_.use_config) return nullptr;
    std::string path = request_.config_path;
    if (path.empty()) {
      const Result<std::string> found = finder_.Find(page);
      if (!found) {
        if (told_.insert(found.error().where()).second) {
          errors_.push_back(found.error());
        }
        return nullptr;
      }
      path = *found;
    }
    if (path.empty()) {
      RejectWithout(page);
      return nullptr;
    }
    const auto [it, is_new] = configs_.try_emplace(path, nullptr);
    if (is_new) {
      site_.configs_.push_back(std::make_unique<const Config>(LoadConfig(
          path, errors_, request_.revision.get(), request_.unsaved)));
      it->second = site_.configs_.back().get();
    }
    return it->second;
  }

  // Whoever asks for the configuration of a revision relies on it.
  void RejectWithout(const std::string& page) {
    if (!request_.revision || !told_.insert("").second) return;
    const std::string& revision = request_.revision->revision();
    errors_.push_back(
        Error(Error::Code::kNotFound, "--config-from",
              Quoted(revision) + " has no medlint.toml that is for " + page)
            .WithHint("commit one there first, or leave out --config-from"));
  }

  void LoadRulesOf(Group& group) {
    RulesKey key{{}, {}, nullptr};
    auto& [rulesets, options, with_terms] = key;
    for (const auto& [unused, entry] : OptionsIn(group.layers))
      options.push_back(entry);
    if (group.config != nullptr) {
      for (const Setting<std::string>& each : group.config->rulesets)
        rulesets.push_back(each.value);
      for (const Config::Part& part : group.config->parts) {
        if (!part.file.extend_lexicon.empty()) with_terms = group.config;
      }
    }
    const auto [it, is_new] = rules_.try_emplace(key, nullptr);
    if (is_new) it->second = Load(key);
    group.rules = it->second;
  }

  const RuleSet* Load(const RulesKey& key) {
    const auto& [rulesets, options, with_terms] = key;
    RuleChanges changes;
    for (const RuleEntry* const entry : options) {
      changes.options.push_back({.rule = entry->selector,
                                 .file = entry->at.file,
                                 .keys = entry->options,
                                 .place = entry->at.place});
    }
    if (with_terms != nullptr) {
      for (const Config::Part& part : with_terms->parts) {
        std::ranges::copy(part.file.extend_lexicon,
                          std::back_inserter(changes.terms));
      }
    }
    std::vector<RulesetSource> sources;
    if (request_.built_in) sources = BuiltInRulesets();
    const std::size_t before = errors_.size();
    for (const std::string& path : rulesets) {
      std::ranges::move(request_.revision
                            ? request_.revision->Rulesets(path, errors_)
                            : ReadRulesets(path, errors_, request_.unsaved),
                        std::back_inserter(sources));
    }
    for (const std::string& path : request_.rulesets) {
      std::ranges::move(ReadRulesets(path, errors_, request_.unsaved),
                        std::back_inserter(sources));
    }
    RuleSet::Loaded loaded;
    is_sound_ &= errors_.size() == before;
    if (errors_.size() == before) {
      loaded = LoadRules(sources,
                         {.examples = request_.examples, .changes = &changes});
      is_sound_ &= loaded.errors.empty();
      std::ranges::move(loaded.errors, std::back_inserter(errors_));
      std::ranges::move(loaded.change_errors, std::back_inserter(errors_));
    }
    site_.rule_sets_.push_back(
        std::make_unique<const RuleSet>(std::move(loaded.rules)));
    return site_.rule_sets_.back().get();
  }

  void CheckSelectors() {
    std::set<const Config*> checked;
    for (const Group& group : site_.groups_) {
      if (group.config == nullptr || !checked.insert(group.config).second) {
        continue;
      }
      SelectorCheck(*group.rules, errors_).Check(*group.config);
    }
  }

  // A report has one date.
  void CheckDates() {
    if (request_.as_of_given) return;
    for (const auto& config : site_.configs_) {
      const OptionalDate& date = LastOf(*config, &ConfigFile::as_of);
      const OptionalDate& first =
          LastOf(*site_.configs_.front(), &ConfigFile::as_of);
      const bool agrees = date.has_value() == first.has_value() &&
                          (!date || date->value == first->value);
      if (agrees) continue;
      const auto name = [](const OptionalDate& each) {
        return each ? each->value.ToString() : "today";
      };
      const OptionalDate& shown = date ? date : first;
      const bool is_first = !date;
      errors_.push_back(shown->at.ErrorAt(
          "the pages of one run have different days: " + name(shown) +
              " here, " + name(is_first ? date : first) + " in " +
              (is_first ? config : site_.configs_.front())->path,
          "--as-of decides for all"));
    }
  }

  LintOptions OptionsOf(const Group& group) const {
    LintOptions options = request_.options;
    options.profiles = {"intl"};
    std::ranges::copy(request_.profiles, std::back_inserter(options.profiles));
    if (group.config != nullptr) AddConfig(group, options);
    if (request_.min_severity) options.min_severity = *request_.min_severity;
    return options;
  }

  void AddConfig(const Group& group, LintOptions& options) const {
    const Config& config = *group.config;
    for (const ConfigLayer& layer : group.layers) {
      if (layer.min_severity) options.min_severity = layer.min_severity->value;
      if (layer.severity_cap) options.severity_cap = layer.severity_cap->value;
    }
    options.hints = HintsOf(group.layers);
    const OptionalTemplates templates = TemplatesIn(group.layers);
    if (templates) options.templates = templates->value;
    const OptionalDate& as_of = LastOf(config, &ConfigFile::as_of);
    if (as_of && !request_.as_of_given) options.as_of = as_of->value;
    if (request_.profiles.empty()) {
      for (const Setting<std::string>& each : config.profiles)
        options.profiles.push_back(each.value);
    }
    const auto& require_reason = LastOf(config, &ConfigFile::require_reason);
    options.suppressions.require_reason |=
        require_reason && require_reason->value;
    for (const auto& each : AllOf(config, &ConfigFile::suppressible))
      options.suppressions.allowed.push_back(each.value);
    for (const auto& each : AllOf(config, &ConfigFile::allow_domains))
      options.allow_domains.push_back(each.value);
    for (const Rule& rule : group.rules->rules()) {
      const std::string& id = rule.info.id;
      const RuleSettings settings = SettingsOf(id, group.layers);
      const bool is_asked_for =
          std::ranges::find(options.select, id) != options.select.end();
      if (settings.IsOff() && !is_asked_for) options.off.insert(id);
      if (settings.severity) options.severities[id] = settings.severity->value;
    }
  }

  SiteRequest request_;
  std::vector<Error>& errors_;
  Site site_;
  ConfigFinder finder_;
  bool is_sound_ = true;        // all rulesets are
  std::set<std::string> told_;  // where searches have failed
  std::map<std::string, const Config*> configs_;
  std::map<GroupKey, std::size_t> group_of_;
  std::map<RulesKey, const RuleSet*> rules_;
};

std::optional<Site> Site::Open(SiteRequest request,
                               std::span<const std::string> pages,
                               std::vector<Error>& errors) {
  return Opener(std::move(request), errors).Open(pages);
}

std::optional<FailLevel> Site::fail_on() const {
  std::optional<FailLevel> strictest;
  for (const auto& config : configs_) {
    const OptionalFailLevel& level = LastOf(*config, &ConfigFile::fail_on);
    if (!level) continue;
    const bool is_stricter =
        !strictest || !strictest->least ||
        (level->value.least && *level->value.least < *strictest->least);
    if (is_stricter) strictest = level->value;
  }
  return strictest;
}

bool Site::Excludes(std::size_t page) const {
  const Config* const config = ConfigOf(page);
  if (config == nullptr) return false;
  return std::ranges::any_of(config->parts, [&](const Config::Part& part) {
    const std::string_view below = PathBelow(part.folder, pages_[page].path);
    return !below.empty() &&
           std::ranges::any_of(part.file.exclude, [&](const FileGlob& glob) {
             return glob.Matches(below);
           });
  });
}

void Site::DropPages(const std::set<std::size_t>& pages) {
  std::vector<Page> kept;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (!pages.contains(i)) kept.push_back(std::move(pages_[i]));
  }
  pages_ = std::move(kept);
}

int Site::active_rule_count() const {
  int most = 0;
  for (const Group& group : groups_)
    most = std::max(most, group.linter->active_rule_count());
  return most;
}

Report Site::Lint(std::size_t count, const ReadSource& read, int threads,
                  std::vector<Error>& remarks,
                  const std::function<void()>& after_each) const {
  ExceptionLedger ledger(folders_);
  Report report = LintEach(
      count, read,
      [this](std::size_t i) -> const Linter& { return LinterOf(i); },
      [&](std::size_t i, FileReport& file) { Except(i, file, ledger); },
      threads, after_each);
  for (const Group& group : groups_)
    group.linter->Describe(report);
  remarks = ledger.Remarks();
  return report;
}

void Site::Except(std::size_t page, FileReport& report,
                  ExceptionLedger& ledger) const {
  const Config* const config = ConfigOf(page);
  if (config == nullptr) return;
  ledger.Apply(*config, pages_[page].path, LinterOf(page), report);
}

}  // namespace medlint
