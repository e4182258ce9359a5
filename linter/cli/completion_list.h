// SPDX-License-Identifier: Apache-2.0
//
// What can stand where the cursor is, for the completions of shells.  All of it
// follows from the table of commands and flags.

#ifndef LINTER_CLI_COMPLETION_LIST_H_
#define LINTER_CLI_COMPLETION_LIST_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/command_line.h"

namespace medlint {

struct Completion {
  std::string word;
  std::string help;  // "" for none

  bool operator==(const Completion&) const = default;
};

struct CompletionList {
  enum class Paths { kNone, kFiles, kFolders };

  // All begin with the word that is being typed.
  std::vector<Completion> words;
  // Whether paths can stand there too.
  Paths paths = Paths::kNone;
};

// Returns the names there are of a thing that only the rulesets know: "RULE",
// "TYPE" or "TOPIC".  "line" is what was typed before, as far as it could be
// read.
using RulesetNames = std::function<std::vector<Completion>(
    const CommandLine& line, std::string_view thing)>;

// "words" are the arguments up to the cursor; the last is being typed, and may
// be "".  None is the same as one "".
CompletionList CompletionsFor(std::span<const std::string> words,
                              const RulesetNames& names);

}  // namespace medlint

#endif  // LINTER_CLI_COMPLETION_LIST_H_
