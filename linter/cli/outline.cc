// SPDX-License-Identifier: Apache-2.0
//
// medlint outline: what a page says, as rules see it.

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/inputs.h"
#include "linter/cli/rules_in_use.h"
#include "linter/document/document.h"
#include "linter/engine/linter.h"
#include "linter/page/reading_outline.h"
#include "linter/report/terminal_text.h"

namespace medlint {

namespace {

int ShowReading(const CommandLine& line,
                std::shared_ptr<const SourceFile> source) {
  const std::optional<RuleSet> rules =
      LoadRulesInUse(line, line.rulesets, {.examples = false});
  if (!rules) return kExitNotDone;
  const std::optional<LintOptions> options = ReadLintOptions(line, *rules);
  if (!options) return kExitNotDone;
  const auto page = Linter(*rules, *options).Read(std::move(source));
  if (!page) {
    Complain(page.error());
    return kExitNotDone;
  }
  return Finish(VisibleLines(OutlineReading(**page)), kExitClean);
}

}  // namespace

int RunOutline(const CommandLine& line) {
  if (line.operands.size() != 1) {
    Complain(Error(Error::Code::kInvalidArgument, "",
                   "`outline` takes one file, or - for standard input"));
    return kExitNotDone;
  }
  const std::string& path = line.operands.front();
  auto source = path == "-" ? ReadStandardInput(line) : ReadInput(line, path);
  if (!source) {
    Complain(source.error());
    return kExitNotDone;
  }
  if (line.reading) return ShowReading(line, *std::move(source));
  const Result<Document> document = ReadDocument(*std::move(source));
  if (!document) {
    Complain(document.error());
    return kExitNotDone;
  }
  return Finish(VisibleLines(Outline(*document)), kExitClean);
}

}  // namespace medlint
