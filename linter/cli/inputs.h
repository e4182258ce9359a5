// SPDX-License-Identifier: Apache-2.0
//
// What a command line wants read.

#ifndef LINTER_CLI_INPUTS_H_
#define LINTER_CLI_INPUTS_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/cli/command_line.h"
#include "linter/engine/report.h"
#include "linter/project/changed_lines.h"
#include "linter/project/index_blobs.h"
#include "linter/project/site.h"
#include "linter/text/source_file.h"

namespace medlint {

struct Inputs {
  bool standard_input = false;     // comes first
  std::vector<std::string> paths;  // files
  std::vector<std::string> named;  // files and folders, as they were given
  std::vector<Error> errors;       // what was asked for and is not there

  // Of --staged: the object of each path, and where to read it.
  std::vector<std::string> blobs;
  std::shared_ptr<IndexBlobs> index;

  // Of --changed-lines: those of each path.
  std::optional<std::map<std::string, LineRanges>> changed;
};

// The operands but for "-", and what --files-from lists.  Complains and returns
// nothing if they make no sense together.
std::optional<std::vector<std::string>> CollectPaths(const CommandLine& line);

// Expands operands and --files-from to files.  Complains and returns nothing if
// they make no sense together.
std::optional<Inputs> CollectInputs(const CommandLine& line);

// By what name the configuration of each input is found; without any input,
// that of the current folder is.
std::vector<std::string> PagesOf(const CommandLine& line, const Inputs& inputs);

// Lints them, --jobs at a time, and says what there is to say of exceptions.
// REQUIRES: "site" was opened with PagesOf(line, inputs)
Report LintInputs(const CommandLine& line, Inputs inputs, const Site& site);

// Reads all of a file, or of standard input for "-".
Result<std::string> ReadTextFrom(const std::string& path);

// Reads a file, unless it is over --max-file-size.
Result<std::shared_ptr<const SourceFile>> ReadInput(const CommandLine& line,
                                                    const std::string& path);

// Reads standard input to its end.
Result<std::shared_ptr<const SourceFile>> ReadStandardInput(
    const CommandLine& line);

}  // namespace medlint

#endif  // LINTER_CLI_INPUTS_H_
