// SPDX-License-Identifier: Apache-2.0
//
// English: the shipped cues over one page, for tests of the language floor and
// for check_negation.

#ifndef TESTS_SUPPORT_ENGLISH_H_
#define TESTS_SUPPORT_ENGLISH_H_

#include <memory>
#include <string>
#include <string_view>

#include "linter/document/document.h"
#include "linter/language/claim_status.h"
#include "linter/language/language_data.h"
#include "linter/language/reading.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/fold.h"

namespace medlint::testing {

// A language and the plan that finds its cues.
struct Language {
  PatternPlan plan;
  LanguageData data;
};

// Reads [language.en] of "path".  Prints the mistakes and aborts if there are
// any.
Language ReadLanguage(const std::string& path);

// rulesets/language/cues.en.toml, read once.
const Language& English();

// One page, read.  Not movable: its parts refer to each other.
struct ReadPage {
  ReadPage(std::string_view html, const Language& language);
  ReadPage(const ReadPage&) = delete;
  ReadPage& operator=(const ReadPage&) = delete;

  // The first place of "words" in the text; aborts if they are not there.
  TextSpan Find(std::string_view words) const;

  Document document;
  FoldedText folded;
  Hits hits;
  Reading reading;
};

// "&", "<" and ">" as character references.
std::string EscapeHtml(std::string_view text);

// Cuts "[[" and "]]" out of "marked"; "target" is what stood between.
struct Marked {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};
Marked CutMarks(std::string_view marked);

// True if the marked words are denied.  "A || B [[words]]" is a list: A leads
// in, B is an item.
bool IsDenied(std::string_view marked, const Language& language);

// How the page means the marked words.  "A || B [[words]]" as above; "# A || B"
// is a heading and its paragraph.
ClaimStatus StatusOf(std::string_view marked, const Language& language);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_ENGLISH_H_
