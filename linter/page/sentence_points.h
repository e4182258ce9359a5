// SPDX-License-Identifier: Apache-2.0
//
// SentencePoints are what every table of weights makes of every sentence of the
// running text (title, headings, summary, main, quotes): one reading for all
// rules that ask.
//
// The points of a sentence are those of its words (sentence_features.h), and of
// a table with "context" so many percent of
//
//   the sum over the three sentences before and after of
//   (their words' points, at least -250 and at most 200) - "ordinary",  over 6
//
// so that the same words weigh more among faults than among sound sentences,
// and a sentence that stands alone is judged by its words.
//
// Worked out for the whole page on first need, linear in its text; then each
// answer is a look-up.  Refers to the page, which holds it.  Belongs to one
// thread.

#ifndef LINTER_PAGE_SENTENCE_POINTS_H_
#define LINTER_PAGE_SENTENCE_POINTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "linter/document/document.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/span.h"

namespace medlint {

struct Page;

class SentencePoints {
 public:
  struct Sentence {
    TextSpan where;
    BlockIndex block = kNoBlock;
    std::uint32_t words = 0;  // see SplitIntoWords()
  };

  explicit SentencePoints(const Page& page) : page_(page) {}
  SentencePoints(const SentencePoints&) = delete;
  SentencePoints& operator=(const SentencePoints&) = delete;

  // In order of text.
  std::span<const Sentence> sentences() const;

  // The points of sentences()[i].
  int Of(std::size_t i, WeightsId weights) const;

  // How many sentences weigh "at_least" or more.
  std::size_t CountFrom(int at_least, WeightsId weights) const;

  // True if a sentence that overlaps "span" weighs "at_least" or more.
  bool AnyFrom(int at_least, WeightsId weights, TextSpan span) const;

  // The first of sentences() that ends behind "offset", by index.
  std::size_t FirstAfter(Offset offset) const;

 private:
  void ReadAll() const;
  void AddContext(WeightsId weights) const;

  const Page& page_;
  mutable bool read_ = false;
  mutable std::vector<Sentence> sentences_;
  // All tables of the first sentence, then of the second, and so on.
  mutable std::vector<int> points_;
};

}  // namespace medlint

#endif  // LINTER_PAGE_SENTENCE_POINTS_H_
