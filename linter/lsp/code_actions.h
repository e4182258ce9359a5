// SPDX-License-Identifier: Apache-2.0
//
// What an editor can do about the findings in a range.

#ifndef LINTER_LSP_CODE_ACTIONS_H_
#define LINTER_LSP_CODE_ACTIONS_H_

#include <string_view>

#include "linter/lsp/checked_document.h"
#include "linter/lsp/client.h"
#include "linter/lsp/editor_text.h"
#include "linter/lsp/json_rpc.h"

namespace medlint {

// The command of "Explain"; its arguments are the id of a rule.
inline constexpr std::string_view kExplainCommand = "medlint.explain";

// The fixes of each finding that touches "range", the best first; comments that
// suppress them, for the first few, since each is tried out; and for each rule
// its explanation.  "only" is that of CodeActionContext.
Json CodeActionsIn(const EditorRange& range, const Json& only,
                   const CheckedDocument& checked, const Client& client);

}  // namespace medlint

#endif  // LINTER_LSP_CODE_ACTIONS_H_
