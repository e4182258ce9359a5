// SPDX-License-Identifier: Apache-2.0
//
// Text of rules and pages as a part of Markdown (https://commonmark.org).

#ifndef LINTER_REPORT_MARKDOWN_LINE_H_
#define LINTER_REPORT_MARKDOWN_LINE_H_

#include <string>
#include <string_view>

namespace medlint {

// Returns "text" in one line, with what would be markup escaped.
std::string MarkdownLine(std::string_view text);

}  // namespace medlint

#endif  // LINTER_REPORT_MARKDOWN_LINE_H_
