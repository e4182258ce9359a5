// SPDX-License-Identifier: Apache-2.0

#include "linter/page/support.h"

#include <algorithm>

namespace medlint {
namespace {

constexpr int kMarkerTier = 3;
// Bytes after a full stop in which a note belongs to the sentence: "pain.[1]"
constexpr Offset kNoteSize = 12;

std::optional<TextSpan> SourceIn(const Page& page, TextSpan where,
                                 int worst_tier) {
  const auto& evidence = page.facts.evidence;
  auto it =
      std::ranges::lower_bound(evidence, where.begin, {},
                               [](const Evidence& e) { return e.where.begin; });
  for (; it != evidence.end() && it->where.begin < where.end; ++it) {
    const int tier = it->marker ? kMarkerTier : it->tier;
    if (tier <= worst_tier) return it->where;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TextSpan> FindSupport(const Page& page, TextSpan where,
                                    int worst_tier, SupportReach reach) {
  const Document& document = page.document;
  const BlockIndex index = document.BlockAt(where.begin);
  if (index == kNoBlock) return std::nullopt;
  const Block& block = document.blocks()[index];
  const auto source_in = [&](TextSpan span) {
    return SourceIn(page, span, worst_tier);
  };
  const TextSpan sentence = page.reading.SentenceAt(where.begin);
  if (const auto source = source_in(sentence)) return source;
  const TextSpan note = {sentence.end,
                         std::min(block.text.end, sentence.end + kNoteSize)};
  if (const auto source = source_in(note)) return source;
  if (reach == SupportReach::kSentence) return std::nullopt;

  if (const auto source = source_in({sentence.begin, block.text.end})) {
    return source;
  }
  if (block.lead_in != kNoBlock) {
    const TextSpan lead_in = document.blocks()[block.lead_in].text;
    if (const auto source = source_in(lead_in)) return source;
  }
  if (reach == SupportReach::kParagraph) return std::nullopt;
  const Section& section = document.sections()[block.section];
  if (section.first_block >= section.end_block) return std::nullopt;
  return source_in({document.blocks()[section.first_block].text.begin,
                    document.blocks()[section.end_block - 1].text.end});
}

}  // namespace medlint
