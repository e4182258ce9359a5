// SPDX-License-Identifier: Apache-2.0
//
// debunked: silent when the page holds the words up as wrong.

#include <memory>
#include <optional>

#include "linter/language/claim_status.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::debunked {
namespace {

class DebunkedVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    return DebunkingOf(page.reading, candidate.Head());
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const DebunkedVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "debunked",
    .summary =
        "the page holds the words up as wrong (“beware of”, “…, but no "
        "evidence supports this”)",
    .compile = Compile,
};

}  // namespace medlint::debunked
