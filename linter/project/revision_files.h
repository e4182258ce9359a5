// SPDX-License-Identifier: Apache-2.0
//
// The files of one git revision, for --config-from: so that a change which is
// to be judged cannot bring its own configuration or baseline along.
//
// Paths are those of the work tree, absolute or from the working folder.  A
// link in the revision is not followed.

#ifndef LINTER_PROJECT_REVISION_FILES_H_
#define LINTER_PROJECT_REVISION_FILES_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/project/git.h"
#include "linter/project/index_blobs.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

class RevisionFiles {
 public:
  // Fails if there is no such revision, or no repository here.
  static Result<std::shared_ptr<const RevisionFiles>> Open(
      const std::string& revision, std::vector<std::string> environment);

  // As it was given: "origin/main".
  const std::string& revision() const { return revision_; }
  const std::string& commit() const { return commit_; }

  // As git and messages call a file: "origin/main:docs/medlint.toml".
  std::string NameOf(const std::string& path) const;

  bool Has(const std::string& path) const;       // a file
  bool IsFolder(const std::string& path) const;  // with files in it

  // Fails if it is not there, is a link, or lies outside of the repository.
  Result<std::string> Read(const std::string& path) const;

  // As ReadRulesets() does in the work tree.
  std::vector<RulesetSource> Rulesets(const std::string& path,
                                      std::vector<Error>& errors) const;

 private:
  RevisionFiles() = default;
  // From the top of the repository; "" if it is not below.
  std::string BelowTop(const std::string& path) const;

  std::string revision_;
  std::string commit_;
  std::string top_;                       // absolute
  std::map<std::string, GitFile> files_;  // by path from the top
  std::unique_ptr<IndexBlobs> blobs_;
};

// Where settings are read: the work tree, if "revision" is null.
Result<std::string> ReadSettings(const std::string& path,
                                 const RevisionFiles* revision);

}  // namespace medlint

#endif  // LINTER_PROJECT_REVISION_FILES_H_
