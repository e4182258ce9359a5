// SPDX-License-Identifier: Apache-2.0
//
// What a table of weights is asked about one sentence: its words, and marks for
// what is known of it besides.
//
//   @heading @title @item @quote   where it stands
//   @question @refuted             see Reading
//   @cited                         a source is named in the sentence
//   @negation @hedge-2 ...         it has a cue of that family
//
// and, for groups of words, the classes of word_classes.h and of numbers by
// their size: "[#20]" is one from 20 up to the next of 0, 1, 2, 3, 5, 10, 20,
// 50 ... 10,000.
//
// Linear in the sentence.  Keep one to read many sentences with.

#ifndef LINTER_PAGE_SENTENCE_FEATURES_H_
#define LINTER_PAGE_SENTENCE_FEATURES_H_

#include <span>
#include <string_view>
#include <vector>

#include "linter/match/word_weights.h"
#include "linter/page/page.h"

namespace medlint {

class SentenceFeatures {
 public:
  // Replaces them by those of "sentence", which is one of "block".
  void Read(const Page& page, const Block& block, TextSpan sentence);

  // The points of the sentence by "weights": the bias, and what words and marks
  // add up to, by the length of the sentence.
  int PointsBy(const WordWeights& weights) const;

  // "^" and "$" included.
  std::span<const SentenceWord> words() const { return words_; }
  // The words with what lexicons take for one of a class; see SplitIntoGroups.
  std::span<const WordGroup> row() const { return row_; }
  // "@item"; they live for ever.
  std::span<const std::string_view> marks() const { return marks_; }

 private:
  void ReadRow(const Page& page, FoldedSpan sentence);

  std::vector<SentenceWord> words_;
  std::vector<WordGroup> groups_;
  std::vector<WordGroup> row_;
  std::vector<std::string_view> marks_;
  std::vector<FeatureKey> keys_;  // of words, groups, pairs and marks
};

}  // namespace medlint

#endif  // LINTER_PAGE_SENTENCE_FEATURES_H_
