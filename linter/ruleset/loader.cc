// SPDX-License-Identifier: Apache-2.0
//
// Loads rulesets in passes over all files, for a rule may use a lexicon, a type
// or a role that another file defines.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "linter/base/error_order.h"
#include "linter/base/spelling.h"
#include "linter/match/plan_arrays.h"
#include "linter/ruleset/embedded.h"
#include "linter/ruleset/lexicons.h"
#include "linter/ruleset/rule_changes.h"
#include "linter/ruleset/rule_reader.h"
#include "linter/ruleset/rule_set.h"
#include "linter/ruleset/ruleset_digest.h"
#include "linter/ruleset/weights.h"

namespace medlint {
namespace {

struct File {
  const RulesetSource* source = nullptr;
  std::shared_ptr<const TomlFile> toml;
  std::vector<Error> errors;
};

// The snapshot to begin with, or an empty one.  It holds while nothing is
// defined before the built-in files, which it is made of.
PlanArrays SnapshotFor(std::span<const RulesetSource> sources,
                       const LoadOptions& options) {
  if (sources.empty() || sources.front().plan == nullptr) return {};
  // Its patterns hold the terms that the lexicons had when it was made.
  if (options.changes != nullptr && !options.changes->terms.empty()) return {};
  const auto is_built_in = [](const RulesetSource& source) {
    return source.built_in != nullptr;
  };
  return std::ranges::is_partitioned(sources, is_built_in)
             ? *sources.front().plan
             : PlanArrays();
}

}  // namespace

class RuleSetLoader {
 public:
  RuleSetLoader(std::span<const RulesetSource> sources, LoadOptions options)
      : options_(options),
        files_(sources.size()),
        snapshot_(SnapshotFor(sources, options)),
        plan_(snapshot_) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const RulesetSource& source = sources[i];
      File& file = files_[i];
      file.source = &source;
      file.toml =
          source.built_in != nullptr
              ? TomlFile::FromArchive(source.name, source.built_in->archive,
                                      source.built_in->text)
              : TomlFile::Parse(source.name, source.bytes, file.errors);
    }
  }

  RuleSet::Loaded Load() {
    for (File& file : files_)
      ReadTop(file);
    if (options_.changes != nullptr) {
      for (const RuleChanges::Terms& more : options_.changes->terms)
        lexicons_.Extend(more, change_errors_);
    }
    lexicons_.Define(plan_, lexicon_errors_);
    ReadLanguages();
    for (File& file : files_)
      ReadPageData(file);
    ReadRuleLanguages();
    ReadAllRules();
    CheckSupersedes();
    SettleYields();
    Identify();
    std::ranges::sort(
        rules_.rules_, {},
        [](const Rule& rule) -> const std::string& { return rule.info.id; });
    rules_.plan_ = std::make_unique<const PatternPlan>(plan_.Build());
    return {.rules = std::move(rules_),
            .errors = AllErrors(),
            .change_errors = std::move(change_errors_)};
  }

 private:
  static TableReader Top(File& file) {
    return {file.toml, file.toml->root(), {}, "the file", file.errors};
  }

  // [ruleset] and [lexicon]; and the keys that no pass reads.
  void ReadTop(File& file) {
    TableReader top = Top(file);
    if (std::optional<TableReader> ruleset = top.TableOrNone("ruleset")) {
      ReadIdentity(*ruleset, file.source->group);
    }
    const bool in_snapshot =
        file.source->built_in != nullptr && !snapshot_.patterns.empty();
    if (in_snapshot) {
      top.PassOver("weights");
    } else if (auto weights = top.TableOrNone("weights")) {
      ReadWeights(*weights, plan_);
    }
    if (std::optional<TableReader> lexicons = top.TableOrNone("lexicon")) {
      if (in_snapshot) {
        lexicons_.ReadLater(*std::move(lexicons));
      } else {
        lexicons_.Read(*lexicons);
      }
    }
    static constexpr std::string_view kReadLater[] = {"language", "page",
                                                      "rule"};
    top.Finish(kReadLater);
  }

  void ReadIdentity(TableReader& table, const std::string& group) {
    RulesetIdentity identity;
    identity.id = table.String("id");
    identity.version = table.String("version");
    identity.language = table.StringOr("language", "en");
    table.Finish();
    if (!identity_of_.try_emplace(group, identity).second) {
      table.RejectAt(table.place(),
                     "another file of this ruleset has a [ruleset] table, too");
    }
  }

  void ReadLanguages() {
    bool found = false;
    for (File& file : files_) {
      TableReader top = Top(file);
      std::optional<TableReader> languages = top.TableOrNone("language");
      if (!languages) continue;
      for (const std::string_view key : languages->Keys()) {
        std::optional<TableReader> table = languages->TableOrNone(key);
        if (!table) continue;
        if (found) {
          table->RejectAt(table->place(),
                          "there can be one [language] table so far");
          continue;
        }
        rules_.language_data_ = LanguageData::Read(*table, plan_);
        rules_.language_data_.language = key;
        found = true;
      }
    }
    if (!found) rules_.language_data_ = LanguageData::None(plan_);
  }

  void ReadPageData(File& file) {
    TableReader top = Top(file);
    if (std::optional<TableReader> page = top.TableOrNone("page")) {
      rules_.page_data_.Read(*page, plan_);
    }
  }

  // "" for a ruleset that says nothing: its rules run on every page.
  std::string_view LanguageOf(std::string_view group) const {
    const auto it = identity_of_.find(group);
    return it == identity_of_.end() ? std::string_view() : it->second.language;
  }

  void ReadRuleLanguages() {
    std::vector<std::string>& languages = rules_.page_data_.rule_languages;
    for (const File& file : files_) {
      const std::string_view language = LanguageOf(file.source->group);
      if (language.empty() ||
          std::ranges::find(languages, language) != languages.end()) {
        continue;
      }
      languages.emplace_back(language);
    }
  }

  void ReadAllRules() {
    std::vector<std::vector<TableReader>> tables;
    std::size_t count = 0;
    for (File& file : files_) {
      tables.push_back(Top(file).TablesOrNone("rule"));
      count += tables.back().size();
    }
    rules_.rules_.reserve(count);
    for (std::size_t i = 0; i < files_.size(); ++i)
      ReadRules(files_[i], tables[i]);
  }

  void ReadRules(File& file, std::span<TableReader> tables) {
    const bool examples = options_.examples || file.source->built_in == nullptr;
    for (TableReader& table : tables) {
      table.set_name("[[rule]]");
      std::optional<Rule> rule = ReadOne(file, table, examples);
      const std::string id = table.StringOr("id", "");
      if (!id.empty()) {
        const auto [first, is_new] =
            defined_.try_emplace(id, &file, table.place());
        if (!is_new) {
          const auto& [other, place] = first->second;
          table.Reject("id", "the rule `" + id + "` is defined twice",
                       "the first is at " + other->source->name + ":" +
                           std::to_string(place.line));
          continue;
        }
      }
      if (rule) rules_.rules_.push_back(*std::move(rule));
    }
  }

  // What the site changes in the rule called "id", or null.
  const RuleChanges::Options* ChangesOf(std::string_view id) const {
    if (options_.changes == nullptr || id.empty()) return nullptr;
    const auto& options = options_.changes->options;
    const auto it = std::ranges::find(options, id, &RuleChanges::Options::rule);
    return it == options.end() ? nullptr : &*it;
  }

  std::optional<Rule> ReadOne(File& file, TableReader& table, bool examples) {
    const auto ids = table.Peek("id");
    const RuleChanges::Options* const changes =
        ChangesOf(ids.empty() ? std::string_view() : ids.front());
    const auto read = [&](TableReader& reader) {
      return ReadRule(reader, file.source->name, LanguageOf(file.source->group),
                      examples, plan_, rules_.page_data_);
    };
    if (changes == nullptr) return read(table);
    // A rule that is unsound by itself is reported where it was written.
    const TomlTable changed = ChangedRule(table, *changes, examples);
    const TomlValue* const id = table.Raw("id");
    std::vector<Error> errors;
    TableReader reader(changes->file, changed, changes->place, "[[rule]]",
                       errors);
    std::optional<Rule> rule = read(reader);
    if (rule) {
      rule->info.place = id->place;
      return rule;
    }
    const std::size_t before = table.error_count();
    rule = read(table);
    if (table.error_count() == before) {
      std::ranges::move(errors, std::back_inserter(change_errors_));
    }
    return rule;
  }

  // What yields to others is superseded by them.
  void SettleYields() {
    for (const Rule& loser : rules_.rules_) {
      for (const std::string_view glob : loser.info.yields_to) {
        const bool all = glob.ends_with("/*");
        const std::string_view wanted =
            glob.substr(0, glob.size() - (all ? 1 : 0));
        bool found = false;
        for (Rule& winner : rules_.rules_) {
          const std::string_view id = winner.info.id;
          if (id == loser.info.id || !winner.info.yields_to.empty()) continue;
          if (all ? !id.starts_with(wanted) : id != wanted) continue;
          winner.info.supersedes.push_back(loser.info.id);
          found = true;
        }
        if (found) continue;
        File& file = *std::get<0>(defined_.at(loser.info.id));
        file.errors.push_back(file.toml->ErrorAt(
            loser.info.place, loser.info.id + " yields to `" +
                                  std::string(glob) + "`, and no rule is one"));
      }
    }
  }

  void CheckSupersedes() {
    std::vector<std::string_view> ids;
    for (const auto& [id, unused] : defined_)
      ids.emplace_back(id);
    for (const Rule& rule : rules_.rules_) {
      for (const std::string& loser : rule.info.supersedes) {
        if (defined_.contains(loser)) continue;
        File& file = *std::get<0>(defined_.at(rule.info.id));
        file.errors.push_back(file.toml->ErrorAt(
            rule.info.place,
            rule.info.id + " supersedes a rule that does not exist, `" + loser +
                "`",
            DidYouMean(loser, ids)));
      }
    }
  }

  // One identity for each group that has rules or says who it is.
  void Identify() {
    std::vector<std::string_view> groups;
    for (const File& file : files_) {
      const std::string& group = file.source->group;
      if (std::ranges::find(groups, group) == groups.end()) {
        groups.push_back(group);
      }
    }
    for (const std::string_view group : groups) {
      RulesetIdentity identity = {
          .id = std::string(group), .version = "0", .language = ""};
      if (const auto it = identity_of_.find(group); it != identity_of_.end()) {
        identity = it->second;
      }
      identity.sha256 = DigestOf(group);
      rules_.identities_.push_back(std::move(identity));
    }
  }

  std::string DigestOf(std::string_view group) const {
    RulesetDigest digest;
    for (const File& file : files_) {
      const RulesetSource& source = *file.source;
      if (source.group != group) continue;
      // That of the group was worked out when it was built in, all of it.
      if (source.built_in != nullptr) {
        return std::string(source.built_in->sha256);
      }
      digest.Add(source.name, source.bytes);
    }
    return digest.Hex();
  }

  std::vector<Error> AllErrors() {
    std::vector<Error> all = std::move(lexicon_errors_);
    for (File& file : files_) {
      SortByPlace(file.errors);
      for (Error& error : file.errors)
        all.push_back(std::move(error));
    }
    return all;
  }

  LoadOptions options_;
  std::vector<File> files_;
  const PlanArrays snapshot_;
  Lexicons lexicons_;
  std::vector<Error> change_errors_;
  std::vector<Error> lexicon_errors_;
  PatternPlan::Builder plan_;
  std::map<std::string, RulesetIdentity, std::less<>> identity_of_;  // by group
  std::map<std::string, std::tuple<File*, TomlPlace>> defined_;  // rules by id
  RuleSet rules_;
};

const Rule* RuleSet::Find(std::string_view id) const {
  const auto it = std::ranges::lower_bound(
      rules_, id, {},
      [](const Rule& rule) { return std::string_view(rule.info.id); });
  return it != rules_.end() && it->info.id == id ? &*it : nullptr;
}

RuleSet::Loaded LoadRules(std::span<const RulesetSource> sources,
                          LoadOptions options) {
  return RuleSetLoader(sources, options).Load();
}

}  // namespace medlint
