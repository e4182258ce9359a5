// SPDX-License-Identifier: Apache-2.0
//
// cited: silent when a source stands nearby.
//
//   { cited = { tier = 2, within = "paragraph" } }
//
// Where a source must stand, and what a marker counts as: page/support.h.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "linter/page/page.h"
#include "linter/page/support.h"
#include "linter/rule/kind.h"

namespace medlint::cited {
namespace {

class CitedVeto : public Veto {
 public:
  CitedVeto(int tier, SupportReach reach) : tier_(tier), reach_(reach) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    return FindSupport(page, candidate.where, tier_, reach_);
  }

 private:
  int tier_;
  SupportReach reach_;
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  static constexpr std::string_view kReaches[] = {"sentence", "paragraph",
                                                  "section"};
  const int tier = context.keys.IntOr("tier", 4, 1, 4);
  const std::string within =
      context.keys.ChoiceOr("within", "sentence", kReaches);
  const SupportReach reach = within == "section"     ? SupportReach::kSection
                             : within == "paragraph" ? SupportReach::kParagraph
                                                     : SupportReach::kSentence;
  return std::make_unique<const CitedVeto>(tier, reach);
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "cited",
    .summary = "a source stands nearby",
    .compile = Compile,
};

}  // namespace medlint::cited
