// SPDX-License-Identifier: Apache-2.0
//
// Where the templates of a site have what an article is made of, as its people
// say in [article] of medlint.toml.  A hint that matches is believed over
// guessing; one that matches nothing on a page leaves the guess as it is.

#ifndef LINTER_DOCUMENT_ARTICLE_HINTS_H_
#define LINTER_DOCUMENT_ARTICLE_HINTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/document/hint_selector.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {

enum class HintField : std::uint8_t {
  kType,
  kAuthor,
  kReviewer,
  kPublished,
  kModified,
  kReviewed,
  kMain,        // the main content
  kDisclaimer,  //
  kSkip,        // no part of the article, wherever it stands
};

std::string_view HintFieldName(HintField field);  // "reviewer"

struct ArticleHints {
  struct Hint {
    HintField field = HintField::kType;
    HintSelector selector;
  };
  std::vector<Hint> hints;

  // What the site calls its sections, and the article type that each is.
  std::vector<std::pair<std::string, std::string>> types;

  // The type for what a page says of itself, a word of "types" in any case, or
  // "".
  std::string TypeFor(std::string_view word) const;
};

// What a hint has found.
struct HintMatch {
  std::size_t hint = 0;  // index into ArticleHints::hints
  HintField field = HintField::kType;
  ElementIndex element = kNoElement;
  TextSpan text;  // of the element or the attribute; kSkip alone may have none
  CleanSpan source;  // of the attribute; empty for the text of the element
};

// Returns all matches, by hint and then by element.  The text of attributes is
// left to the caller, who knows which of them have any.
std::vector<HintMatch> FindHinted(const Markup& markup,
                                  const ArticleHints& hints);

// The elements that matches of "field" are for.
std::vector<ElementIndex> ElementsOf(HintField field,
                                     const std::vector<HintMatch>& matches);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_ARTICLE_HINTS_H_
