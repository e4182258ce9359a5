// SPDX-License-Identifier: Apache-2.0

#include "linter/document/article_hints.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

// Without the white space at both ends.
TextSpan Trimmed(std::string_view text, TextSpan span) {
  while (!span.empty() && IsAsciiSpace(text[span.begin]))
    ++span.begin;
  while (!span.empty() && IsAsciiSpace(text[span.end - 1]))
    --span.end;
  return span;
}

}  // namespace

std::string_view HintFieldName(HintField field) {
  switch (field) {
    case HintField::kType:
      return "type";
    case HintField::kAuthor:
      return "author";
    case HintField::kReviewer:
      return "reviewer";
    case HintField::kPublished:
      return "published";
    case HintField::kModified:
      return "modified";
    case HintField::kReviewed:
      return "reviewed";
    case HintField::kMain:
      return "main";
    case HintField::kDisclaimer:
      return "disclaimer";
    case HintField::kSkip:
      break;
  }
  return "skip";
}

std::string ArticleHints::TypeFor(std::string_view word) const {
  for (const auto& [called, type] : types) {
    if (EqualsIgnoringAsciiCase(called, word)) return type;
  }
  return "";
}

std::vector<HintMatch> FindHinted(const Markup& markup,
                                  const ArticleHints& hints) {
  std::vector<HintMatch> found;
  for (std::size_t i = 0; i < hints.hints.size(); ++i) {
    const ArticleHints::Hint& hint = hints.hints[i];
    for (const HintSelector::Match& match : hint.selector.Select(markup)) {
      HintMatch each{.hint = i,
                     .field = hint.field,
                     .element = match.element,
                     .text = {},
                     .source = {}};
      if (match.attribute != nullptr) {
        each.source = match.attribute->value;
        if (each.source.empty()) continue;
      } else {
        each.text = Trimmed(markup.text, markup.elements[match.element].text);
        if (each.text.empty() && hint.field != HintField::kSkip) continue;
      }
      found.push_back(each);
    }
  }
  return found;
}

std::vector<ElementIndex> ElementsOf(HintField field,
                                     const std::vector<HintMatch>& matches) {
  std::vector<ElementIndex> elements;
  for (const HintMatch& match : matches) {
    if (match.field == field) elements.push_back(match.element);
  }
  return elements;
}

}  // namespace medlint
