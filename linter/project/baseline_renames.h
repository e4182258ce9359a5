// SPDX-License-Identifier: Apache-2.0
//
// Findings in a baseline follow their pages when git renames those.

#ifndef LINTER_PROJECT_BASELINE_RENAMES_H_
#define LINTER_PROJECT_BASELINE_RENAMES_H_

#include <optional>
#include <string>
#include <vector>

#include "linter/engine/baseline.h"

namespace medlint {

// Returns the baseline with the present paths of pages that git has renamed
// since the commit that last changed "path", the file of the baseline (HEAD if
// none has; "since", if that is not ""), or nothing if no page of it was.  Asks
// git only if a page is gone; where there is no repository, nothing was
// renamed.
std::optional<Baseline> FollowRenames(const Baseline& baseline,
                                      const std::string& path,
                                      std::vector<std::string> environment,
                                      const std::string& since = "");

}  // namespace medlint

#endif  // LINTER_PROJECT_BASELINE_RENAMES_H_
