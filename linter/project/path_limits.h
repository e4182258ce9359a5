// SPDX-License-Identifier: Apache-2.0
//
// Tells whether a path is one of those named, or in a folder of those named.

#ifndef LINTER_PROJECT_PATH_LIMITS_H_
#define LINTER_PROJECT_PATH_LIMITS_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/error.h"

namespace medlint {

class PathLimits {
 public:
  // Paths as seen from the working folder, or absolute.  None: no limit.
  explicit PathLimits(std::span<const std::string> within);

  // Returns what follows the named folder in "path", "" of a path that is named
  // itself, all of it if there is no limit; nothing if it is outside.  Of
  // several answers the shortest.
  std::optional<std::string> Within(const std::string& path);

  // Names that are not on disk, and that no path was within.
  std::vector<Error> Unmatched() const;

 private:
  struct Limit {
    std::string name;      // as given
    std::string absolute;  // without "/" at its end, but for the root
    bool matched = false;
  };
  std::string folder_;  // the working folder
  std::vector<Limit> limits_;
};

}  // namespace medlint

#endif  // LINTER_PROJECT_PATH_LIMITS_H_
