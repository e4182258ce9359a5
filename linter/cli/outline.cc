// SPDX-License-Identifier: Apache-2.0
//
// medlint outline: what a page says, as rules see it: read with the settings
// of the site that it is part of.

#include <optional>
#include <string>
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/inputs.h"
#include "linter/cli/rules_in_use.h"
#include "linter/document/document.h"
#include "linter/engine/linter.h"
#include "linter/page/page.h"
#include "linter/page/reading_outline.h"
#include "linter/project/site.h"
#include "linter/report/terminal_text.h"

namespace medlint {

int RunOutline(const CommandLine& line) {
  if (line.operands.size() != 1) {
    return Fail(Error(Error::Code::kInvalidArgument, "",
                      "`outline` takes one file, or - for standard input"));
  }
  const std::string& path = line.operands.front();
  const bool is_standard_input = path == "-";
  const std::string page =
      is_standard_input ? line.stdin_filename.value_or("./") : path;
  const std::optional<Site> site = OpenSite(line, {page}, {.examples = false});
  if (!site) return kExitNotDone;
  auto source =
      is_standard_input ? ReadStandardInput(line) : ReadInput(line, path);
  if (!source) return Fail(source.error());
  const auto read = site->LinterOf(0).Read(*std::move(source));
  if (!read) return Fail(read.error());
  return Finish(VisibleLines(line.reading ? OutlineReading(**read)
                                          : Outline((*read)->document)),
                kExitClean);
}

}  // namespace medlint
