// SPDX-License-Identifier: Apache-2.0
//
// medlint lsp: a language server on the standard streams.

#include <optional>
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/rules_in_use.h"
#include "linter/lsp/serve.h"

namespace medlint {

int RunLsp(const CommandLine& line) {
  if (!line.operands.empty()) {
    Complain(Error(Error::Code::kInvalidArgument, line.operands.front(),
                   "`lsp` takes no operands")
                 .WithHint("the editor says which pages it has open"));
    return kExitNotDone;
  }
  const std::optional<SiteRequest> first = SiteRequestOf(line);
  if (!first) return kExitNotDone;
  LspSetup setup;
  setup.workspace = {
      // What was right once is so again; only the day may be another.
      .request = [&line,
                  &first] { return SiteRequestOf(line).value_or(*first); },
      .baseline = line.baseline,
      .use_baseline = !line.no_baseline,
      .environment = EnvironmentVariables()};
  constexpr int kInput = 0;
  constexpr int kOutput = 1;
  return Serve(std::move(setup), kInput, kOutput) ? kExitClean : kExitFindings;
}

}  // namespace medlint
