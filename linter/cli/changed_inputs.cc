// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/changed_inputs.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/console.h"
#include "linter/project/change_set.h"
#include "linter/project/files.h"
#include "linter/project/git.h"
#include "linter/report/summary.h"

namespace medlint {
namespace {

// What is wrong with the flags together.
std::optional<Error> Contradiction(const CommandLine& line) {
  std::vector<std::string_view> sources;
  if (line.staged) sources.emplace_back("--staged");
  if (!line.changed_since.empty()) sources.emplace_back("--changed-since");
  if (!line.diff_from.empty()) sources.emplace_back("--diff-from");
  if (sources.empty()) {
    return UsageError("--changed-lines",
                      "only has a meaning with --staged, --changed-since or "
                      "--diff-from");
  }
  if (sources.size() > 1) {
    return UsageError(sources[1],
                      "cannot be together with " + std::string(sources[0]));
  }
  if (std::ranges::count(line.operands, "-") > 0 || line.stdin_filename) {
    return UsageError(sources[0],
                      "cannot be together with a page on standard input");
  }
  if (line.diff_from == "-" && line.files_from == "-") {
    return UsageError("--diff-from",
                      "standard input cannot be both list and diff");
  }
  return std::nullopt;
}

Result<ChangeSet> ChangesOfDiffFile(const CommandLine& line,
                                    const ChangeScope& scope) {
  const Result<std::string> diff = ReadTextFrom(line.diff_from);
  if (!diff) return diff.error();
  return ChangesOfDiff(
      *diff, line.diff_from == "-" ? "<stdin>" : line.diff_from, scope);
}

Result<ChangeSet> FindChanges(const CommandLine& line, const Git* git,
                              const ChangeScope& scope) {
  if (git == nullptr) return ChangesOfDiffFile(line, scope);
  return line.staged ? StagedChanges(*git, scope)
                     : ChangesSince(*git, line.changed_since, scope);
}

// "no .html file is staged"
std::string NothingText(const CommandLine& line, bool limited) {
  std::string text = "no article to lint: no .html, .htm, .xhtml or .txt file ";
  if (limited) text += "of the paths given ";
  if (line.staged) return text + "is staged";
  if (!line.diff_from.empty()) return text + "is in the diff";
  return text + "has changed since `" + line.changed_since + "`";
}

std::string ReadingText(const CommandLine& line, const ChangeSet& changes) {
  const int count = static_cast<int>(changes.files.size());
  if (line.staged) {
    return Counted(count, "staged file") + " read from the index, " +
           std::to_string(changes.differing) +
           " of them not as in the work "
           "tree";
  }
  return Counted(count, "changed file") + " read from the work tree";
}

}  // namespace

bool AsksForChanges(const CommandLine& line) {
  return line.staged || line.changed_lines || !line.changed_since.empty() ||
         !line.diff_from.empty();
}

std::optional<Inputs> CollectChangedInputs(const CommandLine& line) {
  const auto fail = [](const Error& error) {
    Complain(error);
    return std::nullopt;
  };
  const std::optional<Error> contradiction = Contradiction(line);
  if (contradiction) return fail(*contradiction);
  std::optional<std::vector<std::string>> within = CollectPaths(line);
  if (!within) return std::nullopt;
  const bool limited = !within->empty();
  if (!limited && !line.files_from.empty()) {
    return fail(UsageError("--files-from", "the list of files is empty"));
  }
  const ChangeScope scope{.within = *std::move(within),
                          .lines = line.changed_lines,
                          .honour_gitignore = !line.no_gitignore};
  std::optional<Git> git;
  if (line.diff_from.empty()) {
    Result<Git> opened = Git::Open(EnvironmentVariables());
    if (!opened) return fail(opened.error());
    git = *std::move(opened);
  }
  Result<ChangeSet> changes = FindChanges(line, git ? &*git : nullptr, scope);
  if (!changes) return fail(changes.error());
  if (!changes->files.empty()) {
    Tell(ReadingText(line, *changes));
  } else if (changes->errors.empty()) {
    Tell(NothingText(line, limited));
  }

  Inputs inputs;
  inputs.errors = std::move(changes->errors);
  if (line.changed_lines) inputs.changed.emplace();
  for (ChangedFile& file : changes->files) {
    if (inputs.changed) (*inputs.changed)[file.path] = std::move(file.changed);
    if (line.staged) inputs.blobs.push_back(std::move(file.blob));
    inputs.paths.push_back(std::move(file.path));
  }
  if (!inputs.blobs.empty()) {
    Result<std::unique_ptr<IndexBlobs>> index = IndexBlobs::Open(*git);
    if (!index) return fail(index.error());
    inputs.index = *std::move(index);
  }
  return inputs;
}

Result<std::shared_ptr<const SourceFile>> ReadStagedInput(
    const CommandLine& line, const Inputs& inputs, std::size_t i) {
  const std::string& path = inputs.paths[i];
  Result<std::string> bytes =
      inputs.index->Read(inputs.blobs[i], path, line.max_file_size);
  if (!bytes) return std::move(bytes).error();
  return SourceFile::FromBytes(
      path, *std::move(bytes),
      {.format = FormatOf(path), .encoding = line.encoding});
}

void KeepChangedLines(const std::map<std::string, LineRanges>& changed,
                      Report& report) {
  int left_out = 0;
  for (FileReport& file : report.files)
    left_out += KeepChangedLines(changed.at(file.source->name()), file);
  if (left_out > 0) {
    Tell(Counted(left_out, "finding") +
         " left out, on lines that have not changed");
  }
}

}  // namespace medlint
