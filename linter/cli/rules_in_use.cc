// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/rules_in_use.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/console.h"
#include "linter/engine/selector.h"

namespace medlint {
namespace {

bool CheckList(std::string_view flag, const std::vector<std::string>& selectors,
               const RuleSet& rules) {
  bool good = true;
  for (const std::string& selector : selectors) {
    if (NamesARule(selector, rules.rules())) continue;
    Complain(NoSuchRule(flag, selector, rules));
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
  for (const Error& error : errors)
    Complain(error);
  if (!errors.empty()) return std::nullopt;
  return std::move(loaded.rules);
}

std::optional<LintOptions> ReadLintOptions(const CommandLine& line,
                                           const RuleSet& rules) {
  bool good = CheckSelectors(line, rules);
  const PageData& data = rules.page_data();
  if (!line.type.empty()) {
    good &= CheckName("--type", "article type", line.type, data.TypeIds());
  }
  for (const std::string& topic : line.topics)
    good &= CheckName("--topic", "topic", topic, data.TopicIds());

  LintOptions options;
  if (line.as_of) {
    options.as_of = *line.as_of;
  } else {
    const Result<Date> today = Today();
    if (today) {
      options.as_of = *today;
    } else {
      Complain(today.error());
      good = false;
    }
  }
  if (!good) return std::nullopt;
  options.select = line.select;
  options.ignore = line.ignore;
  options.min_severity = line.min_severity;
  options.type = line.type;
  options.topics = line.topics;
  options.explain_type = line.explain_type;
  options.suppressions.honoured = !line.no_inline;
  options.suppressions.require_reason = line.require_reason;
  std::ranges::copy(line.profiles, std::back_inserter(options.profiles));
  return options;
}

Error NoSuchRule(std::string_view where, std::string_view id,
                 const RuleSet& rules) {
  return Error(Error::Code::kInvalidArgument, where,
               "there is no rule `" + std::string(id) + "`")
      .WithHint(SuggestSelector(id, rules.rules()));
}

bool CheckSelectors(const CommandLine& line, const RuleSet& rules) {
  const bool select = CheckList("--select", line.select, rules);
  return CheckList("--ignore", line.ignore, rules) && select;
}

}  // namespace medlint
