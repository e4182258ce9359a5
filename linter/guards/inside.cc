// SPDX-License-Identifier: Apache-2.0
//
// inside: silent when the words stand in an element that has an attribute, or
// are an address that such an element has.
//
//   { inside = { attribute = "data-cfemail" } }

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::inside {
namespace {

ElementIndex ElementOf(const Page& page, TextSpan where) {
  const Document& document = page.document;
  const BlockIndex block = document.BlockAt(where.begin);
  if (block != kNoBlock && document.blocks()[block].kind == BlockKind::kUrl) {
    return document.properties()[document.blocks()[block].property].element;
  }
  return document.markup().InnermostAround(where);
}

class InsideVeto : public Veto {
 public:
  explicit InsideVeto(std::string attribute)
      : attribute_(std::move(attribute)) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const Markup& markup = page.document.markup();
    const ElementIndex around =
        markup.Closest(ElementOf(page, candidate.where), [&](ElementIndex at) {
          return markup.FindAttribute(at, attribute_) != nullptr;
        });
    if (around == kNoElement) return std::nullopt;
    return candidate.where;
  }

 private:
  std::string attribute_;  // lower case
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  return std::make_unique<const InsideVeto>(
      ToAsciiLower(context.keys.String("attribute")));
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "inside",
    .summary =
        "the words stand in an element that has an attribute: `{ inside = { "
        "attribute = \"data-cfemail\" } }`",
    .compile = Compile,
};

}  // namespace medlint::inside
