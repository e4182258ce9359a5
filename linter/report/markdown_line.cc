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

}  // namespace medlint
