// SPDX-License-Identifier: Apache-2.0
//
// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), one run.
//
// Compact, and sorted by severity first: services cut off what is too long at
// the end.  Columns are code points (columnKind), their end is exclusive;
// byteOffset and byteLength are of the file on disk.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/report/file_uri.h"
#include "linter/report/json_writer.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

// A snippet is a help for the eye; a region is enough to find the rest.
constexpr std::size_t kLongestSnippet = 2000;

std::string_view SarifLevel(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "note";
  }
  return "none";
}

// What a page or the configuration suppresses was no part of the baseline.
std::string_view BaselineStateOf(const SuppressedFinding* suppressed) {
  if (suppressed == nullptr) return "new";
  switch (suppressed->by) {
    case SuppressedBy::kPage:
    case SuppressedBy::kConfiguration:
      return "new";
    case SuppressedBy::kBaseline:
      return "unchanged";
    case SuppressedBy::kBaselineInFile:
      return "updated";
  }
  return "new";
}

struct SarifResult {
  std::size_t file = 0;  // index into Report::files
  const Finding* finding = nullptr;
  const SuppressedFinding* suppressed = nullptr;  // if it is one
};

std::vector<SarifResult> SortedResults(const Report& report) {
  std::vector<SarifResult> results;
  for (std::size_t i = 0; i < report.files.size(); ++i) {
    for (const Finding& finding : report.files[i].findings) {
      results.push_back({.file = i, .finding = &finding});
    }
    for (const SuppressedFinding& each : report.files[i].suppressed) {
      results.push_back(
          {.file = i, .finding = &each.finding, .suppressed = &each});
    }
  }
  // Stable, so that the order of place stays within a severity.
  std::ranges::stable_sort(
      results, std::ranges::greater(),
      [](const SarifResult& r) { return r.finding->severity; });
  return results;
}

class SarifWriter {
 public:
  explicit SarifWriter(const Report& report);

  std::string Write() &&;

 private:
  void WriteTool();
  void WriteRule(const RuleInfo& rule);
  void WriteInvocation();
  void WriteArtifacts();
  void WriteResult(const SarifResult& result);
  void WriteFixes(const SarifResult& result);
  void WriteArtifactLocation(std::size_t file);
  void WriteRegionMembers(const Location& at);
  void WriteSuppression(const SuppressedFinding* suppressed);
  void WriteMessage(std::string_view key, std::string_view text);
  void WritePhysicalLocation(std::size_t file, CleanSpan where);
  const Locator& LocatorOf(std::size_t file);

  const Report* report_;
  bool has_suppressions_;
  std::vector<SarifResult> results_;
  std::map<std::string_view, const RuleInfo*> rules_;  // by id
  std::map<std::string_view, std::int64_t> rule_index_;
  std::map<std::size_t, Locator> locators_;  // by index of file
  JsonWriter json_{JsonWriter::Layout::kCompact};
};

SarifWriter::SarifWriter(const Report& report)
    : report_(&report),
      has_suppressions_(report.CountSuppressed() > 0),
      results_(SortedResults(report)) {
  for (const SarifResult& result : results_) {
    rules_.emplace(result.finding->rule->id, result.finding->rule);
  }
  std::int64_t index = 0;
  for (const auto& [id, rule] : rules_)
    rule_index_[id] = index++;
}

std::string SarifWriter::Write() && {
  json_.BeginObject();
  json_.Member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json_.Member("version", "2.1.0");
  json_.BeginArrayMember("runs");
  json_.BeginObject();
  WriteTool();
  WriteInvocation();
  json_.Member("columnKind", "unicodeCodePoints");
  WriteArtifacts();
  json_.BeginArrayMember("results");
  for (const SarifResult& result : results_)
    WriteResult(result);
  json_.EndArray();
  json_.BeginObjectMember("properties");
  json_.Member("asOf", report_->as_of);
  json_.Member("notice", kNotice);
  json_.EndObject();
  json_.EndObject();
  json_.EndArray();
  json_.EndObject();
  return std::move(json_).Finish();
}

void SarifWriter::WriteTool() {
  json_.BeginObjectMember("tool");
  json_.BeginObjectMember("driver");
  json_.Member("name", kToolName);
  json_.Member("version", ToolVersion());
  json_.Member("semanticVersion", ToolVersion());
  json_.BeginArrayMember("rules");
  for (const auto& [id, rule] : rules_)
    WriteRule(*rule);
  json_.EndArray();
  json_.EndObject();
  json_.BeginArrayMember("extensions");
  for (const RulesetInfo& ruleset : report_->rulesets) {
    json_.BeginObject();
    json_.Member("name", ruleset.id);
    json_.Member("version", ruleset.version);
    json_.BeginObjectMember("properties");
    json_.Member("sha256", ruleset.sha256);
    json_.EndObject();
    json_.EndObject();
  }
  json_.EndArray();
  json_.EndObject();
}

void SarifWriter::WriteRule(const RuleInfo& rule) {
  json_.BeginObject();
  json_.Member("id", rule.id);
  WriteMessage("shortDescription", rule.summary);
  WriteMessage("fullDescription", rule.why.empty() ? rule.summary : rule.why);
  WriteMessage("help", rule.help.empty() ? rule.summary : rule.help);
  json_.BeginObjectMember("defaultConfiguration");
  json_.Member("level", SarifLevel(rule.severity));
  json_.EndObject();
  json_.BeginObjectMember("properties");
  json_.Member("kind", rule.kind);
  json_.FlagMember("needsReview", rule.needs_review);
  json_.ListMember("sources", rule.sources);
  json_.ListMember("tags", std::vector{std::string(rule.category())});
  json_.EndObject();
  json_.EndObject();
}

void SarifWriter::WriteInvocation() {
  json_.BeginArrayMember("invocations");
  json_.BeginObject();
  json_.FlagMember("executionSuccessful", report_->errors.empty());
  json_.BeginArrayMember("toolExecutionNotifications");
  for (const Error& error : report_->errors) {
    json_.BeginObject();
    json_.Member("level", "error");
    WriteMessage("message", error.hint().empty()
                                ? error.ToString()
                                : error.ToString() + " (" + error.hint() + ")");
    json_.EndObject();
  }
  json_.EndArray();
  json_.EndObject();
  json_.EndArray();
}

void SarifWriter::WriteArtifacts() {
  json_.BeginArrayMember("artifacts");
  for (const FileReport& file : report_->files) {
    const bool is_html = file.source->format() == SourceFile::Format::kHtml;
    json_.BeginObject();
    json_.BeginObjectMember("location");
    json_.Member("uri", FileUri(file.source->name()));
    json_.EndObject();
    json_.Member("length",
                 static_cast<std::int64_t>(file.source->bytes().size()));
    json_.Member("encoding", file.source->encoding());
    json_.Member("mimeType", is_html ? "text/html" : "text/plain");
    json_.BeginObjectMember("hashes");
    json_.Member("sha-256", file.source->Sha256());
    json_.EndObject();
    json_.BeginObjectMember("properties");
    json_.Member("type", file.type);
    json_.ListMember("topics", file.topics);
    json_.Member("language", file.language);
    json_.EndObject();
    json_.EndObject();
  }
  json_.EndArray();
}

void SarifWriter::WriteResult(const SarifResult& result) {
  const Finding& finding = *result.finding;
  json_.BeginObject();
  json_.Member("ruleId", finding.rule->id);
  json_.Member("ruleIndex", rule_index_.at(finding.rule->id));
  json_.Member("level", SarifLevel(finding.severity));
  WriteMessage("message", finding.message);
  json_.BeginArrayMember("locations");
  json_.BeginObject();
  WritePhysicalLocation(result.file, finding.where);
  json_.EndObject();
  json_.EndArray();
  json_.BeginArrayMember("relatedLocations");
  for (const Note& note : finding.notes) {
    json_.BeginObject();
    WritePhysicalLocation(result.file, note.where);
    WriteMessage("message", note.message);
    json_.EndObject();
  }
  json_.EndArray();
  json_.BeginObjectMember("partialFingerprints");
  json_.Member("medlintFingerprint/v1", finding.fingerprint);
  json_.EndObject();
  WriteFixes(result);
  WriteSuppression(result.suppressed);
  json_.BeginObjectMember("properties");
  json_.Member("scope", finding.is_span ? "span" : "document");
  json_.Member("status", finding.status);
  json_.Member("support", finding.support);
  json_.Member("text", finding.text);
  json_.EndObject();
  json_.EndObject();
}

// SARIF wants suppressions on all results of a run or on none, so that a reader
// can tell "not suppressed" from "not asked"; baselineState is written
// likewise.
void SarifWriter::WriteSuppression(const SuppressedFinding* suppressed) {
  if (!report_->baseline.empty()) {
    json_.Member("baselineState", BaselineStateOf(suppressed));
  }
  if (!has_suppressions_) return;
  json_.BeginArrayMember("suppressions");
  if (suppressed != nullptr) {
    json_.BeginObject();
    json_.Member("kind", suppressed->by == SuppressedBy::kPage ? "inSource"
                                                               : "external");
    if (!suppressed->reason.empty()) {
      json_.Member("justification", suppressed->reason);
    }
    json_.EndObject();
  }
  json_.EndArray();
}

void SarifWriter::WriteMessage(std::string_view key, std::string_view text) {
  json_.BeginObjectMember(key);
  json_.Member("text", text);
  json_.EndObject();
}

void SarifWriter::WritePhysicalLocation(std::size_t file, CleanSpan where) {
  const Locator& locator = LocatorOf(file);
  const Location at = locator.Locate(where);
  json_.BeginObjectMember("physicalLocation");
  WriteArtifactLocation(file);
  json_.BeginObjectMember("region");
  WriteRegionMembers(at);
  if (where.size() <= kLongestSnippet) {
    WriteMessage("snippet", locator.Slice(where));
  }
  json_.EndObject();
  json_.EndObject();
}

void SarifWriter::WriteArtifactLocation(std::size_t file) {
  json_.BeginObjectMember("artifactLocation");
  json_.Member("uri", FileUri(report_->files[file].source->name()));
  json_.Member("index", static_cast<std::int64_t>(file));
  json_.EndObject();
}

void SarifWriter::WriteRegionMembers(const Location& at) {
  json_.Member("startLine", at.start.line);
  json_.Member("startColumn", at.start.column);
  json_.Member("endLine", at.end.line);
  json_.Member("endColumn", at.end.column);
  json_.Member("byteOffset", std::int64_t{at.file.begin});
  json_.Member("byteLength", std::int64_t{at.file.size()});
}

void SarifWriter::WriteFixes(const SarifResult& result) {
  if (result.finding->fixes.empty()) return;
  json_.BeginArrayMember("fixes");
  for (const Fix& fix : result.finding->fixes) {
    json_.BeginObject();
    WriteMessage("description", fix.title);
    json_.BeginArrayMember("artifactChanges");
    json_.BeginObject();
    WriteArtifactLocation(result.file);
    json_.BeginArrayMember("replacements");
    for (const Edit& edit : fix.edits) {
      json_.BeginObject();
      json_.BeginObjectMember("deletedRegion");
      WriteRegionMembers(LocatorOf(result.file).Locate(edit.where));
      json_.EndObject();
      WriteMessage("insertedContent", edit.replacement);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
    json_.EndArray();
    json_.BeginObjectMember("properties");
    json_.Member("applicability",
                 std::string_view(fix.is_safe ? "safe" : "unsafe"));
    json_.EndObject();
    json_.EndObject();
  }
  json_.EndArray();
}

const Locator& SarifWriter::LocatorOf(std::size_t file) {
  return locators_.try_emplace(file, *report_->files[file].source)
      .first->second;
}

}  // namespace

std::string WriteSarif(const Report& report, const WriteOptions& /*options*/) {
  return SarifWriter(report).Write();
}

}  // namespace medlint
