// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/rules_in_use.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/console.h"
#include "linter/engine/selector.h"
#include "linter/project/revision_files.h"

namespace medlint {
namespace {

using RuleSets = std::vector<const RuleSet*>;

void ComplainAll(std::span<const Error> errors) {
  for (const Error& error : errors)
    Complain(error);
}

bool CheckList(std::string_view flag, const std::vector<std::string>& selectors,
               const RuleSets& rule_sets) {
  bool good = true;
  for (const std::string& selector : selectors) {
    const bool is_known =
        std::ranges::any_of(rule_sets, [&](const RuleSet* rules) {
          return NamesARule(selector, rules->rules());
        });
    if (is_known) continue;
    Complain(NoSuchRule(flag, selector, *rule_sets.front()));
    good = false;
  }
  return good;
}

// False, after a complaint, if "name" is not among "known".
bool CheckName(std::string_view flag, std::string_view what,
               std::string_view name,
               const std::vector<std::string_view>& known) {
  if (std::ranges::find(known, name) != known.end()) return true;
  std::string hint = DidYouMean(name, known);
  if (hint.empty()) {
    for (const std::string_view each : known)
      hint += (hint.empty() ? "there are " : ", ") + std::string(each);
  }
  Complain(
      Error(Error::Code::kInvalidArgument, flag,
            "there is no " + std::string(what) + " `" + std::string(name) + "`")
          .WithHint(std::move(hint)));
  return false;
}

// False, after complaints, if flags name what there is not.
bool CheckNames(const CommandLine& line, const RuleSets& rule_sets) {
  const bool select = CheckList("--select", line.select, rule_sets);
  bool good = CheckList("--ignore", line.ignore, rule_sets) && select;
  const PageData& data = rule_sets.front()->page_data();
  if (!line.type.empty()) {
    good &= CheckName("--type", "article type", line.type, data.TypeIds());
  }
  for (const std::string& topic : line.topics)
    good &= CheckName("--topic", "topic", topic, data.TopicIds());
  return good;
}

// What flags say, less profiles and the least severity.  Nothing, after a
// complaint, if there is no date.
std::optional<LintOptions> OptionsOf(const CommandLine& line) {
  LintOptions options;
  if (line.as_of) {
    options.as_of = *line.as_of;
  } else {
    const Result<Date> today = Today();
    if (!today) {
      Complain(today.error());
      return std::nullopt;
    }
    options.as_of = *today;
  }
  options.select = line.select;
  options.ignore = line.ignore;
  options.type = line.type;
  options.topics = line.topics;
  options.explain_type = line.explain_type;
  options.suppressions.honoured = !line.no_inline;
  options.suppressions.require_reason = line.require_reason;
  return options;
}

}  // namespace

std::optional<RuleSet> LoadRulesInUse(const CommandLine& line,
                                      const std::vector<std::string>& rulesets,
                                      LoadOptions options) {
  std::vector<Error> errors;
  std::vector<RulesetSource> sources;
  if (!line.no_builtin) sources = BuiltInRulesets();
  for (const std::string& path : rulesets) {
    std::ranges::move(ReadRulesets(path, errors), std::back_inserter(sources));
  }
  RuleSet::Loaded loaded;
  if (errors.empty()) {
    loaded = LoadRules(sources, options);
    errors = std::move(loaded.errors);
  }
  ComplainAll(errors);
  if (!errors.empty()) return std::nullopt;
  return std::move(loaded.rules);
}

namespace {

// Of --config-from, if it is given.  False, after a complaint, if there is no
// such revision.
bool OpenRevision(const CommandLine& line,
                  std::shared_ptr<const RevisionFiles>& revision) {
  if (line.config_from.empty()) return true;
  if (line.no_config) {
    Complain(Error(Error::Code::kInvalidArgument, "--config-from",
                   "makes no sense with --no-config"));
    return false;
  }
  auto opened = RevisionFiles::Open(line.config_from, EnvironmentVariables());
  if (!opened) {
    Complain(
        Error(opened.error().code(), "--config-from", opened.error().what())
            .WithHint(opened.error().hint()));
    return false;
  }
  revision = *std::move(opened);
  return true;
}

}  // namespace

std::optional<SiteRequest> SiteRequestOf(const CommandLine& line) {
  if (line.no_config && !line.config.empty()) {
    Complain(Error(Error::Code::kInvalidArgument, "--config",
                   "makes no sense with --no-config"));
    return std::nullopt;
  }
  std::shared_ptr<const RevisionFiles> revision;
  if (!OpenRevision(line, revision)) return std::nullopt;
  std::optional<LintOptions> lint_options = OptionsOf(line);
  if (!lint_options) return std::nullopt;
  return SiteRequest{.use_config = !line.no_config,
                     .config_path = line.config.empty()
                                        ? ConfigFromEnvironment()
                                        : line.config,
                     .revision = std::move(revision),
                     .built_in = !line.no_builtin,
                     .rulesets = line.rulesets,
                     .folders = {},
                     .options = *std::move(lint_options),
                     .profiles = line.profiles,
                     .min_severity = line.min_severity,
                     .as_of_given = line.as_of.has_value()};
}

namespace {

std::optional<Site> Open(const CommandLine& line,
                         const std::vector<std::string>& pages,
                         LoadOptions options, bool every_override) {
  std::optional<SiteRequest> request = SiteRequestOf(line);
  if (!request) return std::nullopt;
  request->examples = options.examples;
  request->every_override = every_override;
  request->folders = line.operands;
  std::vector<Error> errors;
  std::optional<Site> site = Site::Open(*std::move(request), pages, errors);
  ComplainAll(errors);
  if (!site) return std::nullopt;
  RuleSets rule_sets;
  for (const auto& rules : site->rule_sets())
    rule_sets.push_back(rules.get());
  if (!CheckNames(line, rule_sets)) return std::nullopt;
  return site;
}

}  // namespace

std::optional<Site> OpenSite(const CommandLine& line,
                             const std::vector<std::string>& pages,
                             LoadOptions options) {
  return Open(line, pages, options, false);
}

std::optional<Site> OpenSiteHere(const CommandLine& line, LoadOptions options,
                                 Thoroughness thoroughness) {
  return Open(line, {"./"}, options, thoroughness == Thoroughness::kEverything);
}

FailLevel FailLevelOf(const CommandLine& line, const Site& site) {
  const FailLevel usual{Severity::kError};
  return line.fail_on.value_or(site.fail_on().value_or(usual));
}

Error NoSuchRule(std::string_view where, std::string_view id,
                 const RuleSet& rules) {
  return Error(Error::Code::kInvalidArgument, where,
               "there is no rule `" + std::string(id) + "`")
      .WithHint(SuggestSelector(id, rules.rules()));
}

}  // namespace medlint
