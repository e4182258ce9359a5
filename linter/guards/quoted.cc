// SPDX-License-Identifier: Apache-2.0
//
// quoted: silent when the words are somebody else's, in quotation marks or in a
// <blockquote>.
//
//   { quoted = { min-words = 1 } }
//
// Fewer than four words in quotation marks (the default) are mostly emphasis or
// distance; a rule about words themselves takes them for a mention.

#include <memory>
#include <optional>

#include "linter/language/quotation.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::quoted {
namespace {

class QuotedVeto : public Veto {
 public:
  explicit QuotedVeto(int min_words) : min_words_(min_words) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    if (auto quotation = page.reading.QuotationOver(candidate.where)) {
      return quotation;
    }
    if (min_words_ >= kLeastWords) return std::nullopt;
    const BlockIndex block = page.document.BlockAt(candidate.where.begin);
    if (block == kNoBlock) return std::nullopt;
    return FindQuotations(page.document.text(),
                          page.document.blocks()[block].text, min_words_)
        .Around(candidate.where);
  }

 private:
  static constexpr int kLeastWords = 4;  // of Reading::QuotationOver
  int min_words_;
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  return std::make_unique<const QuotedVeto>(
      context.keys.IntOr("min-words", 4, 1, 4));
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "quoted",
    .summary =
        "the words stand in quotation marks or a quotation: "
        "`{ quoted = { min-words = 1 } }` takes single words, too",
    .compile = Compile,
};

}  // namespace medlint::quoted
