// SPDX-License-Identifier: Apache-2.0
//
// One line for each finding, in the form that editors and grep know:
//
//   page.html:14:32: error[claims/cure] Unsupported cure claim: "cures"

#include <string>

#include "linter/report/fold_repeats.h"
#include "linter/report/locator.h"
#include "linter/report/paint.h"
#include "linter/report/summary.h"
#include "linter/report/suppressed_text.h"
#include "linter/report/terminal_text.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {

std::string WriteConcise(const Report& report, const WriteOptions& options) {
  const Paint paint(options.color);
  std::string out;
  for (const FileReport& file : report.files) {
    if (!HasSomethingToShow(file, options)) continue;
    const std::string path = Visible(file.source->name());
    const FoldedFindings folded =
        FoldRepeats(file.findings, options.max_per_rule);
    const Locator locator(*file.source);
    for (const Finding* finding : folded.shown) {
      const Position start = locator.Locate(finding->where).start;
      out += path;
      out += ":" + std::to_string(start.line) + ":";
      out += std::to_string(start.column) + ": ";
      out += paint.Severe(finding->severity,
                          std::string(SeverityName(finding->severity)) + "[" +
                              finding->rule->id + "]");
      out += " ";
      out += VisibleLine(finding->message) + "\n";
    }
    for (const FoldedFindings::Rest& rest : folded.rests) {
      out += path + ": " + RestText(rest) + "\n";
    }
    out += SuppressedText(file, options);
    if (options.explain_type) {
      out += path + ":\n" + TypeScoreText(file);
    }
  }
  return out + SummaryText(report, options);
}

}  // namespace medlint
