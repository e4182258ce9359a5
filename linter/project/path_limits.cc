// SPDX-License-Identifier: Apache-2.0

#include "linter/project/path_limits.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace medlint {
namespace {

namespace fs = std::filesystem;

// Without "." and "..", taken as they are written: what they lead to need not
// be on disk.
std::string Absolute(const std::string& folder, const std::string& path) {
  std::string text = (fs::path(folder) / path).lexically_normal().string();
  if (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

std::string WorkingFolder() {
  std::error_code ignored;
  return fs::current_path(ignored).string();
}

// An absolute path may go through links that the working folder does not.
std::string Resolved(const std::string& path) {
  if (!path.starts_with('/')) return path;
  std::error_code failure;
  const fs::path resolved = fs::weakly_canonical(path, failure);
  return failure ? path : resolved.string();
}

}  // namespace

PathLimits::PathLimits(std::span<const std::string> within)
    : folder_(WorkingFolder()) {
  for (const std::string& name : within) {
    limits_.push_back(
        {.name = name, .absolute = Absolute(folder_, Resolved(name))});
  }
}

std::optional<std::string> PathLimits::Within(const std::string& path) {
  if (limits_.empty()) return path;
  const std::string absolute = Absolute(folder_, path);
  std::optional<std::string> shortest;
  for (Limit& limit : limits_) {
    const std::string folder =
        limit.absolute.ends_with('/') ? limit.absolute : limit.absolute + "/";
    std::string rest;
    if (absolute.starts_with(folder)) {
      rest = absolute.substr(folder.size());
    } else if (absolute != limit.absolute) {
      continue;
    }
    limit.matched = true;
    if (!shortest || rest.size() < shortest->size()) shortest = std::move(rest);
  }
  return shortest;
}

std::vector<Error> PathLimits::Unmatched() const {
  std::vector<Error> errors;
  for (const Limit& limit : limits_) {
    std::error_code ignored;
    if (limit.matched || fs::exists(fs::symlink_status(limit.name, ignored))) {
      continue;
    }
    errors.emplace_back(Error::Code::kNotFound, limit.name,
                        "there is no such file or folder");
  }
  return errors;
}

}  // namespace medlint
