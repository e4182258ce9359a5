// SPDX-License-Identifier: Apache-2.0
//
// rdjson, the Reviewdog Diagnostic Format
// (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf): one
// DiagnosticResult.
//
// Only keys of its first version are used, for older reviewdogs.  Suppressed
// findings have no place here; a file that could not be linted is a diagnostic
// without a range.  Safe fixes are suggestions.
//
// Columns are bytes of the text as UTF-8, from 1, and the end is exclusive,
// because that is what the format says they are; every other format here has
// code points.  reviewdog drops what is outside a diff, a missing section too,
// unless it runs with -filter-mode=file or nofilter.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "linter/engine/fixer.h"
#include "linter/report/json_writer.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

std::string_view RdjsonSeverity(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "ERROR";
    case Severity::kWarning:
      return "WARNING";
    case Severity::kInfo:
      return "INFO";
  }
  return "UNKNOWN_SEVERITY";
}

void WritePosition(std::string_view key, Offset offset, int line,
                   const Locator& places, JsonWriter& json) {
  json.BeginObjectMember(key);
  json.Member("line", line);
  json.Member("column",
              std::int64_t{offset} - places.lines().LineBegin(line) + 1);
  json.EndObject();
}

void WriteCode(std::string_view code, JsonWriter& json) {
  json.BeginObjectMember("code");
  json.Member("value", code);
  json.EndObject();
}

void WriteRange(CleanSpan where, const Locator& places, JsonWriter& json) {
  const Location at = places.Locate(where);
  json.BeginObjectMember("range");
  WritePosition("start", where.begin, at.start.line, places, json);
  WritePosition("end", where.end, at.end.line, places, json);
  json.EndObject();
}

// A suggestion is one range, and another one is an alternative to it; so a fix
// of several edits is written as one, with what stands between them.
void WriteSuggestions(const Finding& finding, const Locator& places,
                      JsonWriter& json) {
  const Fix* const fix = FixFor(finding, FixScope::kSafe);
  if (fix == nullptr) return;
  const CleanSpan whole = {fix->edits.front().where.begin,
                           fix->edits.back().where.end};
  std::string text;
  CleanSpan done = {whole.begin, whole.begin};
  for (const Edit& edit : fix->edits) {
    text += places.Slice({done.end, edit.where.begin});
    text += edit.replacement;
    done.end = edit.where.end;
  }
  json.BeginArrayMember("suggestions");
  json.BeginObject();
  WriteRange(whole, places, json);
  json.Member("text", text);
  json.EndObject();
  json.EndArray();
}

void WriteFinding(std::string_view path, const Finding& finding,
                  const Locator& places, JsonWriter& json) {
  json.BeginObject();
  json.Member("message", finding.message);
  json.BeginObjectMember("location");
  json.Member("path", path);
  WriteRange(finding.where, places, json);
  json.EndObject();
  json.Member("severity", RdjsonSeverity(finding.severity));
  WriteCode(finding.rule->id, json);
  WriteSuggestions(finding, places, json);
  json.EndObject();
}

void WriteRdjsonError(const Error& error, JsonWriter& json) {
  json.BeginObject();
  json.Member("message", HintedText(error));
  json.BeginObjectMember("location");
  json.Member("path", error.where());
  json.EndObject();
  json.Member("severity", RdjsonSeverity(Severity::kError));
  WriteCode(kNotLinted, json);
  json.EndObject();
}

}  // namespace

std::string WriteRdjson(const Report& report, const WriteOptions& /*options*/) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.BeginObject();
  json.BeginObjectMember("source");
  json.Member("name", kToolName);
  json.EndObject();
  json.BeginArrayMember("diagnostics");
  for (const FileReport& file : report.files) {
    if (file.findings.empty()) continue;
    const Locator places(*file.source);
    for (const Finding& finding : file.findings)
      WriteFinding(file.source->name(), finding, places, json);
  }
  for (const Error& error : report.errors)
    WriteRdjsonError(error, json);
  json.EndArray();
  json.EndObject();
  return std::move(json).Finish();
}

}  // namespace medlint
