// SPDX-License-Identifier: Apache-2.0

#include "linter/page/sentence_features.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/language/language_data.h"

namespace medlint {
namespace {

// By CueFamily.
constexpr std::string_view kCueMarks[kCueFamilies] = {
    "@negation", "@hedge-1",   "@hedge-2", "@hedge-3", "@boost",  "@report",
    "@doubt",    "@condition", "@history", "@search",  "@mention"};

// Numbers from the one named up to the next.
constexpr std::string_view kNumberClasses[] = {
    "[#0]",   "[#1]",    "[#2]",    "[#3]",    "[#5]",
    "[#10]",  "[#20]",   "[#50]",   "[#100]",  "[#200]",
    "[#500]", "[#1000]", "[#2000]", "[#5000]", "[#10000]"};
constexpr int kNumberSteps[] = {1,   2,   3,   5,    10,   20,   50,
                                100, 200, 500, 1000, 2000, 5000, 10000};

// Of "10,000" all of it; of "2.5" the whole part.
Offset NumberEnd(std::string_view text, Offset begin) {
  const auto digits_from = [&](Offset at) {
    Offset end = at;
    while (end < text.size() && IsAsciiDigit(text[end]))
      ++end;
    return end;
  };
  Offset end = digits_from(begin);
  while (end < text.size() && text[end] == ',' &&
         digits_from(end + 1) == end + 4)
    end += 4;
  return end;
}

std::string_view NumberClass(std::string_view text, FoldedSpan number) {
  int value = 0;
  for (const char c : number.In(text)) {
    if (!IsAsciiDigit(c)) continue;
    value = std::min(value * 10 + (c - '0'),
                     kNumberSteps[std::size(kNumberSteps) - 1]);
  }
  const auto* const next = std::ranges::upper_bound(kNumberSteps, value);
  return kNumberClasses[next - std::begin(kNumberSteps)];
}

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
  const FoldedSpan folded = page.folded.FromText(sentence);
  SplitIntoWords(page.folded.text(), folded, words_);
  ReadRow(page, folded);
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
  if (!groups_.empty()) AddGroupKeys(row_, keys_);
  for (const std::string_view mark : marks_)
    keys_.push_back(KeyOfWord(mark));
}

void SentenceFeatures::ReadRow(const Page& page, FoldedSpan sentence) {
  groups_.clear();
  auto classed = page.word_classes.In(sentence);
  for (std::size_t word = 1; word + 1 < words_.size();) {  // behind "^"
    const std::size_t first = word++;
    const Offset begin = words_[first].where.begin;
    while (!classed.empty() && classed.front().where.end <= begin)
      classed = classed.subspan(1);
    std::string_view feature;
    Offset end = 0;
    if (!classed.empty() && classed.front().where.begin <= begin) {
      end = classed.front().where.end;
      feature = page.data.word_classes[classed.front().of_class].feature;
    } else if (IsAsciiDigit(page.folded.text()[begin])) {
      end = NumberEnd(page.folded.text(), begin);
      feature = NumberClass(page.folded.text(), {begin, end});
    } else {
      continue;
    }
    while (word + 1 < words_.size() && words_[word].where.end <= end)
      ++word;
    groups_.push_back({.feature = feature,
                       .key = KeyOfWord(feature),
                       .begin = first,
                       .end = word});
  }
  SplitIntoGroups(words_, groups_, row_);
}

int SentenceFeatures::PointsBy(const WordWeights& weights) const {
  return weights.constants().bias +
         weights.SumOf(keys_) * PercentOf(words_.size() - 2) / 100;
}

}  // namespace medlint
