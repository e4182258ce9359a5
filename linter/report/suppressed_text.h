// SPDX-License-Identifier: Apache-2.0
//
// What is suppressed, for the formats for people (--show-suppressed).

#ifndef LINTER_REPORT_SUPPRESSED_TEXT_H_
#define LINTER_REPORT_SUPPRESSED_TEXT_H_

#include <string>

#include "linter/engine/report.h"
#include "linter/report/writer.h"

namespace medlint {

// One line for each, with its reason; "" unless "options" ask for it:
//
//   page.html:14:32: suppressed error[claims/cure] “cures” ... (quoted)
std::string SuppressedText(const FileReport& file, const WriteOptions& options);

// True if a format for people has anything to say of the file.
bool HasSomethingToShow(const FileReport& file, const WriteOptions& options);

}  // namespace medlint

#endif  // LINTER_REPORT_SUPPRESSED_TEXT_H_
