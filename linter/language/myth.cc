// SPDX-License-Identifier: Apache-2.0

#include "linter/language/myth.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/language/word.h"

namespace medlint {
namespace {

constexpr int kMaxHeadingWords = 12;

class MythFinder {
 public:
  MythFinder(const Document& document, const MythWords& words,
             MythLabels& labels)
      : document_(document),
        words_(words),
        labels_(labels),
        text_(document.text()) {}

  std::optional<TextSpan> Find(BlockIndex index, TextSpan span) const {
    const Block& block = document_.blocks()[index];
    if (const MythLabel* const label = LastLabel(index, span.begin)) {
      return label->opens ? std::optional(label->word) : std::nullopt;
    }
    if (block.kind == BlockKind::kTableCell) return ColumnHead(block);
    const BlockIndex heading = HeadingOf(index);
    if (heading != kNoBlock) {
      const TextSpan title = document_.blocks()[heading].text;
      const MythLabel* const label = LastLabel(heading, title.end);
      if (label != nullptr && label->opens &&
          IsRestEmpty({label->word.end, title.end})) {
        return label->word;
      }
    }
    const bool states =
        block.kind == BlockKind::kListItem || block.kind == BlockKind::kHeading;
    if (!states) return std::nullopt;
    if (block.lead_in != kNoBlock) {
      const TextSpan lead_in = document_.blocks()[block.lead_in].text;
      if (const auto word = CollectionIn(lead_in)) return word;
    }
    if (heading == kNoBlock) return std::nullopt;
    return CollectionIn(document_.blocks()[heading].text);
  }

 private:
  // The heading that "index" stands under; of a heading, the one above it.
  BlockIndex HeadingOf(BlockIndex index) const {
    const std::span<const Section> sections = document_.sections();
    const Section& section = sections[document_.blocks()[index].section];
    if (section.heading != index) return section.heading;
    return section.parent < sections.size() ? sections[section.parent].heading
                                            : kNoBlock;
  }

  TextSpan WordFrom(Offset at, Offset end) const {
    while (at < end && !IsWordByte(text_, at))
      ++at;
    const Offset begin = at;
    while (at < end && IsWordByte(text_, at))
      ++at;
    return {begin, at};
  }

  // True for "Myth", "Myth 3:", "MYTH -", "Fiction?", but not "Myth busters".
  bool IsLabel(TextSpan word, Offset end) const {
    constexpr std::string_view kEnds = ":.)|?!\xE2";
    for (Offset at = word.end; at < end; ++at) {
      const char c = text_[at];
      if (c == ' ' || c == '#' || IsAsciiDigit(c)) continue;
      if (c == '-') return text_[at - 1] == ' ';
      return kEnds.find(c) != std::string_view::npos;
    }
    return true;
  }

  std::vector<MythLabel> ReadLabels(TextSpan block) const {
    std::vector<MythLabel> labels;
    bool at_start = true;
    for (TextSpan word = WordFrom(block.begin, block.end); !word.empty();
         word = WordFrom(word.end, block.end)) {
      if (at_start) {
        const std::string_view form = word.In(text_);
        const bool opens = Lists(words_.openers, form);
        if ((opens || Lists(words_.answers, form)) &&
            IsLabel(word, block.end)) {
          labels.push_back({.word = word, .opens = opens});
        }
      }
      at_start = BreaksAfter(word.end, block.end);
    }
    return labels;
  }

  // The last label of the block that begins before "before", which decides; or
  // null.
  const MythLabel* LastLabel(BlockIndex block, Offset before) const {
    const auto [kept, is_new] = labels_.try_emplace(block);
    std::vector<MythLabel>& labels = kept->second;
    if (is_new) labels = ReadLabels(document_.blocks()[block].text);
    const auto next = std::ranges::lower_bound(
        labels, before, {},
        [](const MythLabel& each) { return each.word.begin; });
    return next == labels.begin() ? nullptr : &*std::prev(next);
  }

  // True if a sentence, a bracket or a line ends at "at".
  bool BreaksAfter(Offset at, Offset end) const {
    for (; at < end && !IsWordByte(text_, at); ++at) {
      if (std::string_view(".!?:;|").find(text_[at]) !=
          std::string_view::npos) {
        return true;
      }
    }
    return false;
  }

  bool IsRestEmpty(TextSpan rest) const {
    for (Offset at = rest.begin; at < rest.end; ++at) {
      if (IsAsciiAlpha(text_[at])) return false;
    }
    return true;
  }

  // "Common myths about honey", but not "Myths and facts", whose list may hold
  // either.
  std::optional<TextSpan> CollectionIn(TextSpan title) const {
    std::optional<TextSpan> found;
    Offset at = title.begin;
    for (int i = 0; i < kMaxHeadingWords; ++i) {
      const TextSpan word = WordFrom(at, title.end);
      if (word.empty()) break;
      const std::string_view form = word.In(text_);
      if (Lists(words_.answers, form)) return std::nullopt;
      if (!found && Lists(words_.collections, form)) found = word;
      at = word.end;
    }
    return found;
  }

  // The head of the column that the cell stands in, if it begins with an
  // opener.  Cells that span columns are counted as one.
  std::optional<TextSpan> ColumnHead(const Block& cell) const {
    const Markup& markup = document_.markup();
    const std::vector<Element>& elements = markup.elements;
    const ElementIndex own = markup.Closest(
        cell.element, [&](ElementIndex at) { return IsCell(at); });
    if (own == kNoElement) return std::nullopt;
    const ElementIndex row = elements[own].parent;
    const ElementIndex table = markup.Closest(
        own, [&](ElementIndex at) { return elements[at].tag == Tag::k_table; });
    if (row == kNoElement || table == kNoElement) return std::nullopt;
    std::size_t column = 0;
    for (ElementIndex i = row + 1; i < own; ++i) {
      if (elements[i].parent == row && IsCell(i)) ++column;
    }
    ElementIndex first_row = table + 1;
    while (first_row < elements[table].subtree_end &&
           elements[first_row].tag != Tag::k_tr) {
      ++first_row;
    }
    if (first_row >= elements[table].subtree_end || first_row == row) {
      return std::nullopt;
    }
    for (ElementIndex i = first_row + 1; i < elements[first_row].subtree_end;
         ++i) {
      if (elements[i].parent != first_row || !IsCell(i)) continue;
      if (column-- > 0) continue;
      const TextSpan head = elements[i].text;
      const TextSpan word = WordFrom(head.begin, head.end);
      const std::string_view form = word.In(text_);
      const bool myth = !word.empty() && (Lists(words_.openers, form) ||
                                          Lists(words_.collections, form));
      return myth ? std::optional(word) : std::nullopt;
    }
    return std::nullopt;
  }

  bool IsCell(ElementIndex i) const {
    const Tag tag = document_.markup().elements[i].tag;
    return tag == Tag::k_td || tag == Tag::k_th;
  }

  const Document& document_;
  const MythWords& words_;
  MythLabels& labels_;
  std::string_view text_;
};

}  // namespace

std::optional<TextSpan> FindMyth(const Document& document,
                                 const MythWords& words, BlockIndex block,
                                 TextSpan span, MythLabels& labels) {
  return MythFinder(document, words, labels).Find(block, span);
}

}  // namespace medlint
