// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/code_actions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/lsp/answers.h"
#include "linter/lsp/suppression_edit.h"
#include "linter/rule/rule.h"

namespace medlint {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::size_t kMostTrials = 4;

// Kinds are hierarchical: "quickfix" is asked for by "quickfix" and by "".
bool WantsQuickFixes(const Json& only) {
  if (!only.is_array()) return true;
  return std::ranges::any_of(only, [](const Json& kind) {
    return kind == kQuickFix || kind == std::string_view();
  });
}

class Writer {
 public:
  Writer(const CheckedDocument& checked, const Client& client)
      : checked_(checked),
        client_(client),
        positions_(checked.document->text, client.encoding) {}

  Json Write(const std::vector<const Mark*>& marks) && {
    if (client_.takes_action_literals) {
      for (const Mark* const mark : marks)
        AddFixes(*mark);
      std::size_t trials = 0;
      for (const Mark* const mark : marks) {
        if (trials++ < kMostTrials) AddSuppression(*mark);
      }
    }
    std::set<std::string_view> explained;
    for (const Mark* const mark : marks) {
      if (explained.insert(mark->code).second) AddExplanation(*mark);
    }
    return std::move(actions_);
  }

 private:
  void AddFixes(const Mark& mark) {
    const std::vector<Fix>& fixes = mark.finding->fixes;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
      Json edits = Json::array();
      for (const Edit& edit : fixes[i].edits) {
        const FileSpan where = checked_.report->source->ToFile(edit.where);
        edits.push_back(TextEdit(where.begin, where.end, edit.replacement));
      }
      Json action = Literal(fixes[i].title, mark, std::move(edits));
      if (i == 0 && fixes[i].is_safe) action["isPreferred"] = true;
      actions_.push_back(std::move(action));
    }
  }

  void AddSuppression(const Mark& mark) {
    const auto edit = SuppressionFor(*mark.finding, checked_);
    if (!edit) return;
    const std::string title = "Suppress " + mark.code + " for this " +
                              std::string(edit->reach) +
                              " (then write the reason)";
    actions_.push_back(Literal(
        title, mark, Json::array({TextEdit(edit->at, edit->at, edit->text)})));
  }

  void AddExplanation(const Mark& mark) {
    const std::string title = "Explain " + mark.code;
    Json command = {{"title", title},
                    {"command", kExplainCommand},
                    {"arguments", {mark.code, checked_.document->uri}}};
    if (!client_.takes_action_literals) {
      actions_.push_back(std::move(command));
      return;
    }
    actions_.push_back({{"title", title},
                        {"kind", kQuickFix},
                        {"diagnostics", Json::array({Diagnostic(mark)})},
                        {"command", std::move(command)}});
  }

  Json Diagnostic(const Mark& mark) const {
    return DiagnosticOf(mark, checked_, client_, positions_);
  }

  Json TextEdit(Offset begin, Offset end, std::string_view text) const {
    return {{"range", ToJson(positions_.At(begin, end))}, {"newText", text}};
  }

  Json Literal(std::string_view title, const Mark& mark, Json edits) const {
    return {{"title", title},
            {"kind", kQuickFix},
            {"diagnostics", Json::array({Diagnostic(mark)})},
            {"edit", WorkspaceEdit(std::move(edits))}};
  }

  Json WorkspaceEdit(Json edits) const {
    const OpenDocument& document = *checked_.document;
    if (!client_.takes_versioned_edits) {
      return {{"changes", {{document.uri, std::move(edits)}}}};
    }
    Json version = nullptr;
    if (document.version) version = *document.version;
    return {{"documentChanges",
             Json::array({{{"textDocument",
                            {{"uri", document.uri}, {"version", version}}},
                           {"edits", std::move(edits)}}})}};
  }

  const CheckedDocument& checked_;
  const Client& client_;
  EditorPositions positions_;
  Json actions_ = Json::array();
};

}  // namespace

Json CodeActionsIn(const EditorRange& range, const Json& only,
                   const CheckedDocument& checked, const Client& client) {
  if (!WantsQuickFixes(only)) return Json::array();
  const EditorText& text = checked.document->text;
  const Offset begin = text.OffsetOf(range.start, client.encoding);
  const Offset end = std::max(begin, text.OffsetOf(range.end, client.encoding));
  std::vector<const Mark*> marks;
  for (const Mark& mark : checked.marks) {
    if (mark.finding != nullptr && mark.begin <= end && begin <= mark.end) {
      marks.push_back(&mark);
    }
  }
  return Writer(checked, client).Write(marks);
}

}  // namespace medlint
