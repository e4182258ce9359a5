// SPDX-License-Identifier: Apache-2.0
//
// JSON Lines (https://jsonlines.org): the contents of "medlint-report/1", see
// json.cc, as one object a line, for tools that read as they go.
//
// "record" says what a line is:
//
//   finding      a finding, with the keys it has in json
//   suppressed   the same, and "reason" and "suppressed_by"
//   error        something that could not be linted: "where", "message", "hint"
//   summary      always the last line: "schema", "notice", "tool", "as_of", and
//                how many files and findings there are; a report without it was
//                cut off
//
// Columns are code points from 1, the end exclusive; there are byte offsets
// too, for programs that count otherwise.

#include <string>
#include <utility>

#include "linter/report/finding_json.h"
#include "linter/report/json_writer.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

void WriteFile(const FileReport& file, std::string& out) {
  if (file.findings.empty() && file.suppressed.empty()) return;
  const std::string& path = file.source->name();
  const Locator places(*file.source);
  for (const Finding& finding : file.findings) {
    JsonWriter json(JsonWriter::Layout::kCompact);
    json.BeginObject();
    json.Member("record", "finding");
    WriteFindingMembers(path, finding, places, json);
    json.EndObject();
    out += std::move(json).Finish();
  }
  for (const SuppressedFinding& suppressed : file.suppressed) {
    JsonWriter json(JsonWriter::Layout::kCompact);
    json.BeginObject();
    json.Member("record", "suppressed");
    WriteFindingMembers(path, suppressed.finding, places, json);
    WriteSuppressionMembers(suppressed, json);
    json.EndObject();
    out += std::move(json).Finish();
  }
}

std::string ErrorLine(const Error& error) {
  JsonWriter json(JsonWriter::Layout::kCompact);
  json.BeginObject();
  json.Member("record", "error");
  WriteErrorMembers(error, json);
  json.EndObject();
  return std::move(json).Finish();
}

std::string SummaryLine(const Report& report) {
  JsonWriter json(JsonWriter::Layout::kCompact);
  json.BeginObject();
  json.Member("record", "summary");
  json.Member("schema", kReportSchema);
  json.Member("notice", kNotice);
  WriteToolMember(report, json);
  json.Member("as_of", report.as_of);
  WriteCountMembers(report, json);
  json.EndObject();
  return std::move(json).Finish();
}

}  // namespace

std::string WriteJsonl(const Report& report, const WriteOptions& /*options*/) {
  std::string out;
  for (const FileReport& file : report.files)
    WriteFile(file, out);
  for (const Error& error : report.errors)
    out += ErrorLine(error);
  return out + SummaryLine(report);
}

}  // namespace medlint
