// SPDX-License-Identifier: Apache-2.0

#include "linter/project/baseline_renames.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/project/baseline_file.h"
#include "linter/project/git.h"

namespace medlint {
namespace {

std::set<std::string_view> GonePages(const Baseline& baseline,
                                     const BaselinePaths& paths) {
  std::set<std::string_view> gone;
  std::string_view last;
  for (const BaselineEntry& entry : baseline.entries()) {
    if (entry.path == last) continue;
    last = entry.path;
    if (!paths.Exists(last)) gone.insert(last);
  }
  return gone;
}

// By the path in the baseline: what the page is called now.
std::map<std::string, std::string> RenamesOf(const std::string& path,
                                             BaselinePaths& paths,
                                             const Git& git,
                                             const std::string& since) {
  std::map<std::string, std::string> renames;
  const Result<std::string> commit =
      since.empty() ? git.LastCommitOf(path) : Result<std::string>(since);
  const auto found = git.RenamedSince(
      commit && !commit->empty() ? *commit : std::string("HEAD"));
  if (!found) return renames;
  for (const GitRename& each : *found) {
    renames.emplace(paths.Of(git.FromHere(each.from)),
                    paths.Of(git.FromHere(each.to)));
  }
  return renames;
}

}  // namespace

std::optional<Baseline> FollowRenames(const Baseline& baseline,
                                      const std::string& path,
                                      std::vector<std::string> environment,
                                      const std::string& since) {
  BaselinePaths paths(path);
  const std::set<std::string_view> gone = GonePages(baseline, paths);
  if (gone.empty()) return std::nullopt;
  const Result<Git> git = Git::Open(std::move(environment));
  if (!git) return std::nullopt;
  const auto renames = RenamesOf(path, paths, *git, since);
  bool renamed = false;
  std::vector<BaselineEntry> entries(baseline.entries().begin(),
                                     baseline.entries().end());
  for (BaselineEntry& entry : entries) {
    const auto rename = renames.find(entry.path);
    if (rename == renames.end() || !gone.contains(entry.path)) continue;
    entry.path = rename->second;
    renamed = true;
  }
  if (!renamed) return std::nullopt;
  return Baseline(std::move(entries));
}

}  // namespace medlint
