// SPDX-License-Identifier: Apache-2.0
//
// A rule as an editor explains it.

#ifndef LINTER_LSP_RULE_MARKDOWN_H_
#define LINTER_LSP_RULE_MARKDOWN_H_

#include <string>

#include "linter/rule/finding.h"
#include "linter/rule/rule.h"

namespace medlint {

// What the rule looks for, why, what to do, some examples, and the sources: as
// Markdown that reads well as plain text too.
std::string RuleMarkdown(const RuleInfo& rule, Severity severity);

// The first address among the sources of a rule, or "".
std::string SourceAddress(const RuleInfo& rule);

}  // namespace medlint

#endif  // LINTER_LSP_RULE_MARKDOWN_H_
