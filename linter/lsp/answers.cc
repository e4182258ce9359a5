// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/answers.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "linter/base/digest.h"
#include "linter/lsp/rule_markdown.h"
#include "linter/report/tool.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

int SeverityNumber(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return 1;
    case Severity::kWarning:
      return 2;
    case Severity::kInfo:
      break;
  }
  return 3;
}

// Editors grey such text out.
bool IsUnnecessary(const Mark& mark, const CheckedDocument& checked) {
  if (mark.finding == nullptr) return false;
  const Rule* const rule =
      checked.site->RulesOf(0).Find(mark.finding->rule->id);
  return rule != nullptr && rule->check->Reports(SuppressionProblem::kUnused);
}

Json RelatedPlaces(const Mark& mark, const CheckedDocument& checked,
                   const EditorPositions& positions) {
  Json places = Json::array();
  for (const Mark::Related& each : mark.related) {
    const bool is_here = each.uri.empty();
    // Of another file we have no text to count columns in.
    const auto line = static_cast<std::uint32_t>(std::max(each.line - 1, 0));
    const EditorRange range =
        is_here ? positions.At(each.begin, each.end)
                : EditorRange{.start = {line, 0}, .end = {line, 0}};
    places.push_back({{"location",
                       {{"uri", is_here ? checked.document->uri : each.uri},
                        {"range", ToJson(range)}}},
                      {"message", each.message}});
  }
  return places;
}

Json AllDiagnostics(const CheckedDocument& checked, const Client& client) {
  const EditorPositions positions(checked.document->text, client.encoding);
  Json list = Json::array();
  for (const Mark& mark : checked.marks)
    list.push_back(DiagnosticOf(mark, checked, client, positions));
  return list;
}

}  // namespace

Json ToJson(EditorPosition position) {
  return {{"line", position.line}, {"character", position.character}};
}

Json ToJson(const EditorRange& range) {
  return {{"start", ToJson(range.start)}, {"end", ToJson(range.end)}};
}

std::optional<EditorPosition> PositionIn(const Json& value) {
  const std::optional<int> line = IntegerAt(value, "line");
  const std::optional<int> character = IntegerAt(value, "character");
  if (!line || !character || *line < 0 || *character < 0) return std::nullopt;
  return EditorPosition{.line = static_cast<std::uint32_t>(*line),
                        .character = static_cast<std::uint32_t>(*character)};
}

std::optional<EditorRange> RangeIn(const Json& value) {
  const auto start = PositionIn(At(value, "start"));
  const auto end = PositionIn(At(value, "end"));
  if (!start || !end) return std::nullopt;
  return EditorRange{.start = *start, .end = *end};
}

Json DiagnosticOf(const Mark& mark, const CheckedDocument& checked,
                  const Client& client, const EditorPositions& positions) {
  Json diagnostic = {{"range", ToJson(positions.At(mark.begin, mark.end))},
                     {"severity", SeverityNumber(mark.severity)},
                     {"code", mark.code},
                     {"source", kToolName},
                     {"message", mark.message}};
  if (mark.finding != nullptr) {
    const std::string address = SourceAddress(*mark.finding->rule);
    if (!address.empty()) diagnostic["codeDescription"] = {{"href", address}};
  }
  if (client.shows_tags && IsUnnecessary(mark, checked)) {
    diagnostic["tags"] = Json::array({1});
  }
  if (client.shows_related_places && !mark.related.empty()) {
    diagnostic["relatedInformation"] = RelatedPlaces(mark, checked, positions);
  }
  return diagnostic;
}

Json PublishedDiagnostics(const CheckedDocument& checked,
                          const Client& client) {
  Json params = {{"uri", checked.document->uri},
                 {"diagnostics", AllDiagnostics(checked, client)}};
  if (checked.document->version) params["version"] = *checked.document->version;
  return params;
}

Json DiagnosticReport(const CheckedDocument& checked, const Client& client,
                      const std::string& previous) {
  Json items = AllDiagnostics(checked, client);
  ShortHash hash;
  hash.Add(items.dump(-1, ' ', false, Json::error_handler_t::replace));
  const std::string id = hash.Hex();
  if (id == previous) return {{"kind", "unchanged"}, {"resultId", id}};
  return {{"kind", "full"}, {"resultId", id}, {"items", std::move(items)}};
}

Json HoverAt(EditorPosition position, const CheckedDocument& checked,
             const Client& client) {
  const Offset at = checked.document->text.OffsetOf(position, client.encoding);
  std::string text;
  std::set<std::string> explained;
  const Mark* first = nullptr;
  for (const Mark& mark : checked.marks) {
    const bool is_there =
        mark.begin <= at && at < std::max(mark.end, mark.begin + 1);
    if (!is_there || mark.finding == nullptr) continue;
    if (first == nullptr) first = &mark;
    if (!explained.insert(mark.code).second) continue;
    text += (text.empty() ? "" : "\n---\n\n") +
            RuleMarkdown(*mark.finding->rule, mark.severity);
  }
  if (first == nullptr) return nullptr;
  const EditorPositions positions(checked.document->text, client.encoding);
  return {{"contents",
           {{"kind", client.shows_markdown ? "markdown" : "plaintext"},
            {"value", text}}},
          {"range", ToJson(positions.At(first->begin, first->end))}};
}

}  // namespace medlint
