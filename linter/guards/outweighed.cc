// SPDX-License-Identifier: Apache-2.0
//
// outweighed: silent when the words of the sentence, weighed together, speak
// against a fault: see match/word_weights.h.
//
//   { outweighed = { weights = "claims", below = -200 } }
//
// Of several sentences the heaviest counts.  One of fewer than four words says
// too little.

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "linter/match/word_weights.h"
#include "linter/page/page.h"
#include "linter/page/sentence_features.h"
#include "linter/rule/kind.h"

namespace medlint::outweighed {
namespace {

constexpr std::size_t kLeastWords = 4;

class OutweighedVeto : public Veto {
 public:
  OutweighedVeto(WeightsId weights, int below)
      : weights_(weights), below_(below) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const TextSpan where = candidate.where;
    const BlockIndex index = page.document.BlockAt(where.begin);
    if (index == kNoBlock || where.begin >= page.document.reading_end()) {
      return std::nullopt;
    }
    const Block& block = page.document.blocks()[index];
    const WordWeights weights = page.plan.Weights(weights_);
    SentenceFeatures features;
    std::vector<int> points;
    std::optional<TextSpan> excuse;
    for (const TextSpan sentence : page.reading.SentencesOf(index)) {
      if (!sentence.Overlaps(where)) continue;
      features.Read(page, block, sentence);
      if (features.words().size() < kLeastWords + 2) return std::nullopt;
      if (features.Weigh(weights, points) >= below_) return std::nullopt;
      excuse = sentence;
    }
    return excuse;
  }

 private:
  WeightsId weights_;
  int below_;
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  const std::optional<WeightsId> weights = ReadWeightsName(context);
  const int below = context.keys.IntOr("below", 0, -100'000, 100'000);
  if (!weights) return nullptr;
  return std::make_unique<const OutweighedVeto>(*weights, below);
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "outweighed",
    .summary =
        "the words of the sentence, weighed together, speak against it: `{ "
        "outweighed = { weights = \"claims\", below = -200 } }`",
    .compile = Compile,
};

}  // namespace medlint::outweighed
