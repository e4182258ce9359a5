// SPDX-License-Identifier: Apache-2.0
//
// Text of rules and pages as a part of Markdown (https://commonmark.org).

#ifndef LINTER_REPORT_MARKDOWN_LINE_H_
#define LINTER_REPORT_MARKDOWN_LINE_H_

#include <string>
#include <string_view>

#include "linter/rule/rule.h"

namespace medlint {

// Returns "text" in one line, with what would be markup escaped.
std::string MarkdownLine(std::string_view text);

// Returns the items of a list: the first "most" bad examples of a rule, then as
// many good ones.
std::string MarkdownExamples(const RuleInfo& rule, int most);

}  // namespace medlint

#endif  // LINTER_REPORT_MARKDOWN_LINE_H_
