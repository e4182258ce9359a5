// SPDX-License-Identifier: Apache-2.0
//
// GitHub's workflow commands, which become annotations of a pull request:
//
//   ::error file=a.html,line=2,col=5,endLine=2,endColumn=9,title=claims/cure::…
//
// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)
//
// GitHub drops what is over ten annotations of a level in a step, without a
// word.  So the worst come first, no more than ten of a level are written, and
// a last notice says how many were left out; the step summary lists them.
// 30 of a step are below the 50 that a job may have.
//
// GitHub does not say what it counts in a column; ours are code points from 1,
// the end exclusive.  It refuses columns if the lines differ, so then there are
// none.  It matches paths with those of the repository, which have no "./".
// Suppressed findings have no place here; files that could not be linted are
// errors, and come before all else.

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/report/file_uri.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr int kMostOfLevel = 10;

struct Annotation {
  Severity severity = Severity::kError;
  std::string properties;  // "file=...,line=..."
  std::string message;
};

// As the runner decodes it: see command.ts of actions/toolkit.
std::string Escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      case ':':
        out += is_property ? "%3A" : ":";
        break;
      case ',':
        out += is_property ? "%2C" : ",";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

std::string_view CommandOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "notice";
  }
  return "notice";
}

std::string CommandText(Severity severity, std::string_view properties,
                        std::string_view message) {
  return "::" + std::string(CommandOf(severity)) + " " +
         std::string(properties) + "::" + Escaped(message, false) + "\n";
}

Annotation AnnotationOf(std::string_view path, const Finding& finding,
                        const Locator& places) {
  const Location at = places.Locate(finding.where);
  const bool one_line = at.start.line == at.end.line;
  std::string text = "file=" + Escaped(WithoutDotSlash(path), true) +
                     ",line=" + std::to_string(at.start.line);
  if (one_line) text += ",col=" + std::to_string(at.start.column);
  text += ",endLine=" + std::to_string(at.end.line);
  if (one_line) text += ",endColumn=" + std::to_string(at.end.column);
  text += ",title=" + Escaped(finding.rule->id, true);
  // The message is also shown in a log that heeds escape sequences.
  std::string message = VisibleLine(finding.message);
  if (!finding.rule->help.empty()) {
    message += "\nhelp: " + VisibleLine(finding.rule->help);
  }
  return {.severity = finding.severity,
          .properties = std::move(text),
          .message = std::move(message)};
}

std::vector<Annotation> SortedAnnotations(const Report& report) {
  std::vector<Annotation> annotations;
  for (const Error& error : report.errors) {
    annotations.push_back(
        {.severity = Severity::kError,
         .properties = "title=" + Escaped(kToolName, true),
         .message = VisibleLine(error.where() + ": " + HintedText(error))});
  }
  for (const FileReport& file : report.files) {
    if (file.findings.empty()) continue;
    const Locator places(*file.source);
    for (const Finding& finding : file.findings) {
      annotations.push_back(AnnotationOf(file.source->name(), finding, places));
    }
  }
  // Stable, so that the order of place stays within a severity.
  std::ranges::stable_sort(annotations, std::ranges::greater(),
                           &Annotation::severity);
  return annotations;
}

}  // namespace

std::string WriteGithub(const Report& report, const WriteOptions& options) {
  const std::vector<Annotation> annotations = SortedAnnotations(report);
  std::array<int, 3> counts{};  // by severity
  for (const Annotation& each : annotations)
    ++counts[static_cast<std::size_t>(each.severity)];
  std::array<int, 3> room{kMostOfLevel, kMostOfLevel, kMostOfLevel};
  const bool cut = std::ranges::any_of(
      counts, [](int count) { return count > kMostOfLevel; });
  if (cut) --room[0];  // for the notice that says so

  std::string out;
  int left_out = 0;
  for (const Annotation& each : annotations) {
    if (room[static_cast<std::size_t>(each.severity)]-- > 0) {
      out += CommandText(each.severity, each.properties, each.message);
    } else {
      ++left_out;
    }
  }
  if (cut) {
    out += CommandText(
        Severity::kInfo, "title=" + std::string(kToolName),
        Counted(left_out, "annotation") +
            " left out: GitHub shows 10 errors, 10 warnings and 10 notices of "
            "a step. The step summary lists them; so does -f json.");
  }
  return out + SummaryText(report, options);
}

}  // namespace medlint
