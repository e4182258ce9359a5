// SPDX-License-Identifier: Apache-2.0
//
// hedged: silent when the words are hedged.
//
//   { hedged = { grade = 3 } }
//
// Grades: 1 "can", 2 "may" (the default), 3 "the evidence is limited".

#include <memory>
#include <optional>

#include "linter/language/claim_status.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::hedged {
namespace {

class HedgedVeto : public Veto {
 public:
  explicit HedgedVeto(int grade) : grade_(grade) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const Hedge hedge = HedgeOf(page.reading, candidate.Head());
    if (hedge.grade < grade_) return std::nullopt;
    return hedge.cue;
  }

 private:
  int grade_;
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  return std::make_unique<const HedgedVeto>(
      context.keys.IntOr("grade", 2, 1, 3));
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "hedged",
    .summary =
        "the words are hedged (“may ease”): `{ hedged = { grade = 3 } }` asks "
        "for more",
    .compile = Compile,
};

}  // namespace medlint::hedged
