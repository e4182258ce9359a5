// SPDX-License-Identifier: Apache-2.0

#include "linter/report/markdown_line.h"

#include <string>
#include <string_view>

#include "linter/report/terminal_text.h"

namespace medlint {

std::string MarkdownLine(std::string_view text) {
  std::string line;
  for (const char c : VisibleLine(text)) {
    if (c == '<' || c == '*' || c == '_' || c == '`' || c == '[' || c == '|' ||
        c == '\\') {
      line += '\\';
    }
    line += c;
  }
  return line;
}

std::string MarkdownExamples(const RuleInfo& rule, int most) {
  std::string text;
  for (const bool bad : {true, false}) {
    int shown = 0;
    for (const Example& example : rule.examples) {
      if (example.bad != bad || shown == most) continue;
      text += (bad ? "- flagged: " : "- left alone: ") +
              MarkdownLine(example.text) + "\n";
      ++shown;
    }
  }
  return text;
}

}  // namespace medlint
