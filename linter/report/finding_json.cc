// SPDX-License-Identifier: Apache-2.0

#include "linter/report/finding_json.h"

#include <cstdint>
#include <string_view>

#include "linter/report/tool.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

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

void WriteFixes(const Finding& finding, const Locator& places,
                JsonWriter& json) {
  json.BeginArrayMember("fixes");
  for (const Fix& fix : finding.fixes) {
    json.BeginObject();
    json.Member("title", fix.title);
    json.Member("applicability",
                std::string_view(fix.is_safe ? "safe" : "unsafe"));
    json.BeginArrayMember("edits");
    for (const Edit& edit : fix.edits) {
      json.BeginObject();
      json.Member("replacement", edit.replacement);
      json.Member("source", places.Slice(edit.where));
      WriteLocation(places.Locate(edit.where), json);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace

void WriteFindingMembers(std::string_view path, const Finding& finding,
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
  WriteFixes(finding, places, json);
  json.Member("fingerprint", finding.fingerprint);
}

void WriteSuppressionMembers(const SuppressedFinding& suppressed,
                             JsonWriter& json) {
  json.Member("reason", suppressed.reason);
  json.Member("suppressed_by", suppressed.is_in_baseline() ? "baseline"
                               : suppressed.by == SuppressedBy::kConfiguration
                                   ? "configuration"
                                   : "page");
}

void WriteErrorMembers(const Error& error, JsonWriter& json) {
  json.Member("where", error.where());
  json.Member("message", error.what());
  json.Member("hint", error.hint());
}

void WriteToolMember(const Report& report, JsonWriter& json) {
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

void WriteCountMembers(const Report& report, JsonWriter& json) {
  json.Member("files", static_cast<std::int64_t>(report.files.size()));
  json.Member("errors", report.Count(Severity::kError));
  json.Member("warnings", report.Count(Severity::kWarning));
  json.Member("infos", report.Count(Severity::kInfo));
  json.Member("suppressed", report.CountSuppressed());
  json.Member("fixed", report.CountFixed());
}

}  // namespace medlint
