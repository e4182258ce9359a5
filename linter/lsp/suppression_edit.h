// SPDX-License-Identifier: Apache-2.0
//
// Writes the comment that suppresses a finding (page/suppression.h).

#ifndef LINTER_LSP_SUPPRESSION_EDIT_H_
#define LINTER_LSP_SUPPRESSION_EDIT_H_

#include <optional>
#include <string>
#include <string_view>

#include "linter/lsp/checked_document.h"
#include "linter/rule/finding.h"
#include "linter/text/span.h"

namespace medlint {

struct SuppressionEdit {
  std::string_view reach;  // "block", "line", "page"
  Offset at = 0;           // of the document's text, where to insert
  std::string text;        // with a placeholder for the reason
};

// Returns the comment that reaches least beyond a finding, or nothing if the
// page may not suppress it, or there is no place for a comment.  Tried out: the
// page is linted with it, up to three times.
// REQUIRES: "finding" is one of checked.report
std::optional<SuppressionEdit> SuppressionFor(const Finding& finding,
                                              const CheckedDocument& checked);

}  // namespace medlint

#endif  // LINTER_LSP_SUPPRESSION_EDIT_H_
