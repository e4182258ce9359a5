// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/completion_list.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/cli/flag_table.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

std::vector<Completion> Names(const CommandLine& line, std::string_view thing) {
  if (thing == "TYPE") return {{"condition", ""}, {"recipe", ""}};
  if (thing == "TOPIC") return {{"mental", ""}};
  if (!line.rulesets.empty()) return {{"house/own", "Ours"}};
  return {{"claims/cure", "A cure"}, {"claims/vague", ""}, {"spam/link", ""}};
}

// "check|--select claims/cure" from the words "check", "--select", ...
std::string Completed(std::vector<std::string> words) {
  const CompletionList list = CompletionsFor(words, Names);
  std::string text;
  for (const Completion& each : list.words)
    text += (text.empty() ? "" : " ") + each.word;
  switch (list.paths) {
    case CompletionList::Paths::kNone:
      return text;
    case CompletionList::Paths::kFiles:
      return text + " +files";
    case CompletionList::Paths::kFolders:
      return text + " +folders";
  }
  return text;
}

TEST_CASE("what can stand at the cursor") {
  struct Row {
    std::vector<std::string> words;
    std::string expected;
  };
  const Row rows[] = {
      {{"che"}, "check +files"},
      {{"explain", ""}, "claims/cure claims/vague spam/link"},
      {{"explain", "sp"}, "spam/link"},
      {{"hook", ""}, "install uninstall status"},
      {{"hook", "un"}, "uninstall"},
      {{"config", "ex"}, "explain"},
      {{"config", "explain", "a"}, " +files"},
      {{"baseline", "create", ""}, " +files"},
      {{"init", ""}, " +folders"},
      {{"completions", ""}, "bash zsh fish"},
      {{"man", "m"}, "medlint.toml"},
      {{"rules", ""}, ""},
      {{"check", "a.html", "b"}, " +files"},
      // Flags.
      {{"check", "--no-ba"}, "--no-baseline"},
      {{"--no-ba"}, "--no-baseline"},
      {{"test", "--no-b"}, "--no-builtin"},
      {{"check", "--", "--no-ba"}, " +files"},
      // Their values.
      {{"check", "--fail-on", ""}, "info warning error never"},
      {{"check", "--fail-on=w"}, "--fail-on=warning"},
      {{"check", "--color", "a"}, "auto always"},
      {{"check", "-f", "json"}, "json jsonl"},
      {{"check", "--format", "sar"}, "sarif"},
      {{"check", "--format=sar"}, "--format=sarif"},
      {{"check", "-f", "sarif=a"}, " +files"},
      {{"check", "--format=sarif=a"}, " +files"},
      {{"rules", "--format", ""}, "json markdown text"},
      {{"check", "--select", "cl"}, "claims/cure claims/vague"},
      {{"--select", "cl"}, "claims/cure claims/vague"},
      {{"check", "--select", "spam/*,claims/c"}, "spam/*,claims/cure"},
      {{"check", "--ignore=a/b,s"}, "--ignore=a/b,spam/link"},
      {{"check", "--profile", "us,e"}, "us,eu"},
      {{"check", "--type", ""}, "condition recipe"},
      {{"why", "--topic", "x,"}, "x,mental"},
      {{"check", "-c", ""}, " +files"},
      {{"check", "--config=a"}, " +files"},
      {{"check", "--ruleset", "h"}, " +files"},
      {{"check", "--jobs", ""}, ""},
      {{"check", "--as-of", "2"}, ""},
      // What was typed before counts; a switch takes no value.
      {{"check", "--ruleset", "h", "--select", ""}, "house/own"},
      {{"check", "--jobs", "none", "--select", "sp"}, "spam/link"},
      {{"check", "--staged", "x"}, " +files"},
      {{"check", "--no-config=x"}, ""},
      {{"check", "--no-such", ""}, " +files"},
      {{"check", "--no-such=a"}, ""},
  };
  for (const Row& row : rows) {
    std::string typed;
    for (const std::string& word : row.words)
      typed += " [" + word + "]";
    CAPTURE(typed);
    CHECK(Completed(row.words) == row.expected);
  }
}

TEST_CASE("every command, flag and format is offered, with its help") {
  const auto offers = [](std::vector<std::string> words, std::string_view word,
                         std::string_view help) {
    const auto list = CompletionsFor(words, Names).words;
    const Completion wanted{std::string(word), std::string(help)};
    return std::ranges::find(list, wanted) != list.end();
  };
  for (const CommandRow& row : CommandTable()) {
    CAPTURE(row.name);
    CHECK(offers({}, row.name, row.summary));
    for (const FlagRow& flag : FlagTable()) {
      CAPTURE(flag.names);
      CHECK(offers({std::string(row.name), "--"}, flag.LongName(), flag.help) ==
            flag.IsFor(row.command));
    }
  }
  for (const Format& format : AllFormats())
    CHECK(offers({"check", "--format", ""}, format.name, ""));
}

}  // namespace
}  // namespace medlint
