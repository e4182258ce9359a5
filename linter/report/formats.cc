// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <span>
#include <string_view>

#include "linter/report/writer.h"

namespace medlint {

std::span<const Format> AllFormats() {
  static constexpr Format kFormats[] = {
      {.name = "checkstyle",
       .summary = "XML of Checkstyle, for services that read it",
       .write = WriteCheckstyle},
      {.name = "concise",
       .summary = "one line for each finding: path:line:column: severity[rule]",
       .write = WriteConcise},
      {.name = "full",
       .summary = "with the words at fault, and what to do about them",
       .write = WriteFull},
      {.name = "github",
       .summary = "annotations of GitHub Actions; appends a summary to "
                  "GITHUB_STEP_SUMMARY",
       .write = WriteGithub,
       .step_summary = WriteStepSummary},
      {.name = "gitlab",
       .summary = "Code Quality report of GitLab",
       .write = WriteGitlab},
      {.name = "grouped",
       .summary = "one line for each finding, by file",
       .write = WriteGrouped},
      {.name = "html",
       .summary = "one page for a browser: charts, filters, every finding in "
                  "its article's words",
       .write = WriteHtml},
      {.name = "json",
       .summary = "everything, for programs; see linter/report/json.cc",
       .write = WriteJson},
      {.name = "jsonl",
       .summary = "the findings of json, one a line, then a summary",
       .write = WriteJsonl},
      {.name = "junit",
       .summary = "XML of JUnit: a test for each file and rule",
       .write = WriteJunit},
      {.name = "markdown",
       .summary = "for comments on pull requests",
       .write = WriteMarkdown},
      {.name = "rdjson",
       .summary = "Reviewdog Diagnostic Format",
       .write = WriteRdjson},
      {.name = "sarif",
       .summary = "SARIF 2.1.0, for code scanning services",
       .write = WriteSarif},
  };
  return kFormats;
}

const Format* FindFormat(std::string_view name) {
  const auto formats = AllFormats();
  const auto it = std::ranges::find(formats, name, &Format::name);
  return it == formats.end() ? nullptr : &*it;
}

}  // namespace medlint
