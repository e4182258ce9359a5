// SPDX-License-Identifier: Apache-2.0
//
// A baseline as a file, ".medlint-baseline.toml":
//
//   version = 1
//   findings = [
//     ["articles/tea.html", "claims/cure", "0123456789abcdef"],
//   ]
//
// Sorted, one finding a line, and nothing that changes but with the findings,
// so that git merges what two people have changed ("merge=union" does it
// without asking).  In any order, and with doubles, it reads the same.
//
// Paths are relative to the folder of the file, with "/".  In them "%" and what
// is not UTF-8 are written as in a URI: "%25", "%E9".

#ifndef LINTER_PROJECT_BASELINE_FILE_H_
#define LINTER_PROJECT_BASELINE_FILE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/engine/baseline.h"

namespace medlint {

class RevisionFiles;

inline constexpr std::string_view kBaselineName = ".medlint-baseline.toml";

// Returns the nearest baseline from "folder" up to the root of its repository,
// relative to "folder" ("../.medlint-baseline.toml"), or "".  Without a
// repository only the folder itself counts: what lies further up may be
// anybody's.
// In "revision", if that is not null.
std::string FindBaseline(const std::string& folder,
                         const RevisionFiles* revision = nullptr);

// Nothing, after errors with file, line and column, if the file cannot be read
// or is no baseline.
std::optional<Baseline> ReadBaseline(const std::string& path,
                                     std::vector<Error>& errors,
                                     const RevisionFiles* revision = nullptr);

std::string FormatBaseline(const Baseline& baseline);

// Pages as a baseline calls them.
class BaselinePaths {
 public:
  // "baseline" is the path of the file, which need not exist.
  explicit BaselinePaths(const std::string& baseline);

  // Of a page, which is given relative to the working folder or absolute and
  // need not exist.  Links to folders are followed.
  std::string Of(const std::string& page);

  // True if the page that a baseline calls "path" is there.
  bool Exists(std::string_view path) const;

 private:
  std::string folder_;                          // absolute, links followed
  std::map<std::string, std::string> folders_;  // as given: as called here
};

}  // namespace medlint

#endif  // LINTER_PROJECT_BASELINE_FILE_H_
