// SPDX-License-Identifier: Apache-2.0
//
// A ClauseScanner walks the words of one sentence and guesses where a clause
// begins, from function words alone.  See cue_scopes.h for the rules.
//
// Every question looks at a fixed number of words.  Refers to the text and the
// data.

#ifndef LINTER_LANGUAGE_CLAUSE_SCANNER_H_
#define LINTER_LANGUAGE_CLAUSE_SCANNER_H_

#include <optional>
#include <string_view>

#include "linter/language/language_data.h"
#include "linter/language/word.h"
#include "linter/text/span.h"

namespace medlint {

class ClauseScanner {
 public:
  struct Word {
    TextSpan where;
    Offset gap = 0;      // where the characters before it begin
    bool comma = false;  // there is one among them
  };

  ClauseScanner(std::string_view text, TextSpan sentence,
                const ClauseWords& words)
      : text_(text), sentence_(sentence), words_(words) {}

  // Returns the next word at or after "at"; a word has apostrophes and hyphens
  // inside.  More than 64 bytes without a word are a ruler, and nothing follows
  // them.
  std::optional<Word> WordAfter(Offset at) const;
  // Returns where the search of WordAfter() ends that finds none.
  Offset GapEnd(Offset at) const;
  // Returns the word that ends at or before "at" and begins at or after
  // "least".
  std::optional<Word> WordBefore(Offset at, Offset least) const;

  bool Is(const Word& word, const WordSet& set) const {
    return Lists(set, word.where.In(text_));
  }

  // True if a clause with its own subject and verb begins with "first".
  bool ClauseBeginsAt(const Word& first) const;

  // True if the form of "word" and what follows make it a finite verb:
  // "relieves [the] ...", "heals [cracked lips]", but not "cramps [in] ...".
  bool LooksFinite(const Word& word) const;

  // True if "first" is a verb that has its subject elsewhere: "and [relieves]
  // pain", "and [can] heal".
  bool FiniteVerbAt(const Word& first) const;

  // True if an alternative ("or") comes within four words from "first", so that
  // the comma before it is one of a list.
  bool AlternativeNear(const Word& first) const;

  // True if "word" is directly followed by a determiner: "heal [your] back".
  bool DeterminerFollows(const Word& word) const;

 private:
  // The word after, unless punctuation stands between.
  std::optional<Word> Adjacent(const Word& word) const;
  std::optional<Word> SkipAdverbs(std::optional<Word> word) const;
  // True for what cannot follow a verb as its object.
  bool IsFunctionWord(const Word& word) const;

  std::string_view text_;
  TextSpan sentence_;
  const ClauseWords& words_;
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_CLAUSE_SCANNER_H_
