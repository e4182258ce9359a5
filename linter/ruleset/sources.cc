// SPDX-License-Identifier: Apache-2.0
//
// Rulesets from the disk.

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/ruleset/rule_set.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

void ReadOne(const fs::path& path, const std::string& group,
             UnsavedFile* unsaved, std::vector<RulesetSource>& sources,
             std::vector<Error>& errors) {
  if (unsaved != nullptr && unsaved->Is(path.string())) {
    sources.push_back(
        {.name = path.string(), .group = group, .bytes = unsaved->Read()});
    return;
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) {
    errors.emplace_back(
        Error::Code::kUnreadable, path.string(),
        std::string("cannot read the ruleset: ") + std::strerror(errno));
    return;
  }
  sources.push_back(
      {.name = path.string(), .group = group, .bytes = std::move(bytes)});
}

}  // namespace

std::vector<RulesetSource> ReadRulesets(const std::string& path,
                                        std::vector<Error>& errors,
                                        UnsavedFile* unsaved) {
  std::vector<RulesetSource> sources;
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  const bool is_new = !fs::exists(status);
  if (is_new && (unsaved == nullptr || !unsaved->Is(path))) {
    errors.push_back(Error(Error::Code::kNotFound, path, "no such ruleset")
                         .WithHint("--ruleset takes a .toml file or a folder "
                                   "of them"));
    return sources;
  }
  if (!fs::is_directory(status)) {
    ReadOne(path, path, unsaved, sources, errors);
    return sources;
  }
  std::vector<fs::path> files;
  auto walk = fs::recursive_directory_iterator(path, failure);
  for (; !failure && walk != fs::recursive_directory_iterator();
       walk.increment(failure)) {
    if (walk->path().extension() == ".toml" && walk->is_regular_file(failure)) {
      files.push_back(walk->path());
    }
  }
  if (failure) {
    errors.emplace_back(Error::Code::kUnreadable, path, failure.message());
  }
  std::ranges::sort(files);
  for (const fs::path& file : files)
    ReadOne(file, path, unsaved, sources, errors);
  if (files.empty() && !failure) {
    errors.emplace_back(Error::Code::kNotFound, path,
                        "there is no .toml file in this folder");
  }
  return sources;
}

}  // namespace medlint
