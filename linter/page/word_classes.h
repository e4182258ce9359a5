// SPDX-License-Identifier: Apache-2.0
//
// WordClasses are the stretches of a page that lexicons take for one word of a
// class, so that weights learnt of one illness hold for all: "relieves
// [condition]".  Classes are data:
//
//   [[page.word-class]]
//   name = "condition"
//   words = ["@conditions", "@symptoms"]
//
// Where stretches overlap, the one that begins first counts, then the longest,
// then that of the class that is written first.  This is what class-based
// n-grams are (Brown et al., "Class-Based n-gram Models of Natural Language",
// 1992), with lexicons for classes.
//
// Worked out for the whole page on first need: linear in the hits, times their
// logarithm.  Refers to the page, which holds it.  Belongs to one thread.

#ifndef LINTER_PAGE_WORD_CLASSES_H_
#define LINTER_PAGE_WORD_CLASSES_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/text/span.h"

namespace medlint {

struct Page;

struct WordClassData {
  std::string feature;  // "[condition]"
  std::vector<PatternId> words;
};

class WordClasses {
 public:
  struct Stretch {
    FoldedSpan where;
    std::size_t of_class = 0;  // index of PageData::word_classes
  };

  explicit WordClasses(const Page& page) : page_(page) {}
  WordClasses(const WordClasses&) = delete;
  WordClasses& operator=(const WordClasses&) = delete;

  // Those that begin in "span", in order; they do not overlap.
  std::span<const Stretch> In(FoldedSpan span) const;

 private:
  void ReadAll() const;

  const Page& page_;
  mutable bool read_ = false;
  mutable std::vector<Stretch> stretches_;
};

}  // namespace medlint

#endif  // LINTER_PAGE_WORD_CLASSES_H_
