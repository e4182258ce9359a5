// SPDX-License-Identifier: Apache-2.0
//
// The scripts that make shells complete medlint's command lines: the files
// completions.bash, .zsh and .fish, which the build embeds.

#ifndef LINTER_CLI_COMPLETION_SCRIPTS_H_
#define LINTER_CLI_COMPLETION_SCRIPTS_H_

#include <span>
#include <string_view>

namespace medlint {

struct CompletionScript {
  std::string_view shell;  // "bash"
  std::string_view text;
};

std::span<const CompletionScript> CompletionScripts();

}  // namespace medlint

#endif  // LINTER_CLI_COMPLETION_SCRIPTS_H_
