// SPDX-License-Identifier: Apache-2.0
//
// remove-element: takes the element away that the finding is about, with all
// that it holds: whose tag it stands in, or which hides it.
//
//   fix = { do = "remove-element", title = "Remove the hidden text" }

#include <memory>
#include <vector>

#include "linter/fixes/elements.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::remove_element {
namespace {

// A page needs these, whatever they hold.
bool IsFrameOfPage(Tag tag) {
  return tag == Tag::k_html || tag == Tag::k_head || tag == Tag::k_body ||
         tag == Tag::k_main || tag == Tag::k_article;
}

class RemoveElementRepair : public Repair {
 public:
  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const ElementIndex index = ElementOf(document, site.candidate);
    if (index == kNoElement) return {};
    const Element& element = document.markup().elements[index];
    if (IsFrameOfPage(element.tag)) return {};
    return RemoveElement(document, index);
  }
};

std::unique_ptr<const Repair> Compile(CompileContext /*context*/) {
  return std::make_unique<const RemoveElementRepair>();
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "remove-element",
    .summary =
        "takes the element away that the finding is about, with all it holds",
    .compile = Compile,
};

}  // namespace medlint::remove_element
