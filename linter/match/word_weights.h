// SPDX-License-Identifier: Apache-2.0
//
// WordWeights is a table of points for words and pairs of words: a linear
// classifier of sentences over a bag of words and bigrams (Joachims, "Text
// Categorization with Support Vector Machines", 1998; Wang and Manning,
// "Baselines and Bigrams", 2012).  The points of a sentence are the bias and
// what its features add up to; from zero up the sentence is of the class.  See
// page/sentence_features.h for how they are added.  Points are whole numbers,
// hundredths of a log-odds, so that sums are the same on every machine.
//
// Features, as they are written:
//
//   "banish"        the word, folded; a number is "#"
//   "banish~"       the word in any of its regular endings (StemOf)
//   "side effects"  two words, one right after the other
//   "throw _ away"  with one word between them
//   "^ forget"      the first word of the sentence; "gone $" the last
//   "?" "!" ":" "%" signs that are words of their own
//   "@hedged"       a mark: what is known of the sentence besides its words
//   "[condition]"   words that lexicons take for one of a class, each time
//   "eases [condition]", "[remedy] _ [condition]"    and pairs with such groups
//
// A sentence among others of its class is likelier to be one itself.  "context"
// percent of what its neighbours weigh over an "ordinary" sentence are added:
// see page/sentence_points.h.
//
// Every occurrence counts.  A word that the table does not know counts for
// nothing.
//
// A look-up is one probe of a hash table.  Immutable; shared by threads.

#ifndef LINTER_MATCH_WORD_WEIGHTS_H_
#define LINTER_MATCH_WORD_WEIGHTS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/match/plan_arrays.h"
#include "linter/text/span.h"

namespace medlint {

using FeatureKey = std::uint64_t;

// The key of one word or mark.
FeatureKey KeyOfWord(std::string_view word);
// Of two words, "gap" (0 or 1) words apart.
FeatureKey KeyOfPair(FeatureKey first, FeatureKey second, int gap);
// Returns the key of a feature as it is written, or nothing if it is none.
std::optional<FeatureKey> KeyOfFeature(std::string_view feature);

// Cuts off a regular ending of English, so that "cures", "cured" and "curing"
// are one: "cur~".  The strippings of the S-stemmer (Harman, "How Effective is
// Suffixing?", 1991) and of -ed, -ing, -ly; crude, since nobody reads the
// stems. ASCII lower case; other bytes are letters that no ending has.
std::string StemOf(std::string_view word);

// A word of a sentence.
struct SentenceWord {
  FeatureKey key = 0;
  FeatureKey stem = 0;  // 0 for numbers and signs
  FoldedSpan where;     // empty for "^" and "$"
};

// Replaces "words" by those of "sentence", "^" and "$" included.
// "text" is folded.  Linear.
void SplitIntoWords(std::string_view text, FoldedSpan sentence,
                    std::vector<SentenceWord>& words);

// Replaces "keys" by those of the words, their stems and the pairs that they
// make; the marks "^" and "$" count in pairs alone.
void ReadKeys(std::span<const SentenceWord> words,
              std::vector<FeatureKey>& keys);

// Words of a sentence that count as one of a class besides: those of the index
// from "begin" up to "end".
struct WordGroup {
  std::string_view feature;  // "[condition]"; "" for a word that stands alone
  FeatureKey key = 0;        // of that, or of the word
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const WordGroup&, const WordGroup&) = default;
};

// Replaces "row" by the words of a sentence with "groups" in their place, each
// word that is in none being a group of its own.
// REQUIRES: "groups" are in order, not empty, and do not overlap
void SplitIntoGroups(std::span<const SentenceWord> words,
                     std::span<const WordGroup> groups,
                     std::vector<WordGroup>& row);

// Adds to "keys" those of the classes in a row, and of the pairs with them.
void AddGroupKeys(std::span<const WordGroup> row,
                  std::vector<FeatureKey>& keys);

class WordWeights {
 public:
  // Both must outlive this.
  WordWeights(const PlanArrays& arrays, const WeightTable& table)
      : slots_(Slice(arrays.weight_slots, table.slots)), table_(&table) {}

  const WeightConstants& constants() const { return table_->constants; }

  // The points of a feature; 0 for an unknown one.
  int Of(FeatureKey key) const;

  // The points of all features together, without the bias.
  int SumOf(std::span<const FeatureKey> keys) const {
    int sum = 0;
    for (const FeatureKey key : keys)
      sum += Of(key);
    return sum;
  }

  // Returns what each of "words" adds: its own points and its stem's, and half
  // of those of every pair that it is in, in halves of a point.  The first word
  // of a group of "row" has the points of the group.
  std::vector<int> Shares(std::span<const SentenceWord> words,
                          std::span<const WordGroup> row) const;

 private:
  std::span<const WeightSlot> slots_;
  const WeightTable* table_;
};

// Adds a table.  "features" have distinct keys.
void AddWeightTable(std::string_view name, const WeightConstants& constants,
                    std::span<const std::pair<FeatureKey, int>> features,
                    PlanVectors& vectors);

}  // namespace medlint

#endif  // LINTER_MATCH_WORD_WEIGHTS_H_
