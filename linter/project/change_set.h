// SPDX-License-Identifier: Apache-2.0
//
// Which articles a change touches: what is staged, what is new since a
// revision, what a diff names.
//
// Articles are what a walk of the whole would take (see files.h): regular files
// of the right names outside hidden folders; no links, no submodules.

#ifndef LINTER_PROJECT_CHANGE_SET_H_
#define LINTER_PROJECT_CHANGE_SET_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/project/changed_lines.h"
#include "linter/project/git.h"

namespace medlint {

struct ChangedFile {
  std::string path;    // as seen from the working folder
  std::string blob;    // to be read from the index; "" for the work tree
  LineRanges changed;  // if they were asked for
};

struct ChangeSet {
  std::vector<ChangedFile> files;  // sorted by path, each once
  std::vector<Error> errors;       // paths that are not there, conflicts
  int differing = 0;  // of what is staged: how many the work tree has otherwise
};

struct ChangeScope {
  // Files and folders, as seen from the working folder; if any, the change is
  // limited to them.  A hidden folder that is named is no longer hidden.
  std::vector<std::string> within;
  bool lines = false;            // fill in ChangedFile::changed
  bool honour_gitignore = true;  // leave out new files that it hides
};

// What the next commit would add or change, to be read from the index.  Before
// the first commit, that is all of the index.  A path with a conflict is an
// error.
Result<ChangeSet> StagedChanges(const Git& git, const ChangeScope& scope);

// The files of the work tree that differ from the commit where "revision" and
// HEAD part, or are staged to differ; and those that git does not follow yet.
// Their content is that of the work tree; what is deleted there is left out.
Result<ChangeSet> ChangesSince(const Git& git, const std::string& revision,
                               const ChangeScope& scope);

// The files that a unified diff names (see unified_diff.h), by paths relative
// to the working folder.  "name" is what to call the diff in an error.  One
// that is not there, or that is outside the working folder, is an error.
Result<ChangeSet> ChangesOfDiff(std::string_view diff, std::string_view name,
                                const ChangeScope& scope);

}  // namespace medlint

#endif  // LINTER_PROJECT_CHANGE_SET_H_
