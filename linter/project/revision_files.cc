// SPDX-License-Identifier: Apache-2.0

#include "linter/project/revision_files.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/project/config.h"
#include "linter/project/file_bytes.h"

namespace medlint {
namespace {

// No configuration or ruleset is larger.
constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20U;

}  // namespace

Result<std::shared_ptr<const RevisionFiles>> RevisionFiles::Open(
    const std::string& revision, std::vector<std::string> environment) {
  const Result<Git> git = Git::Open(std::move(environment));
  if (!git) return git.error();
  Result<std::string> commit = git->Commit(revision);
  if (!commit) return std::move(commit).error();
  Result<std::vector<GitFile>> files = git->FilesOf(*commit);
  if (!files) return std::move(files).error();
  Result<std::unique_ptr<IndexBlobs>> blobs = IndexBlobs::Open(*git);
  if (!blobs) return std::move(blobs).error();
  const std::shared_ptr<RevisionFiles> opened(new RevisionFiles());
  opened->revision_ = revision;
  opened->commit_ = *std::move(commit);
  const std::string top = git->FromHere("");
  opened->top_ = AbsoluteFolder(top.empty() ? "." : top);
  for (GitFile& file : *files) {
    std::string path = file.path;
    opened->files_.emplace(std::move(path), std::move(file));
  }
  opened->blobs_ = *std::move(blobs);
  return std::shared_ptr<const RevisionFiles>(opened);
}

std::string RevisionFiles::BelowTop(const std::string& path) const {
  const std::string absolute = AbsolutePath(path);
  return std::string(PathBelow(top_, absolute));
}

std::string RevisionFiles::NameOf(const std::string& path) const {
  const std::string below = BelowTop(path);
  return revision_ + ":" + (below.empty() ? path : below);
}

bool RevisionFiles::Has(const std::string& path) const {
  return files_.contains(BelowTop(path));
}

bool RevisionFiles::IsFolder(const std::string& path) const {
  const std::string folder = BelowTop(AbsoluteFolder(path)) + "/";
  const auto first = files_.lower_bound(folder);
  return folder.size() > 1 && first != files_.end() &&
         first->first.starts_with(folder);
}

Result<std::string> RevisionFiles::Read(const std::string& path) const {
  const std::string below = BelowTop(path);
  if (below.empty()) {
    return Error(
        Error::Code::kNotFound, path,
        "lies outside of the repository, so that `" + revision_ + "` has none");
  }
  const auto found = files_.find(below);
  if (found == files_.end()) {
    return Error(Error::Code::kNotFound, NameOf(path),
                 "is not in that revision");
  }
  if (!found->second.IsRegularFile()) {
    return Error(Error::Code::kUnreadable, NameOf(path),
                 "is a link or a submodule, which is not followed");
  }
  return blobs_->Read(found->second.blob, NameOf(path), kMostBytes);
}

std::vector<RulesetSource> RevisionFiles::Rulesets(
    const std::string& path, std::vector<Error>& errors) const {
  std::vector<std::pair<std::string, std::string>> names;  // shown, to read
  if (IsFolder(path)) {
    const std::string folder = BelowTop(AbsoluteFolder(path)) + "/";
    for (auto at = files_.lower_bound(folder);
         at != files_.end() && at->first.starts_with(folder); ++at) {
      if (!at->first.ends_with(".toml") || !at->second.IsRegularFile()) {
        continue;
      }
      names.emplace_back(path + "/" + at->first.substr(folder.size()),
                         top_ + "/" + at->first);
    }
    if (names.empty()) {
      errors.emplace_back(Error::Code::kNotFound, NameOf(path),
                          "there is no .toml file in this folder");
    }
  } else {
    names.emplace_back(path, path);
  }
  std::vector<RulesetSource> sources;
  for (auto& [shown, file] : names) {
    Result<std::string> bytes = Read(file);
    if (!bytes) {
      errors.push_back(std::move(bytes).error());
      continue;
    }
    sources.push_back(
        {.name = std::move(shown), .group = path, .bytes = *std::move(bytes)});
  }
  return sources;
}

Result<std::string> ReadSettings(const std::string& path,
                                 const RevisionFiles* revision) {
  return revision == nullptr ? ReadFileBytes(path) : revision->Read(path);
}

}  // namespace medlint
