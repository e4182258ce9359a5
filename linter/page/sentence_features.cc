// SPDX-License-Identifier: Apache-2.0

#include "linter/page/sentence_features.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/language/language_data.h"

namespace medlint {
namespace {

// By CueFamily.
constexpr std::string_view kCueMarks[kCueFamilies] = {
    "@negation", "@hedge-1",   "@hedge-2", "@hedge-3", "@boost",  "@report",
    "@doubt",    "@condition", "@history", "@search",  "@mention"};

bool NamesSource(const Page& page, TextSpan sentence) {
  const auto first = std::ranges::lower_bound(
      page.facts.evidence, sentence.begin, {},
      [](const Evidence& evidence) { return evidence.where.begin; });
  return first != page.facts.evidence.end() &&
         first->where.begin < sentence.end;
}

// Long sentences would add up small points: sums count by the fourth root of
// the length, as if of sixteen words.  ci/train-weights does the same.  Square
// roots are exact, so that this is the same on every machine.
int PercentOf(std::size_t words) {
  const auto length = static_cast<double>(std::max<std::size_t>(words, 4));
  return static_cast<int>(std::lround(100 * std::sqrt(std::sqrt(16 / length))));
}

}  // namespace

void SentenceFeatures::Read(const Page& page, const Block& block,
                            TextSpan sentence) {
  SplitIntoWords(page.folded.text(), page.folded.FromText(sentence), words_);
  const Reading& reading = page.reading;
  marks_.clear();
  if (block.kind == BlockKind::kHeading) marks_.push_back("@heading");
  if (block.kind == BlockKind::kListItem) marks_.push_back("@item");
  if (block.zone == Zone::kTitle) marks_.push_back("@title");
  if (block.zone == Zone::kQuote) marks_.push_back("@quote");
  if (reading.IsQuestion(sentence)) marks_.push_back("@question");
  if (reading.RefutationOf(sentence)) marks_.push_back("@refuted");
  if (NamesSource(page, sentence)) marks_.push_back("@cited");
  const std::uint32_t families = reading.FamiliesIn(sentence);
  for (std::size_t i = 0; i < kCueFamilies; ++i) {
    if (((families >> i) & 1U) != 0) marks_.push_back(kCueMarks[i]);
  }
  ReadKeys(words_, keys_);
  for (const std::string_view mark : marks_)
    keys_.push_back(KeyOfWord(mark));
}

int SentenceFeatures::PointsBy(const WordWeights& weights) const {
  return weights.constants().bias +
         weights.SumOf(keys_) * PercentOf(words_.size() - 2) / 100;
}

}  // namespace medlint
