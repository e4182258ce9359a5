// SPDX-License-Identifier: Apache-2.0
//
// Turns a Report into bytes, one function per format, one file per function.
//
// All are pure functions of the report and its options: no clock, no terminal,
// no environment.  Every report for people ends by saying that a page without
// findings is not thereby compliant.

#ifndef LINTER_REPORT_WRITER_H_
#define LINTER_REPORT_WRITER_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/engine/report.h"

namespace medlint {

struct WriteOptions {
  bool color = false;    // ANSI colours, for terminals
  int max_per_rule = 5;  // the formats for people (full, concise, grouped,
                         // html, markdown) fold more findings of one rule in
                         // one file into a count; 0: never
  // For the summary line; nothing: findings never fail.
  std::optional<Severity> fail_on = Severity::kError;
  // Something that --strict does not let pass fails the run.
  bool untidy = false;
  bool explain_type = false;  // add the score table of each page
  // full, concise and grouped list what is suppressed too, and markdown what is
  // in the baseline.  The formats for programs that have a place for it always
  // do.
  bool show_suppressed = false;
};

struct Format {
  std::string_view name;     // "full"
  std::string_view summary;  // for --help
  std::string (*write)(const Report& report, const WriteOptions& options);
  // What to append to the file that GITHUB_STEP_SUMMARY names; null: nothing.
  std::string (*step_summary)(const Report& report,
                              const WriteOptions& options) = nullptr;
};

// In alphabetical order.
std::span<const Format> AllFormats();
const Format* FindFormat(std::string_view name);

std::string WriteCheckstyle(const Report& report, const WriteOptions& options);
std::string WriteConcise(const Report& report, const WriteOptions& options);
std::string WriteFull(const Report& report, const WriteOptions& options);
std::string WriteGithub(const Report& report, const WriteOptions& options);
std::string WriteGitlab(const Report& report, const WriteOptions& options);
std::string WriteGrouped(const Report& report, const WriteOptions& options);
std::string WriteHtml(const Report& report, const WriteOptions& options);
std::string WriteJson(const Report& report, const WriteOptions& options);
std::string WriteJsonl(const Report& report, const WriteOptions& options);
std::string WriteJunit(const Report& report, const WriteOptions& options);
std::string WriteMarkdown(const Report& report, const WriteOptions& options);
std::string WriteRdjson(const Report& report, const WriteOptions& options);
std::string WriteSarif(const Report& report, const WriteOptions& options);

// Markdown for GITHUB_STEP_SUMMARY: every finding, as far as there is room.
std::string WriteStepSummary(const Report& report, const WriteOptions& options);

}  // namespace medlint

#endif  // LINTER_REPORT_WRITER_H_
