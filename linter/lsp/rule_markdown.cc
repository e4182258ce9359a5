// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/rule_markdown.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/report/markdown_line.h"

namespace medlint {

std::string RuleMarkdown(const RuleInfo& rule, Severity severity) {
  std::string text = "**" + rule.id + "** (" +
                     std::string(SeverityName(severity)) +
                     "): " + MarkdownLine(rule.summary) + ".\n";
  if (rule.needs_review) {
    text += "\nA clinician has not yet reviewed this rule.\n";
  }
  if (!rule.why.empty()) text += "\n" + MarkdownLine(rule.why) + "\n";
  if (!rule.help.empty()) {
    text += "\n**What to do:** " + MarkdownLine(rule.help) + "\n";
  }
  text += "\n" + MarkdownExamples(rule, 2);
  for (std::size_t i = 0; i < rule.sources.size(); ++i)
    text += (i == 0 ? "\nSources: " : "; ") + MarkdownLine(rule.sources[i]);
  if (!rule.sources.empty()) text += "\n";
  return text;
}

std::string SourceAddress(const RuleInfo& rule) {
  for (const std::string& source : rule.sources) {
    const std::size_t begin = source.find("https://");
    if (begin == std::string::npos) continue;
    const auto end =
        std::find_if(source.begin() + static_cast<std::ptrdiff_t>(begin),
                     source.end(), IsAsciiSpace);
    return {source.begin() + static_cast<std::ptrdiff_t>(begin), end};
  }
  return "";
}

}  // namespace medlint
