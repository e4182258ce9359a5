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
    const TextSpan sentence = page.reading.SentenceAt(candidate.Head().begin);
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
