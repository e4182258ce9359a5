// SPDX-License-Identifier: Apache-2.0

#include "linter/report/suppressed_text.h"

#include <string>

#include "linter/report/locator.h"
#include "linter/report/paint.h"
#include "linter/report/terminal_text.h"
#include "linter/rule/rule.h"

namespace medlint {

std::string SuppressedText(const FileReport& file,
                           const WriteOptions& options) {
  if (!options.show_suppressed || file.suppressed.empty()) return "";
  const Paint paint(options.color);
  const Locator locator(*file.source);
  const std::string path = Visible(file.source->name());
  std::string text;
  for (const SuppressedFinding& each : file.suppressed) {
    const Finding& finding = each.finding;
    const Position start = locator.Locate(finding.where).start;
    text +=
        path + ":" + std::to_string(start.line) + ":" +
        std::to_string(start.column) + ": " +
        paint.Faint("suppressed " +
                    std::string(SeverityName(finding.severity)) + "[" +
                    finding.rule->id + "]") +
        " " + VisibleLine(finding.message) + " (" +
        (each.reason.empty() ? "no reason given" : VisibleLine(each.reason)) +
        ")\n";
  }
  return text;
}

bool HasSomethingToShow(const FileReport& file, const WriteOptions& options) {
  return !file.findings.empty() || options.explain_type ||
         (options.show_suppressed && !file.suppressed.empty());
}

}  // namespace medlint
