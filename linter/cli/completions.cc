// SPDX-License-Identifier: Apache-2.0
//
// medlint completions: the scripts of shells, and what these ask back.
//
// A script knows nothing of medlint: it runs "medlint completions words --
// ARGUMENT...", whose last argument is the word that is being typed, and offers
// what comes back.  That is one line for each word that can stand there, with a
// tab and a help text if there is one; then maybe ":files" or ":folders", if
// paths can stand there too.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/commands.h"
#include "linter/cli/completion_list.h"
#include "linter/cli/completion_scripts.h"
#include "linter/cli/console.h"
#include "linter/cli/rules_in_use.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

std::vector<Completion> NamesFromRulesets(const CommandLine& line,
                                          std::string_view thing) {
  // Which rules there are, not which of them run.
  CommandLine all = line;
  all.select.clear();
  all.ignore.clear();
  all.type.clear();
  all.topics.clear();
  const std::optional<Site> site = OpenSiteHere(all, {.examples = false});
  if (!site) return {};
  const RuleSet& rules = site->RulesOf(0);
  std::vector<Completion> names;
  if (thing == "RULE") {
    for (const Rule& rule : rules.rules())
      names.push_back({.word = rule.info.id, .help = rule.info.summary});
    return names;
  }
  const PageData& data = rules.page_data();
  for (const std::string_view id :
       thing == "TYPE" ? data.TypeIds() : data.TopicIds()) {
    names.push_back({.word = std::string(id), .help = ""});
  }
  return names;
}

std::string ListText(const CompletionList& list) {
  std::string text;
  for (const auto& [word, help] : list.words) {
    text += VisibleLine(word);
    if (!help.empty()) text += "\t" + VisibleLine(help);
    text += "\n";
  }
  if (list.paths == CompletionList::Paths::kFiles) text += ":files\n";
  if (list.paths == CompletionList::Paths::kFolders) text += ":folders\n";
  return text;
}

}  // namespace

int RunCompletions(const CommandLine& line) {
  const std::string what = line.operands.empty() ? "" : line.operands.front();
  if (what == "words") {
    return Finish(ListText(CompletionsFor(std::span(line.operands).subspan(1),
                                          NamesFromRulesets)),
                  kExitClean);
  }
  std::vector<std::string_view> shells;
  for (const CompletionScript& script : CompletionScripts()) {
    shells.push_back(script.shell);
    if (script.shell == what && line.operands.size() == 1) {
      return Finish(script.text, kExitClean);
    }
  }
  Complain(Error(Error::Code::kInvalidArgument, "completions",
                 "needs one of: bash, zsh, fish")
               .WithHint(DidYouMean(what, shells)));
  return kExitNotDone;
}

}  // namespace medlint
