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
    const ElementIndex code = markup.Closest(
        markup.InnermostAround(candidate.where), [&](ElementIndex at) {
          const Tag tag = markup.elements[at].tag;
          return tag == Tag::k_code || tag == Tag::k_kbd ||
                 tag == Tag::k_samp || tag == Tag::k_pre;
        });
    if (code == kNoElement) return std::nullopt;
    return candidate.where;
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
