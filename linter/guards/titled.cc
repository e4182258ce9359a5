// SPDX-License-Identifier: Apache-2.0
//
// titled: silent when the words belong to the title of a work: in <cite>, or in
// italics that begin with a capital in the midst of a sentence.

#include <memory>
#include <optional>

#include "linter/base/utf8.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::titled {
namespace {

bool IsTitle(const Page& page, const Element& element) {
  if (element.tag == Tag::k_cite) return true;
  if (element.tag != Tag::k_em && element.tag != Tag::k_i) return false;
  const std::string_view words = page.document.Slice(element.text);
  return !words.empty() && IsAsciiUpper(words.front()) &&
         page.reading.SentenceAt(element.text.begin).begin !=
             element.text.begin;
}

class TitledVeto : public Veto {
 public:
  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const Markup& markup = page.document.markup();
    const ElementIndex title = markup.Closest(
        markup.InnermostAround(candidate.where),
        [&](ElementIndex at) { return IsTitle(page, markup.elements[at]); });
    if (title == kNoElement) return std::nullopt;
    return markup.elements[title].text;
  }
};

std::unique_ptr<const Veto> Compile(CompileContext /*context*/) {
  return std::make_unique<const TitledVeto>();
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "titled",
    .summary = "the words belong to the title of a work (`<cite>`, italics)",
    .compile = Compile,
};

}  // namespace medlint::titled
