// SPDX-License-Identifier: Apache-2.0
//
// quoted: silent when the words are somebody else's, in quotation marks or in a
// <blockquote>.

#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::quoted {
namespace {

class QuotedVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    return page.reading.QuotationOver(candidate.where);
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const QuotedVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "quoted",
    .summary = "the words stand in quotation marks or a quotation",
    .compile = Compile,
};

}  // namespace medlint::quoted
