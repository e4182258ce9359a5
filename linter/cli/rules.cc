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
#include "linter/engine/linter.h"
#include "linter/report/json_writer.h"
#include "linter/report/markdown_line.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

struct ListedRule {
  const RuleInfo* info = nullptr;  // never null
  Severity severity = Severity::kWarning;

  const RuleInfo* operator->() const { return info; }
  const RuleInfo& operator*() const { return *info; }
};

using Infos = std::vector<ListedRule>;

std::string RulesAsJson(const Infos& rules) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.BeginObject();
  json.Member("schema", "medlint-rules/1");
  json.BeginArrayMember("rules");
  for (const ListedRule& rule : rules) {
    json.BeginObject();
    json.Member("id", rule->id);
    json.Member("category", rule->category());
    json.Member("severity", SeverityName(rule.severity));
    json.Member("kind", rule->kind);
    json.Member("summary", rule->summary);
    json.Member("help", rule->help);
    json.Member("why", rule->why);
    json.ListMember("sources", rule->sources);
    json.ListMember("guards", rule->guards);
    json.ListMember("fixes", rule->fixes);
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
  for (const ListedRule& rule : rules) {
    id_width = std::max(id_width, rule->id.size());
    kind_width = std::max(kind_width, rule->kind.size());
  }
  static constexpr std::size_t kSeverityWidth = 7;
  std::string text;
  for (const ListedRule& rule : rules) {
    AppendPadded(rule->id, id_width, text);
    AppendPadded(SeverityName(rule.severity), kSeverityWidth, text);
    AppendPadded(rule->kind, kind_width, text);
    text += VisibleLine(rule->summary) + "\n";
  }
  return text;
}

// What the rulesets folder shows as REFERENCE.md.
std::string RulesAsMarkdown(const Infos& rules) {
  std::string text =
      "# The rules\n\nWritten by `medlint rules --format markdown`; do not "
      "edit.\n";
  std::string_view category;
  for (const ListedRule& rule : rules) {
    if (rule->category() != category) {
      category = rule->category();
      text += "\n## " + std::string(category) + "\n";
    }
    text += "\n### " + rule->id + "\n\n**" +
            std::string(SeverityName(rule.severity)) + "**, " + rule->kind +
            (rule->needs_review ? ", awaits review by a clinician" : "") +
            ". " + MarkdownLine(rule->summary) + ".\n";
    if (!rule->why.empty()) text += "\n" + MarkdownLine(rule->why) + "\n";
    if (!rule->help.empty()) text += "\n" + MarkdownLine(rule->help) + "\n";
    text += "\n" + MarkdownExamples(*rule, 3);
    const auto append = [&text](std::string_view what,
                                const std::vector<std::string>& items) {
      if (items.empty()) return;
      text += "\n" + std::string(what) + ": ";
      for (std::size_t i = 0; i < items.size(); ++i)
        text += (i == 0 ? "" : "; ") + MarkdownLine(items[i]);
      text += ".\n";
    };
    append("Silent when", rule->guards);
    append("Fixes", rule->fixes);
    append("Sources", rule->sources);
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
  const bool as_markdown = line.rules_format == "markdown";
  const std::optional<Site> site =
      OpenSiteHere(line, {.examples = as_markdown});
  if (!site) return kExitNotDone;
  const Linter& linter = site->LinterOf(0);
  std::vector<ListedRule> infos;
  for (const Rule& rule : site->RulesOf(0).rules()) {
    if (!linter.Runs(rule.info.id)) continue;
    infos.push_back({.info = &rule.info,
                     .severity = SeverityOf(rule.info, linter.options())});
  }
  if (as_markdown) return Finish(RulesAsMarkdown(infos), kExitClean);
  const bool as_json = line.rules_format == "json";
  return Finish(as_json ? RulesAsJson(infos) : RulesAsText(infos), kExitClean);
}

}  // namespace medlint
