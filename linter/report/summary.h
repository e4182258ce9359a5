// SPDX-License-Identifier: Apache-2.0
//
// The words that reports share.

#ifndef LINTER_REPORT_SUMMARY_H_
#define LINTER_REPORT_SUMMARY_H_

#include <string>
#include <string_view>

#include "linter/base/error.h"
#include "linter/engine/report.h"
#include "linter/report/writer.h"

namespace medlint {

// Every report says this.
inline constexpr std::string_view kNotice =
    "A page without findings is not thereby compliant: medlint sees only what "
    "its rules describe, and it does not check facts.";

// What formats for programs call a file that could not be linted, where they
// want the name of a rule.
inline constexpr std::string_view kNotLinted = "medlint/not-linted";

// Returns what is wrong and the hint, "there is no such file (look elsewhere)",
// for formats that have a place of their own for where().
std::string HintedText(const Error& error);

// Returns "1 error", "2 errors".
std::string Counted(int count, std::string_view noun);

// How many findings are at or above "severity".
int CountFrom(const Report& report, Severity severity);

// Returns what follows from the report, a line each, which ends with a newline:
// "incomplete: 1 error kept medlint from linting what was asked", "failed: 2
// findings at or above error".
std::string VerdictText(const Report& report, const WriteOptions& options);

// Returns the last lines of a report: what was checked, what follows from it,
// with which rules, and kNotice.  Ends with a newline.
std::string SummaryText(const Report& report, const WriteOptions& options);

// Returns one line for each type that the page scores for, best first, and what
// it scored with; for --explain-type.
//   "type treatment 12.5 = title 6.0 (massage, reiki) + h2 3.0 (massage)"
std::string TypeScoreText(const FileReport& file);

// "12.5" for 125.
std::string TenthsText(int tenths);

}  // namespace medlint

#endif  // LINTER_REPORT_SUMMARY_H_
