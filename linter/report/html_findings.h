// SPDX-License-Identifier: Apache-2.0
//
// The findings of the html format: by file, then by rule, the worst first.
// Each rule says once what to do, why, and on whose word; each finding stands
// in the words of its article.

#ifndef LINTER_REPORT_HTML_FINDINGS_H_
#define LINTER_REPORT_HTML_FINDINGS_H_

#include <cstddef>
#include <string>

#include "linter/engine/report.h"
#include "linter/report/html_writer.h"
#include "linter/report/writer.h"

namespace medlint {

// The id of the section of the file at "index" in Report::files.
std::string HtmlFileId(std::size_t index);

// Whether the file at "index" has a section at all.
bool HasHtmlFile(const FileReport& file, const WriteOptions& options);

// Each writes a <section>; Suppressed writes none if there is nothing to say.
void WriteHtmlFindings(const Report& report, const WriteOptions& options,
                       HtmlWriter& html);
void WriteHtmlSuppressed(const Report& report, HtmlWriter& html);

}  // namespace medlint

#endif  // LINTER_REPORT_HTML_FINDINGS_H_
