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
//   page            "article", "hub", "policy", "product" or "other" (not health)
//   type, language  "" if unknown
//   status          how the page means it: "asserted", "hedged", "reported",
//   ...;
//                   "absent" or "present" where that is what is said
//   support         of a claim, whether a source stands near; else ""

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "linter/report/json_writer.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

void WriteTool(const Report& report, JsonWriter& json) {
  json.BeginObjectMember("tool");
  json.Member("name", kToolName);
  json.Member("version", ToolVersion());
  json.BeginArrayMember("rulesets");
  for (const RulesetInfo& ruleset : report.rulesets) {
    json.BeginObject();
    json.Member("id", ruleset.id);
    json.Member("version", ruleset.version);
    json.Member("sha256", ruleset.sha256);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

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

void WritePosition(std::string_view key, Offset offset, Position position,
                   JsonWriter& json) {
  json.BeginObjectMember(key);
  json.Member("offset", std::int64_t{offset});
  json.Member("line", position.line);
  json.Member("column", position.column);
  json.EndObject();
}

void WriteLocation(const Location& location, JsonWriter& json) {
  WritePosition("start", location.file.begin, location.start, json);
  WritePosition("end", location.file.end, location.end, json);
}

void WriteRelated(const Finding& finding, const Locator& places,
                  JsonWriter& json) {
  json.BeginArrayMember("related");
  for (const Note& note : finding.notes) {
    json.BeginObject();
    json.Member("message", note.message);
    json.Member("source", places.Slice(note.where));
    WriteLocation(places.Locate(note.where), json);
    json.EndObject();
  }
  json.EndArray();
}

void WriteFinding(std::string_view path, const Finding& finding,
                  const Locator& places, JsonWriter& json) {
  const RuleInfo& rule = *finding.rule;
  json.Member("path", path);
  json.Member("rule", rule.id);
  json.Member("category", rule.category());
  json.Member("severity", SeverityName(finding.severity));
  json.Member("scope", finding.is_span ? "span" : "document");
  json.Member("status", finding.status);
  json.Member("support", finding.support);
  json.Member("message", finding.message);
  json.Member("help", rule.help);
  json.Member("text", finding.text);
  json.Member("source", places.Slice(finding.where));
  WriteLocation(places.Locate(finding.where), json);
  WriteRelated(finding, places, json);
  json.ListMember("fixes", {});
  json.Member("fingerprint", finding.fingerprint);
}

void WriteFindings(const Report& report, JsonWriter& json) {
  json.BeginArrayMember("findings");
  for (const FileReport& file : report.files) {
    if (file.findings.empty()) continue;
    const Locator places(*file.source);
    for (const Finding& finding : file.findings) {
      json.BeginObject();
      WriteFinding(file.source->name(), finding, places, json);
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
      WriteFinding(file.source->name(), suppressed.finding, places, json);
      json.Member("reason", suppressed.reason);
      json.EndObject();
    }
  }
  json.EndArray();
}

void WriteErrors(const Report& report, JsonWriter& json) {
  json.BeginArrayMember("errors");
  for (const Error& error : report.errors) {
    json.BeginObject();
    json.Member("where", error.where());
    json.Member("message", error.what());
    json.Member("hint", error.hint());
    json.EndObject();
  }
  json.EndArray();
}

void WriteSummary(const Report& report, JsonWriter& json) {
  json.BeginObjectMember("summary");
  json.Member("files", static_cast<std::int64_t>(report.files.size()));
  json.Member("errors", report.Count(Severity::kError));
  json.Member("warnings", report.Count(Severity::kWarning));
  json.Member("infos", report.Count(Severity::kInfo));
  json.Member("suppressed", report.CountSuppressed());
  json.EndObject();
}

}  // namespace

std::string WriteJson(const Report& report, const WriteOptions& options) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.BeginObject();
  json.Member("schema", "medlint-report/1");
  json.Member("notice", kNotice);
  WriteTool(report, json);
  json.Member("as_of", report.as_of);
  json.BeginArrayMember("files");
  for (const FileReport& file : report.files)
    WriteFile(file, options, json);
  json.EndArray();
  WriteFindings(report, json);
  WriteErrors(report, json);
  WriteSummary(report, json);
  json.EndObject();
  return std::move(json).Finish();
}

}  // namespace medlint
