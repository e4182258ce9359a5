// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/inputs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/console.h"
#include "linter/cli/flag_table.h"
#include "linter/project/files.h"

namespace medlint {
namespace {

constexpr std::string_view kStandardInput = "standard input";

// Reads what "descriptor" has, but not much more than "limit" bytes.
Result<std::string> ReadDescriptor(int descriptor, const std::string& where,
                                   std::uint64_t limit) {
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t size = read(descriptor, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) {
      return Error(Error::Code::kUnreadable, where,
                   std::string("cannot be read: ") + std::strerror(errno));
    }
    if (size == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(size));
    if (bytes.size() > limit) return FileTooLarge(where, limit);
  }
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::vector<std::string> SplitList(std::string_view text, char separator) {
  std::vector<std::string> paths;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) paths.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paths;
}

// A command that is misspelt ends up as a path that does not exist.
void HintAtCommand(const CommandLine& line, std::vector<Error>& errors) {
  if (line.operands.empty()) return;
  std::vector<std::string_view> names;
  for (const CommandRow& row : CommandTable())
    names.push_back(row.name);
  const std::string nearest = NearestName(line.operands.front(), names);
  for (Error& error : errors) {
    if (nearest.empty() || error.where() != line.operands.front()) continue;
    error = Error(error.code(), error.where(), error.what())
                .WithHint("did you mean the command `" + nearest + "`?");
  }
}

}  // namespace

Result<std::string> ReadTextFrom(const std::string& path) {
  static constexpr auto kNoLimit = std::numeric_limits<std::uint64_t>::max();
  if (path == "-") {
    return ReadDescriptor(STDIN_FILENO, std::string(kStandardInput), kNoLimit);
  }
  const std::unique_ptr<std::FILE, CloseFile> file(
      std::fopen(path.c_str(), "rb"));
  if (!file) {
    return Error(Error::Code::kNotFound, path,
                 std::string("cannot be read: ") + std::strerror(errno));
  }
  return ReadDescriptor(fileno(file.get()), path, kNoLimit);
}

std::optional<std::vector<std::string>> CollectPaths(const CommandLine& line) {
  std::vector<std::string> paths = line.operands;
  const bool standard_input = std::erase(paths, "-") > 0;
  if (!line.files_from.empty()) {
    if (line.files_from == "-" && standard_input) {
      Complain(UsageError("--files-from",
                          "standard input cannot be both list and page"));
      return std::nullopt;
    }
    const Result<std::string> list = ReadTextFrom(line.files_from);
    if (!list) {
      Complain(list.error());
      return std::nullopt;
    }
    std::ranges::move(SplitList(*list, line.null_separated ? '\0' : '\n'),
                      std::back_inserter(paths));
  } else if (line.null_separated) {
    Complain(UsageError("--null", "only has a meaning with --files-from"));
    return std::nullopt;
  }
  return paths;
}

std::optional<Inputs> CollectInputs(const CommandLine& line) {
  Inputs inputs;
  inputs.standard_input = std::ranges::count(line.operands, "-") > 0;
  if (line.stdin_filename && !inputs.standard_input) {
    Complain(UsageError("--stdin-filename",
                        "only has a meaning with `-`, standard input"));
    return std::nullopt;
  }
  const std::optional<std::vector<std::string>> paths = CollectPaths(line);
  if (!paths) return std::nullopt;
  FileSelection selection = SelectFiles(*paths, !line.no_gitignore);
  HintAtCommand(line, selection.errors);
  inputs.paths = std::move(selection.paths);
  inputs.errors = std::move(selection.errors);
  inputs.named = *paths;
  if (paths->empty() && !inputs.standard_input) {
    inputs.errors.push_back(
        UsageError("--files-from", "the list of files is empty"));
  }
  return inputs;
}

Result<std::shared_ptr<const SourceFile>> ReadInput(const CommandLine& line,
                                                    const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
      static_cast<std::uint64_t>(status.st_size) > line.max_file_size) {
    return FileTooLarge(path, line.max_file_size);
  }
  return SourceFile::Read(
      path, {.format = FormatOf(path), .encoding = line.encoding});
}

Result<std::shared_ptr<const SourceFile>> ReadStandardInput(
    const CommandLine& line) {
  const std::string name = line.stdin_filename.value_or("<stdin>");
  Result<std::string> bytes =
      ReadDescriptor(STDIN_FILENO, name, line.max_file_size);
  if (!bytes) return std::move(bytes).error();
  return SourceFile::FromBytes(
      name, *std::move(bytes),
      {.format = FormatOf(name), .encoding = line.encoding});
}

}  // namespace medlint
