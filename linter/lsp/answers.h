// SPDX-License-Identifier: Apache-2.0
//
// What an editor is told of a checked document.  All are pure functions.

#ifndef LINTER_LSP_ANSWERS_H_
#define LINTER_LSP_ANSWERS_H_

#include <optional>
#include <string>

#include "linter/lsp/checked_document.h"
#include "linter/lsp/client.h"
#include "linter/lsp/editor_text.h"
#include "linter/lsp/json_rpc.h"

namespace medlint {

Json ToJson(EditorPosition position);
Json ToJson(const EditorRange& range);

// Nothing if it is none.
std::optional<EditorPosition> PositionIn(const Json& value);
std::optional<EditorRange> RangeIn(const Json& value);

// The Diagnostic of a mark.
Json DiagnosticOf(const Mark& mark, const CheckedDocument& checked,
                  const Client& client, const EditorPositions& positions);

// PublishDiagnosticsParams.
Json PublishedDiagnostics(const CheckedDocument& checked, const Client& client);

// DocumentDiagnosticReport; "unchanged" if "previous" is the id of the same.
Json DiagnosticReport(const CheckedDocument& checked, const Client& client,
                      const std::string& previous);

// Hover at a position: what is at fault there, and the rule; null for nothing.
Json HoverAt(EditorPosition position, const CheckedDocument& checked,
             const Client& client);

}  // namespace medlint

#endif  // LINTER_LSP_ANSWERS_H_
