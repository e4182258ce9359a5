// SPDX-License-Identifier: Apache-2.0
//
// "medlint-report/1": everything a run found, for programs.  Keys are only ever
// added; a change of meaning would change the number.
//
//   offset          byte of the file on disk, counted from 0
//   line, column    counted from 1; columns in code points of the text as UTF-8
//   end             exclusive
//   source          what stands in the file there, as UTF-8
//   text            what a reader sees there; "" if the place is markup
//   page            "article", "hub", "policy", "product", "other" (no health)
//   type, language  "" if unknown
//   status          how the page means it: "asserted", "hedged", "reported" and
//                   so on; "absent" or "present" where that is what is said
//   suppressed_by   "page" (a comment or an attribute) or "baseline"
//   baseline        of a run that has one: what it has and nothing matches any
//                   more is stale
//   support         of a claim, whether a source stands near; else ""

#include <string>
#include <utility>

#include "linter/report/finding_json.h"
#include "linter/report/json_writer.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

void WriteTypeScores(const TypeScores& scores, JsonWriter& json) {
  json.BeginArrayMember("type_scores");
  for (const TypeScore& score : scores) {
    json.BeginObject();
    json.Member("type", score.type);
    json.Member("tenths", score.tenths);
    json.BeginArrayMember("parts");
    for (const TypeScore::Part& part : score.parts) {
      json.BeginObject();
      json.Member("field", part.field);
      json.Member("tenths", part.tenths);
      json.ListMember("terms", part.terms);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

void WriteFile(const FileReport& file, const WriteOptions& options,
               JsonWriter& json) {
  json.BeginObject();
  json.Member("path", file.source->name());
  json.Member("page", file.kind);
  json.Member("type", file.type);
  json.ListMember("topics", file.topics);
  json.Member("language", file.language);
  json.Member("words", file.words);
  json.Member("sha256", file.source->Sha256());
  if (options.explain_type) WriteTypeScores(file.type_scores, json);
  json.EndObject();
}

void WriteFindings(const Report& report, JsonWriter& json) {
  json.BeginArrayMember("findings");
  for (const FileReport& file : report.files) {
    if (file.findings.empty()) continue;
    const Locator places(*file.source);
    for (const Finding& finding : file.findings) {
      json.BeginObject();
      WriteFindingMembers(file.source->name(), finding, places, json);
      json.EndObject();
    }
  }
  json.EndArray();
  json.BeginArrayMember("suppressed");
  for (const FileReport& file : report.files) {
    if (file.suppressed.empty()) continue;
    const Locator places(*file.source);
    for (const SuppressedFinding& suppressed : file.suppressed) {
      json.BeginObject();
      WriteFindingMembers(file.source->name(), suppressed.finding, places,
                          json);
      WriteSuppressionMembers(suppressed, json);
      json.EndObject();
    }
  }
  json.EndArray();
}

// Only of a run that has one.
void WriteBaseline(const Report& report, JsonWriter& json) {
  json.BeginObjectMember("baseline");
  json.Member("path", report.baseline);
  json.Member("matched", report.CountInBaseline());
  json.BeginArrayMember("stale");
  for (const BaselineEntry& entry : report.stale) {
    json.BeginObject();
    json.Member("path", entry.path);
    json.Member("rule", entry.rule);
    json.Member("fingerprint", entry.fingerprint);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void WriteErrors(const Report& report, JsonWriter& json) {
  json.BeginArrayMember("errors");
  for (const Error& error : report.errors) {
    json.BeginObject();
    WriteErrorMembers(error, json);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

std::string WriteJson(const Report& report, const WriteOptions& options) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.BeginObject();
  json.Member("schema", kReportSchema);
  json.Member("notice", kNotice);
  WriteToolMember(report, json);
  json.Member("as_of", report.as_of);
  json.BeginArrayMember("files");
  for (const FileReport& file : report.files)
    WriteFile(file, options, json);
  json.EndArray();
  WriteFindings(report, json);
  if (!report.baseline.empty()) WriteBaseline(report, json);
  WriteErrors(report, json);
  json.BeginObjectMember("summary");
  WriteCountMembers(report, json);
  json.EndObject();
  json.EndObject();
  return std::move(json).Finish();
}

}  // namespace medlint
