// SPDX-License-Identifier: Apache-2.0
//
// negated: silent when the words are denied ("does not cure").

#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::negated {
namespace {

class NegatedVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const auto scope = page.reading.NegationOver(
        candidate.head.empty() ? candidate.where : candidate.head);
    if (!scope) return std::nullopt;
    return scope->cue;
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const NegatedVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "negated",
    .summary = "the words are denied (“does not cure”)",
    .compile = Compile,
};

}  // namespace medlint::negated
