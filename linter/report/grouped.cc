// SPDX-License-Identifier: Apache-2.0
//
// One line for each finding, under the name of its file:
//
//   page.html:
//     14:32  error[claims/cure] Unsupported cure claim: "cures"
//
// Columns are code points from 1; people read them.

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "linter/report/fold_repeats.h"
#include "linter/report/locator.h"
#include "linter/report/paint.h"
#include "linter/report/summary.h"
#include "linter/report/suppressed_text.h"
#include "linter/report/terminal_text.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

std::string FileText(const FileReport& file, const WriteOptions& options) {
  const Paint paint(options.color);
  const FoldedFindings folded =
      FoldRepeats(file.findings, options.max_per_rule);
  const Locator locator(*file.source);
  std::vector<std::string> places;
  std::size_t width = 0;
  for (const Finding* finding : folded.shown) {
    const Position start = locator.Locate(finding->where).start;
    places.push_back(std::to_string(start.line) + ":" +
                     std::to_string(start.column));
    width = std::max(width, places.back().size());
  }
  std::string text = paint.Strong(Visible(file.source->name()) + ":") + "\n";
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Finding& finding = *folded.shown[i];
    text += "  " + places[i] + std::string(width - places[i].size() + 2, ' ') +
            paint.Severe(finding.severity,
                         std::string(SeverityName(finding.severity)) + "[" +
                             finding.rule->id + "]") +
            " " + VisibleLine(finding.message) + "\n";
  }
  for (const FoldedFindings::Rest& rest : folded.rests) {
    text += "  " + RestText(rest) + "\n";
  }
  text += SuppressedText(file, options);
  if (options.explain_type) text += TypeScoreText(file);
  return text + "\n";
}

}  // namespace

std::string WriteGrouped(const Report& report, const WriteOptions& options) {
  std::string out;
  for (const FileReport& file : report.files) {
    if (!HasSomethingToShow(file, options)) continue;
    out += FileText(file, options);
  }
  return out + SummaryText(report, options);
}

}  // namespace medlint
