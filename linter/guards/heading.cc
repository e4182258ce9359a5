// SPDX-License-Identifier: Apache-2.0
//
// heading: silent when the words stand in a heading or a title.

#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::heading {
namespace {

class HeadingVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const BlockIndex index = page.document.BlockAt(candidate.where.begin);
    if (index == kNoBlock) return std::nullopt;
    const Block& block = page.document.blocks()[index];
    const bool heading = block.kind == BlockKind::kHeading ||
                         block.zone == Zone::kTitle ||
                         block.zone == Zone::kHeading;
    if (!heading) return std::nullopt;
    return block.text;
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const HeadingVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "heading",
    .summary = "the words stand in a heading or a title",
    .compile = Compile,
};

}  // namespace medlint::heading
