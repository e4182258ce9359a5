// SPDX-License-Identifier: Apache-2.0
//
// medlint rules: what could be found.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/rules_in_use.h"
#include "linter/engine/selector.h"
#include "linter/report/json_writer.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

using Infos = std::vector<const RuleInfo*>;

std::string RulesAsJson(const Infos& rules) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.BeginObject();
  json.Member("schema", "medlint-rules/1");
  json.BeginArrayMember("rules");
  for (const RuleInfo* rule : rules) {
    json.BeginObject();
    json.Member("id", rule->id);
    json.Member("category", rule->category());
    json.Member("severity", SeverityName(rule->severity));
    json.Member("kind", rule->kind);
    json.Member("summary", rule->summary);
    json.Member("help", rule->help);
    json.Member("why", rule->why);
    json.ListMember("sources", rule->sources);
    json.ListMember("guards", rule->guards);
    json.ListMember("supersedes", rule->supersedes);
    json.FlagMember("needs_review", rule->needs_review);
    json.Member("file", rule->file);
    json.Member("line", rule->place.line);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::move(json).Finish();
}

void AppendPadded(std::string_view text, std::size_t width, std::string& out) {
  out += text;
  out.append(width - std::min(width, text.size()) + 2, ' ');
}

std::string RulesAsText(const Infos& rules) {
  std::size_t id_width = 0;
  std::size_t kind_width = 0;
  for (const RuleInfo* rule : rules) {
    id_width = std::max(id_width, rule->id.size());
    kind_width = std::max(kind_width, rule->kind.size());
  }
  static constexpr std::size_t kSeverityWidth = 7;
  std::string text;
  for (const RuleInfo* rule : rules) {
    AppendPadded(rule->id, id_width, text);
    AppendPadded(SeverityName(rule->severity), kSeverityWidth, text);
    AppendPadded(rule->kind, kind_width, text);
    text += VisibleLine(rule->summary) + "\n";
  }
  return text;
}

}  // namespace

int RunRules(const CommandLine& line) {
  if (!line.operands.empty()) {
    Complain(Error(Error::Code::kInvalidArgument, line.operands.front(),
                   "`rules` takes no file")
                 .WithHint("--ruleset adds one, --select chooses from all"));
    return kExitNotDone;
  }
  const std::optional<RuleSet> rules =
      LoadRulesInUse(line, line.rulesets, {.examples = false});
  if (!rules || !CheckSelectors(line, *rules)) return kExitNotDone;
  Infos infos;
  for (const Rule& rule : rules->rules()) {
    if (IsSelected(rule.info.id, line.select, line.ignore)) {
      infos.push_back(&rule.info);
    }
  }
  const bool as_json = line.rules_format == "json";
  return Finish(as_json ? RulesAsJson(infos) : RulesAsText(infos), kExitClean);
}

}  // namespace medlint
