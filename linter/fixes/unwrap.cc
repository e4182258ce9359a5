// SPDX-License-Identifier: Apache-2.0
//
// unwrap: takes the tags of the link away that the finding is about, and
// leaves what stands between them.
//
//   fix = { do = "unwrap", title = "Take the link away, keep its words" }

#include <memory>
#include <vector>

#include "linter/fixes/elements.h"
#include "linter/fixes/text_edits.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::unwrap {
namespace {

class UnwrapRepair : public Repair {
 public:
  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const ElementIndex index = ElementOf(document, site.candidate);
    if (index == kNoElement) return {};
    const Element& element = document.markup().elements[index];
    if (element.tag != Tag::k_a) return {};
    return Removals({element.start_tag, element.end_tag});
  }
};

std::unique_ptr<const Repair> Compile(CompileContext /*context*/) {
  return std::make_unique<const UnwrapRepair>();
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "unwrap",
    .summary = "takes a link away and leaves its words",
    .compile = Compile,
};

}  // namespace medlint::unwrap
