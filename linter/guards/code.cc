// SPDX-License-Identifier: Apache-2.0
//
// code: silent when the words are code that the page shows: in <code>, <kbd>,
// <samp> or <pre>.

#include <memory>
#include <optional>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::code {
namespace {

class CodeVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const Markup& markup = page.document.markup();
    for (ElementIndex at = markup.InnermostAround(candidate.where);
         at != kNoElement; at = markup.elements[at].parent) {
      switch (markup.elements[at].tag) {
        case Tag::k_code:
        case Tag::k_kbd:
        case Tag::k_samp:
        case Tag::k_pre:
          return candidate.where;
        default:
          break;
      }
    }
    return std::nullopt;
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const CodeVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "code",
    .summary = "the words stand in `<code>`, `<kbd>`, `<samp>` or `<pre>`",
    .compile = Compile,
};

}  // namespace medlint::code
