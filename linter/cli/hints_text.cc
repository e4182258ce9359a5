// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/hints_text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/page/hinted_facts.h"
#include "linter/text/line_index.h"

namespace medlint {
namespace {

constexpr std::size_t kMostMatches = 3;
constexpr std::size_t kMostBytes = 60;

// The beginning of a text, on one line.
std::string Excerpt(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  if (line.size() <= kMostBytes) return line;
  std::size_t end = kMostBytes;
  while (IsContinuationByte(line[end]))
    --end;
  return line.substr(0, end) + "...";
}

class HintWriter {
 public:
  HintWriter(const Page& page, const ArticleHints& hints)
      : page_(page), hints_(hints), lines_(page.document.source().clean()) {}

  std::string Write(const ConfigHint& hint, std::size_t index,
                    HintField field) const {
    std::string line(HintFieldName(field));
    line += " = " + hint.text + " (" + hint.at.ToString() + "): ";
    std::size_t count = 0;
    for (const HintMatch& match : page_.document.hinted()) {
      if (match.hint != index) continue;
      if (count < kMostMatches) {
        line += (count > 0 ? "; " : "") + Describe(match);
      }
      ++count;
    }
    if (count == 0) return line + "finds nothing here";
    if (count > kMostMatches) {
      line += "; and " + std::to_string(count - kMostMatches) + " more";
    }
    return line;
  }

 private:
  std::string Describe(const HintMatch& match) const {
    const Markup& markup = page_.document.markup();
    const Offset at = match.source.empty()
                          ? markup.elements[match.element].start_tag.begin
                          : match.source.begin;
    const std::string_view text = page_.document.Slice(match.text);
    std::string words =
        "line " + std::to_string(lines_.At(at, ColumnUnit::kCodePoint).line);
    if (text.empty()) return words + ", without text";
    words += ", \"" + Excerpt(text) + "\"";
    if (match.field == HintField::kType) {
      const std::string type =
          HintedType(page_.document, match, hints_, page_.data);
      words += type.empty() ? " is no type: [article.types] can say which it is"
                            : " is " + type;
    }
    if (IsDate(match.field) && !HasDate(match)) words += " has no date";
    return words;
  }

  static bool IsDate(HintField field) {
    return field == HintField::kPublished || field == HintField::kModified ||
           field == HintField::kReviewed;
  }

  bool HasDate(const HintMatch& match) const {
    const PageFacts& facts = page_.facts;
    for (const auto* const dates :
         {&facts.published, &facts.modified, &facts.reviewed}) {
      for (const Credit& credit : *dates) {
        if (match.text.Contains(credit.where)) return true;
      }
    }
    return false;
  }

  const Page& page_;
  const ArticleHints& hints_;
  const LineIndex lines_;
};

}  // namespace

std::vector<std::string> HintLines(const Page& page,
                                   const std::vector<HintInForce>& hints,
                                   const ArticleHints& compiled) {
  const HintWriter writer(page, compiled);
  std::vector<std::string> lines;
  std::size_t index = 0;
  for (const HintInForce& each : hints) {
    for (const ConfigHint& hint : *each.hints)
      lines.push_back(writer.Write(hint, index++, each.field));
  }
  return lines;
}

}  // namespace medlint
