// SPDX-License-Identifier: Apache-2.0
//
// myth: silent when the page states the words in order to correct them.

#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::myth {
namespace {

class MythVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    return page.reading.MythAround(candidate.Head());
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const MythVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "myth",
    .summary = "the words are a myth that the page corrects (“Myth: it cures”)",
    .compile = Compile,
};

}  // namespace medlint::myth
