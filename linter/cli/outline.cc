// SPDX-License-Identifier: Apache-2.0
//
// medlint outline: what a page says, as rules see it.

#include <memory>
#include <string>
#include <utility>

#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/inputs.h"
#include "linter/document/document.h"
#include "linter/report/terminal_text.h"

namespace medlint {

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
  const Result<Document> document = ReadDocument(*std::move(source));
  if (!document) {
    Complain(document.error());
    return kExitNotDone;
  }
  return Finish(VisibleLines(Outline(*document)), kExitClean);
}

}  // namespace medlint
