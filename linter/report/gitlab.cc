// SPDX-License-Identifier: Apache-2.0
//
// GitLab's Code Quality report
// (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
//
// GitLab counts lines from 1 and has no columns.  It shows one finding for each
// fingerprint, so ours, which name a finding within a page, are mixed with the
// path; and it matches paths with those of the repository, which have no "./".
// Suppressed findings have no place here; a file that could not be linted is a
// finding at its line 1.

#include <string>
#include <string_view>
#include <utility>

#include "linter/base/digest.h"
#include "linter/report/file_uri.h"
#include "linter/report/json_writer.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

// GitLab's "critical" and "blocker" are left to those who know what is at
// stake.
std::string_view GitlabSeverity(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "major";
    case Severity::kWarning:
      return "minor";
    case Severity::kInfo:
      return "info";
  }
  return "info";
}

std::string FingerprintOf(std::string_view path, std::string_view within) {
  ShortHash hash;
  hash.Add(path);
  hash.Add(std::string_view("\0", 1));
  hash.Add(within);
  return hash.Hex();
}

struct Issue {
  std::string_view description;
  std::string_view check;
  std::string_view fingerprint;  // within the file
  Severity severity = Severity::kError;
  std::string_view path;
  int line = 1;
};

void WriteIssue(const Issue& issue, JsonWriter& json) {
  const std::string_view path = WithoutDotSlash(issue.path);
  json.BeginObject();
  json.Member("description", issue.description);
  json.Member("check_name", issue.check);
  json.Member("fingerprint", FingerprintOf(path, issue.fingerprint));
  json.Member("severity", GitlabSeverity(issue.severity));
  json.BeginObjectMember("location");
  json.Member("path", path);
  json.BeginObjectMember("lines");
  json.Member("begin", issue.line);
  json.EndObject();
  json.EndObject();
  json.EndObject();
}

}  // namespace

std::string WriteGitlab(const Report& report, const WriteOptions& /*options*/) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.BeginArray();
  for (const FileReport& file : report.files) {
    if (file.findings.empty()) continue;
    const Locator places(*file.source);
    for (const Finding& finding : file.findings) {
      WriteIssue({.description = finding.message,
                  .check = finding.rule->id,
                  .fingerprint = finding.fingerprint,
                  .severity = finding.severity,
                  .path = file.source->name(),
                  .line = places.Locate(finding.where).start.line},
                 json);
    }
  }
  for (const Error& error : report.errors) {
    const std::string text = HintedText(error);
    WriteIssue({.description = text,
                .check = kNotLinted,
                .fingerprint = error.what(),
                .severity = Severity::kError,
                .path = error.where(),
                .line = 1},
               json);
  }
  json.EndArray();
  return std::move(json).Finish();
}

}  // namespace medlint
