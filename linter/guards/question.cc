// SPDX-License-Identifier: Apache-2.0
//
// question: silent when the sentence asks ("Can massage cure sciatica?").

#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::question {
namespace {

class QuestionVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    // The words that count may stand in a heading that leads into the rest:
    // "What our needles clear up" over a list asks nothing.
    const bool within = candidate.where.Contains(candidate.Head());
    const TextSpan at = within ? candidate.Head() : candidate.where;
    const TextSpan sentence = page.reading.SentenceAt(at.begin);
    if (!page.reading.IsQuestion(sentence)) return std::nullopt;
    return sentence;
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const QuestionVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "question",
    .summary = "the sentence asks (“Can massage cure sciatica?”)",
    .compile = Compile,
};

}  // namespace medlint::question
