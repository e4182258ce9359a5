// SPDX-License-Identifier: Apache-2.0
//
// Applies fixes to the bytes of a page, and lints again until nothing changes.
// For the command line and for editors; touches no file.

#ifndef LINTER_ENGINE_FIXER_H_
#define LINTER_ENGINE_FIXER_H_

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/engine/report.h"
#include "linter/rule/finding.h"
#include "linter/text/source_file.h"

namespace medlint {

enum class FixScope {
  kSafe,
  kAll,
};

// The best fix that "scope" allows, or null.
const Fix* FixFor(const Finding& finding, FixScope scope);

// A fix that is left out because of the encoding of the file.
struct UnwritableFix {
  const Finding* finding = nullptr;  // never null
  std::string reason;  // "“→” cannot be written in windows-1252"
};

// Of the fixes that FixFor gives those that cannot be written, in the order of
// the findings, which must outlive the result.
std::vector<UnwritableFix> UnwritableFixes(const FileReport& report,
                                           FixScope scope);

// How many findings, suppressed ones apart, have a fix that "scope" allows and
// the encoding can hold.
int CountFixable(const Report& report, FixScope scope);

// Edits that can be made at once.
struct FixPlan {
  std::vector<Edit> edits;  // by place, not overlapping
  int findings = 0;         // that they mend
};

// Takes the fixes of the findings in order of place.  Where two want to change
// the same bytes the first wins, unless they want the same; what would change
// the words of a suppressed finding is left alone, and a fix that the encoding
// cannot hold is left out.
FixPlan PlanFixes(const FileReport& report, FixScope scope);

// The file with "edits", in its own encoding and otherwise byte for byte the
// same.  What the encoding lacks becomes a character reference; in plain text
// that is an error, and so is an encoding that cannot be written in pieces.
// "options" are those that "source" was read with.
// REQUIRES: edits are by place and do not overlap
Result<std::string> ApplyEdits(const SourceFile& source,
                               std::span<const Edit> edits,
                               const SourceFile::Options& options);

using LintAgain =
    std::function<Result<FileReport>(std::shared_ptr<const SourceFile>)>;

struct FixedPage {
  FileReport report;  // of the page as it is now
  int fixed = 0;      // findings that fixes have mended
  // Why the fixes that there still were are not made.
  std::optional<Error> problem;
};

// Makes the fixes of "report", then those of what "lint" returns for the
// result, and so on until none is left but UnwritableFixes, at most 20 times.
FixedPage FixPage(FileReport report, FixScope scope,
                  const SourceFile::Options& options, const LintAgain& lint);

}  // namespace medlint

#endif  // LINTER_ENGINE_FIXER_H_
