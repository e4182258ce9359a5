// SPDX-License-Identifier: Apache-2.0
//
// What git knows of the repository around the working folder.
//
// Every answer comes from the `git` program.  It gets the environment it is
// given, so that GIT_DIR, GIT_INDEX_FILE and GIT_WORK_TREE, as a hook has them,
// count; what the user has set for how differences look does not.  Names travel
// between NUL bytes and may be any bytes.  Nothing here takes a lock or writes
// to the repository.

#ifndef LINTER_PROJECT_GIT_H_
#define LINTER_PROJECT_GIT_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/project/program.h"

namespace medlint {

// One path that differs between two states of the repository.
struct GitChange {
  std::string path;  // relative to the top of the work tree
  char status = 0;   // Added, Modified, Deleted, Type changed, Unmerged
  int mode = 0;      // of the newer state: 0100644; 0 if it is not there
  std::string blob;  // object id of the newer state; zeros for the work tree

  // Neither a link nor a submodule.
  bool IsRegularFile() const { return (mode & 0170000) == 0100000; }
};

// One file of a commit.
struct GitFile {
  std::string path;  // from the top of the repository
  int mode = 0;      // 0100644
  std::string blob;  // object id

  bool IsRegularFile() const { return (mode & 0170000) == 0100000; }
};

struct GitRename {
  std::string from;
  std::string to;
};

class Git {
 public:
  // Finds the repository.  Fails if git is missing, does not trust the
  // repository, or there is none, or none with a work tree.
  static Result<Git> Open(std::vector<std::string> environment);

  // "path" is relative to the top of the work tree; the answer is the same
  // place as seen from the working folder: "../a.html".
  std::string FromHere(std::string_view path) const;

  // Returns the commit that "revision" names.
  Result<std::string> Commit(const std::string& revision) const;

  // Returns all files of a commit, links and submodules too.
  Result<std::vector<GitFile>> FilesOf(const std::string& commit) const;

  // Returns the commit where the history of "revision" and ours part.
  Result<std::string> MergeBase(const std::string& revision) const;

  // Returns the last commit that changed a path, which is given as seen from
  // the working folder, or "".
  Result<std::string> LastCommitOf(const std::string& path) const;

  // Returns HEAD, or before the first commit the empty tree.
  Result<std::string> LastCommitOrEmpty() const;

  // From "base" to the index, and from "base" to the work tree.  Renames are
  // the deletion of one path and the addition of another.
  Result<std::vector<GitChange>> StagedSince(const std::string& base) const;
  Result<std::vector<GitChange>> ChangedSince(const std::string& base) const;

  // From "base" to the work tree: what files were called and are called now,
  // relative to the top.  A new name counts once git follows it.
  Result<std::vector<GitRename>> RenamedSince(const std::string& base) const;

  // From the index to the work tree.
  Result<std::vector<GitChange>> Unstaged() const;

  // Paths in the work tree that git does not follow, relative to its top; an
  // entry that ends in "/" is another repository.
  Result<std::vector<std::string>> Untracked(bool ignored_too) const;

  // The same as StagedSince and ChangedSince, as unified diffs without context,
  // of articles only, and with renames: see unified_diff.h.
  Result<std::string> StagedDiff(const std::string& base) const;
  Result<std::string> ChangedDiff(const std::string& base) const;

  // Returns the absolute path of a hook, as core.hooksPath and work trees have
  // it.  There need be no such file.
  Result<std::string> HookPath(std::string_view hook) const;

  // Where core.hooksPath is set: "local", "worktree", "global", "system" or
  // "command"; "" if it is not.
  Result<std::string> ScopeOfHooksPath() const;

  // Starts `git cat-file --batch`.
  Result<AnsweringProgram> StartReadingBlobs() const;

 private:
  explicit Git(std::vector<std::string> environment);

  ProgramCall Call(std::vector<std::string> arguments) const;
  Result<ProgramOutput> Run(std::vector<std::string> arguments) const;
  // The standard output of a call that has to succeed.
  Result<std::string> Output(std::vector<std::string> arguments) const;
  // The same, of a call that answers with one line.
  Result<std::string> Line(std::vector<std::string> arguments) const;
  Result<std::vector<GitChange>> Changes(
      std::vector<std::string> arguments) const;

  std::vector<std::string> environment_;
  std::string prefix_;  // the working folder, from the top: "a/b/" or ""
  std::string top_;     // the way to the top: "../../", "" or "/srv/site/"
};

}  // namespace medlint

#endif  // LINTER_PROJECT_GIT_H_
