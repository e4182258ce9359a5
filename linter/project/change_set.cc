// SPDX-License-Identifier: Apache-2.0

#include "linter/project/change_set.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/project/files.h"
#include "linter/project/path_limits.h"
#include "linter/project/unified_diff.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

// Relative to the top of the work tree.
using LinesOfFiles = std::map<std::string, LineRanges, std::less<>>;

Result<LinesOfFiles> ReadLines(const Result<std::string>& diff) {
  if (!diff) return diff.error();
  Result<std::vector<DiffedFile>> files =
      ParseUnifiedDiff(*diff, "the answer of `git diff`");
  if (!files) return std::move(files).error();
  LinesOfFiles lines;
  for (DiffedFile& file : *files)
    lines[file.path] = std::move(file.changed);
  return lines;
}

// Whether a walk that begins before "rest" would come to it; "" is named.
bool IsWalked(std::string_view rest) {
  for (std::size_t at = 0; at != std::string_view::npos;) {
    const std::size_t slash = rest.find('/', at);
    if (slash == std::string_view::npos) return true;
    if (rest[at] == '.' && !rest.substr(at).starts_with("../")) return false;
    at = slash + 1;
  }
  return true;
}

enum class OnDisk { kFile, kGone, kOther };

OnDisk KindOnDisk(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return OnDisk::kGone;
  return S_ISREG(status.st_mode) ? OnDisk::kFile : OnDisk::kOther;
}

// Collects the articles within a scope.
class Collector {
 public:
  explicit Collector(const ChangeScope& scope) : limits_(scope.within) {}

  // True if "path" is in the scope and an article by its name.
  bool Wants(const std::string& path) {
    const std::optional<std::string> rest = limits_.Within(path);
    return rest && IsWalked(*rest) && IsLintable(path);
  }

  void Add(const ChangedFile& file) { files_.try_emplace(file.path, file); }
  void Fail(Error error) { changes_.errors.push_back(std::move(error)); }
  void CountDiffering() { ++changes_.differing; }

  ChangeSet Take() && {
    for (auto& [path, file] : files_)
      changes_.files.push_back(std::move(file));
    std::ranges::move(limits_.Unmatched(), std::back_inserter(changes_.errors));
    return std::move(changes_);
  }

 private:
  PathLimits limits_;
  std::map<std::string, ChangedFile> files_;
  ChangeSet changes_;
};

// Adds the files of the work tree that are in "changes".
void AddFromWorkTree(const Git& git, const std::vector<GitChange>& changes,
                     const LinesOfFiles& lines, Collector& collector) {
  for (const GitChange& change : changes) {
    const std::string path = git.FromHere(change.path);
    if (!collector.Wants(path) || KindOnDisk(path) != OnDisk::kFile) continue;
    const auto changed = lines.find(change.path);
    collector.Add(
        {.path = path,
         .blob = "",
         .changed = changed == lines.end() ? LineRanges() : changed->second});
  }
}

// A diff may come from anybody; it must not make medlint show other files, be
// it by "..", or through a link to a folder.
bool LeadsOutside(const std::string& path) {
  std::error_code failure;
  const fs::path folder = fs::current_path(failure);
  if (failure) return true;
  const fs::path resolved = fs::weakly_canonical(folder / path, failure);
  if (failure) return true;
  const fs::path inside = resolved.lexically_relative(folder);
  return inside.empty() || *inside.begin() == "..";
}

void AddDiffed(DiffedFile file, std::string_view name, Collector& collector) {
  const std::string where = std::string(name) + ":" + std::to_string(file.line);
  if (!collector.Wants(file.path)) return;
  const OnDisk kind = KindOnDisk(file.path);
  if (kind == OnDisk::kOther) return;
  if (LeadsOutside(file.path)) {
    collector.Fail(Error(Error::Code::kInvalidArgument, where,
                         Quoted(file.path) + " is outside the working folder")
                       .WithHint("run medlint in the folder that the diff was "
                                 "made in"));
    return;
  }
  if (kind == OnDisk::kGone) {
    collector.Fail(
        Error(Error::Code::kNotFound, where,
              "there is no `" + file.path + "`, which the diff names")
            .WithHint("its paths are taken from the working folder; those of "
                      "`git diff` begin at the top of the repository"));
    return;
  }
  collector.Add({.path = std::move(file.path),
                 .blob = "",
                 .changed = std::move(file.changed)});
}

}  // namespace

Result<ChangeSet> StagedChanges(const Git& git, const ChangeScope& scope) {
  const Result<std::string> base = git.LastCommitOrEmpty();
  if (!base) return base.error();
  const Result<std::vector<GitChange>> staged = git.StagedSince(*base);
  if (!staged) return staged.error();
  const Result<std::vector<GitChange>> unstaged = git.Unstaged();
  if (!unstaged) return unstaged.error();
  Result<LinesOfFiles> lines = LinesOfFiles();
  if (scope.lines) lines = ReadLines(git.StagedDiff(*base));
  if (!lines) return lines.error();

  std::set<std::string> differing;
  for (const GitChange& change : *unstaged)
    differing.insert(change.path);
  Collector collector(scope);
  for (const GitChange& change : *staged) {
    const std::string path = git.FromHere(change.path);
    if (!collector.Wants(path)) continue;
    if (change.status == 'U') {
      collector.Fail(Error(Error::Code::kUnreadable, path,
                           "has a conflict, so it is not in the index as one "
                           "file")
                         .WithHint("solve it and `git add` the file"));
    } else if (change.IsRegularFile()) {
      collector.Add({.path = path,
                     .blob = change.blob,
                     .changed = std::move((*lines)[change.path])});
      if (differing.contains(change.path)) collector.CountDiffering();
    }
  }
  return std::move(collector).Take();
}

Result<ChangeSet> ChangesSince(const Git& git, const std::string& revision,
                               const ChangeScope& scope) {
  const Result<std::string> base = git.MergeBase(revision);
  if (!base) return base.error();
  const Result<std::vector<GitChange>> changed = git.ChangedSince(*base);
  if (!changed) return changed.error();
  const Result<std::vector<GitChange>> staged = git.StagedSince(*base);
  if (!staged) return staged.error();
  const Result<std::vector<std::string>> untracked =
      git.Untracked(!scope.honour_gitignore);
  if (!untracked) return untracked.error();
  Result<LinesOfFiles> lines = LinesOfFiles();
  if (scope.lines) lines = ReadLines(git.ChangedDiff(*base));
  if (!lines) return lines.error();

  Collector collector(scope);
  // First, because git may call them deleted too: from the index, not the work
  // tree.
  for (const std::string& each : *untracked) {
    const std::string path = git.FromHere(each);
    if (!collector.Wants(path) || KindOnDisk(path) != OnDisk::kFile) continue;
    collector.Add({.path = path, .blob = "", .changed = {kEveryLine}});
  }
  AddFromWorkTree(git, *changed, *lines, collector);
  AddFromWorkTree(git, *staged, *lines, collector);
  return std::move(collector).Take();
}

Result<ChangeSet> ChangesOfDiff(std::string_view diff, std::string_view name,
                                const ChangeScope& scope) {
  Result<std::vector<DiffedFile>> files = ParseUnifiedDiff(diff, name);
  if (!files) return std::move(files).error();
  Collector collector(scope);
  for (DiffedFile& file : *files)
    AddDiffed(std::move(file), name, collector);
  return std::move(collector).Take();
}

}  // namespace medlint
