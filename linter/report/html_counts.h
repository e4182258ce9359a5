// SPDX-License-Identifier: Apache-2.0
//
// Findings, counted and drawn: what the html format says above the findings.

#ifndef LINTER_REPORT_HTML_COUNTS_H_
#define LINTER_REPORT_HTML_COUNTS_H_

#include <array>
#include <span>
#include <string>

#include "linter/engine/report.h"
#include "linter/report/html_writer.h"
#include "linter/rule/finding.h"

namespace medlint {

struct SeverityCounts {
  // Most severe first, so that greater means worse.
  std::array<int, 3> counts = {};

  void Add(Severity severity);
  int Total() const { return counts[0] + counts[1] + counts[2]; }
  // "2 errors, 1 warning"; "no findings"
  std::string ToText() const;

  friend auto operator<=>(const SeverityCounts&,
                          const SeverityCounts&) = default;
};

SeverityCounts CountFindings(std::span<const Finding> findings);

// "Error", on its colour.
void WriteSeverityBadge(Severity severity, HtmlWriter& html);

// Writes a <section>: tables by severity, category and file, the worst first,
// with a bar in each row.  The bars repeat the numbers beside them, so those
// who do not see the bars miss nothing.
void WriteHtmlSummary(const Report& report, HtmlWriter& html);

// Writes the form that filters the findings.  It is hidden until the script
// shows it: without one there is nothing that it could do.
void WriteHtmlFilters(const Report& report, HtmlWriter& html);

}  // namespace medlint

#endif  // LINTER_REPORT_HTML_COUNTS_H_
