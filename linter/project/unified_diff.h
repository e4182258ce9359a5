// SPDX-License-Identifier: Apache-2.0
//
// Reads unified diffs: those of git, of GNU diff, and what mail and CI make of
// them (https://git-scm.com/docs/diff-generate-patch,
// https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html).
//
// Understood are a/ and b/ and git's other prefixes, names in quotation marks,
// times after names, renames and copies without a change, /dev/null, "\ No
// newline at end of file", CR LF, empty lines that have lost their space, and
// text around the diffs.

#ifndef LINTER_PROJECT_UNIFIED_DIFF_H_
#define LINTER_PROJECT_UNIFIED_DIFF_H_

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/project/changed_lines.h"

namespace medlint {

struct DiffedFile {
  std::string path;  // of the newer side
  int line = 1;      // of the diff, where it is named

  // Of the newer side.  Where lines were only taken out, the two that now meet
  // count as changed: they may say something new together.
  LineRanges changed;
};

// Returns the files that the newer side of "text" has, sorted by path, each
// once.  "name" is what to call the diff in an error.  Fails, with the line, if
// a hunk has fewer or more lines than it says, has no file, or is of a merge
// (@@@), if a name is malformed, and if there is text but no diff.
Result<std::vector<DiffedFile>> ParseUnifiedDiff(std::string_view text,
                                                 std::string_view name);

}  // namespace medlint

#endif  // LINTER_PROJECT_UNIFIED_DIFF_H_
