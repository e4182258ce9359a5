// SPDX-License-Identifier: Apache-2.0
//
// cited: silent when a source stands nearby.
//
//   { cited = { tier = 2, within = "paragraph" } }
//
// A source in the same sentence supports it; one later in the same paragraph or
// list item does, too; so does one in the sentence that leads into the list.
// A marker ("[1]") counts as tier 3, for what it points to is not judged yet.

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::cited {
namespace {

constexpr int kMarkerTier = 3;

enum class Reach { kSentence, kParagraph, kSection };

class CitedVeto : public Veto {
 public:
  CitedVeto(int tier, Reach reach) : tier_(tier), reach_(reach) {}

  std::optional<TextSpan> Excuse(const Page& page,
                                 const Candidate& candidate) const override {
    const Document& document = page.document;
    const BlockIndex index = document.BlockAt(candidate.where.begin);
    if (index == kNoBlock) return std::nullopt;
    const Block& block = document.blocks()[index];
    const TextSpan sentence = page.reading.SentenceAt(candidate.where.begin);
    if (const auto source = SourceIn(page, sentence)) return source;
    // A note that follows the full stop: "... pain.[1]"
    const TextSpan tail = {sentence.end,
                           std::min(block.text.end, sentence.end + 12)};
    if (const auto source = SourceIn(page, tail)) return source;
    if (reach_ == Reach::kSentence) return std::nullopt;

    if (const auto source = SourceIn(page, {sentence.begin, block.text.end})) {
      return source;
    }
    if (block.lead_in != kNoBlock) {
      const TextSpan lead_in = document.blocks()[block.lead_in].text;
      if (const auto source = SourceIn(page, lead_in)) return source;
    }
    if (reach_ == Reach::kParagraph) return std::nullopt;
    const Section& section = document.sections()[block.section];
    if (section.first_block >= section.end_block) return std::nullopt;
    return SourceIn(page, {document.blocks()[section.first_block].text.begin,
                           document.blocks()[section.end_block - 1].text.end});
  }

 private:
  std::optional<TextSpan> SourceIn(const Page& page, TextSpan where) const {
    const auto& evidence = page.facts.evidence;
    auto it = std::ranges::lower_bound(
        evidence, where.begin, {},
        [](const Evidence& e) { return e.where.begin; });
    for (; it != evidence.end() && it->where.begin < where.end; ++it) {
      const int tier = it->marker ? kMarkerTier : it->tier;
      if (tier <= tier_) return it->where;
    }
    return std::nullopt;
  }

  int tier_;
  Reach reach_;
};

std::unique_ptr<const Veto> Compile(CompileContext context) {
  static constexpr std::string_view kReaches[] = {"sentence", "paragraph",
                                                  "section"};
  const int tier = context.keys.IntOr("tier", 4, 1, 4);
  const std::string within =
      context.keys.ChoiceOr("within", "sentence", kReaches);
  const Reach reach = within == "section"     ? Reach::kSection
                      : within == "paragraph" ? Reach::kParagraph
                                              : Reach::kSentence;
  return std::make_unique<const CitedVeto>(tier, reach);
}

}  // namespace

extern constexpr Guard kGuard = {
    .name = "cited",
    .summary = "a source stands nearby",
    .compile = Compile,
};

}  // namespace medlint::cited
