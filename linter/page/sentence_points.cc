// SPDX-License-Identifier: Apache-2.0

#include "linter/page/sentence_points.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "linter/document/running_text.h"
#include "linter/match/word_weights.h"
#include "linter/page/page.h"
#include "linter/page/sentence_features.h"

namespace medlint {
namespace {

// What one neighbour can do is limited, and how far neighbours reach; measured
// with ci/train-weights.
constexpr std::size_t kNeighbours = 3;
constexpr int kLeastPoints = -250;
constexpr int kMostPoints = 200;

}  // namespace

std::span<const SentencePoints::Sentence> SentencePoints::sentences() const {
  if (!read_) ReadAll();
  return sentences_;
}

int SentencePoints::Of(std::size_t i, WeightsId weights) const {
  return points_[i * page_.plan.weights_count() + weights];
}

std::size_t SentencePoints::CountFrom(int at_least, WeightsId weights) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < sentences().size(); ++i) {
    if (Of(i, weights) >= at_least) ++count;
  }
  return count;
}

bool SentencePoints::AnyFrom(int at_least, WeightsId weights,
                             TextSpan span) const {
  for (std::size_t i = FirstAfter(span.begin);
       i < sentences_.size() && sentences_[i].where.begin < span.end; ++i) {
    if (Of(i, weights) >= at_least) return true;
  }
  return false;
}

std::size_t SentencePoints::FirstAfter(Offset offset) const {
  const auto first = std::ranges::upper_bound(
      sentences(), offset, {},
      [](const Sentence& sentence) { return sentence.where.end; });
  return static_cast<std::size_t>(first - sentences().begin());
}

void SentencePoints::ReadAll() const {
  read_ = true;
  const auto tables = static_cast<WeightsId>(page_.plan.weights_count());
  SentenceFeatures features;
  const std::span<const Block> blocks = page_.document.blocks();
  for (BlockIndex i = 0; i < blocks.size(); ++i) {
    if (blocks[i].text.begin >= page_.document.reading_end()) break;
    if (!IsRunningText(blocks[i].zone)) continue;
    for (const TextSpan sentence : page_.reading.SentencesOf(i)) {
      features.Read(page_, blocks[i], sentence);
      sentences_.push_back(
          {.where = sentence,
           .block = i,
           .words = static_cast<std::uint32_t>(features.words().size() - 2)});
      for (WeightsId table = 0; table < tables; ++table)
        points_.push_back(features.PointsBy(page_.plan.Weights(table)));
    }
  }
  for (WeightsId table = 0; table < tables; ++table) {
    if (page_.plan.Weights(table).constants().context != 0) AddContext(table);
  }
}

// A window that moves along: each sentence is added once and taken out once.
void SentencePoints::AddContext(WeightsId weights) const {
  const WeightConstants& constants = page_.plan.Weights(weights).constants();
  const std::size_t tables = page_.plan.weights_count();
  const std::size_t count = sentences_.size();
  std::vector<int> over(count);  // over an ordinary sentence
  for (std::size_t i = 0; i < count; ++i) {
    over[i] =
        std::clamp(points_[i * tables + weights], kLeastPoints, kMostPoints) -
        constants.ordinary;
  }
  int sum = 0;
  for (std::size_t i = 0; i < std::min(kNeighbours, count); ++i)
    sum += over[i];
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kNeighbours < count) sum += over[i + kNeighbours];
    if (i > kNeighbours) sum -= over[i - kNeighbours - 1];
    points_[i * tables + weights] += (sum - over[i]) * constants.context /
                                     (100 * 2 * static_cast<int>(kNeighbours));
  }
}

}  // namespace medlint
