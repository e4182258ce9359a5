// SPDX-License-Identifier: Apache-2.0
//
// Writes unified diffs (https://www.gnu.org/software/diffutils/manual/
// html_node/Detailed-Unified.html), by GNU diff.

#ifndef LINTER_PROJECT_PATCH_H_
#define LINTER_PROJECT_PATCH_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"

namespace medlint {

// Returns what makes "after" of "before" for "patch -p1" and "git apply", in
// the folder that "path" is relative to.  Works on bytes: line ends, a missing
// last one and encodings stay what they are.  "environment" is for diff.
// REQUIRES: before != after
Result<std::string> MakePatch(const std::string& path, std::string_view before,
                              std::string_view after,
                              std::vector<std::string> environment);

}  // namespace medlint

#endif  // LINTER_PROJECT_PATCH_H_
