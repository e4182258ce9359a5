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
#include <cstdint>
#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::outweighed {
namespace {

constexpr std::uint32_t kLeastWords = 4;

class OutweighedVeto : public Veto {
 public:
  OutweighedVeto(WeightsId weights, int below)
      : weights_(weights), below_(below) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const TextSpan where = candidate.where;
    const auto sentences = page.points.sentences();
    std::optional<TextSpan> excuse;
    for (std::size_t i = page.points.FirstAfter(where.begin);
         i < sentences.size() && sentences[i].where.begin < where.end; ++i) {
      if (sentences[i].words < kLeastWords) return std::nullopt;
      if (page.points.Of(i, weights_) >= below_) return std::nullopt;
      excuse = sentences[i].where;
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
    .learned = true,
    .compile = Compile,
};

}  // namespace medlint::outweighed
