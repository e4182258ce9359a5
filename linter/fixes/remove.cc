// SPDX-License-Identifier: Apache-2.0
//
// remove: takes the words away, with the space, the brackets and the elements
// that would be left over.  In a text that readers do not see in place, such as
// a description, words are taken away only where others stay.
//
//   fix = { do = "remove", title = "Remove the marker", safe = true }

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/fixes/elements.h"
#include "linter/fixes/text_edits.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::remove {
namespace {

// With brackets around it that would be left with nothing in them.
TextSpan WithBrackets(const Document& document, const Block& block,
                      TextSpan words) {
  const std::string_view text = document.text();
  while (words.begin > block.text.begin && words.end < block.text.end) {
    const char before = text[words.begin - 1];
    const char after = text[words.end];
    const bool is_pair =
        (before == '(' && after == ')') || (before == '[' && after == ']');
    if (!is_pair) break;
    words = {words.begin - 1, words.end + 1};
  }
  return words;
}

// The line break that ends the line of words that fill it, or that begins it.
std::optional<CleanSpan> LineBreakBeside(std::string_view source,
                                         CleanSpan words) {
  constexpr std::string_view kTag = "<br";
  std::size_t at = words.end;
  while (at < source.size() && IsAsciiSpace(source[at]))
    ++at;
  if (EqualsIgnoringAsciiCase(source.substr(at, kTag.size()), kTag)) {
    const std::size_t end = source.find('>', at);
    if (end == std::string_view::npos) return std::nullopt;
    return CleanSpan{words.end, static_cast<Offset>(end + 1)};
  }
  at = words.begin;
  while (at > 0 && IsAsciiSpace(source[at - 1]))
    --at;
  if (at == 0 || source[at - 1] != '>') return std::nullopt;
  const std::size_t begin = source.rfind('<', at);
  if (begin == std::string_view::npos ||
      !EqualsIgnoringAsciiCase(source.substr(begin, kTag.size()), kTag)) {
    return std::nullopt;
  }
  return CleanSpan{static_cast<Offset>(begin), words.begin};
}

std::vector<Edit> RemoveWords(const Document& document, const Block& block,
                              TextSpan words) {
  if (WouldJoinWords(document, words)) return {};
  auto pieces = PiecesOf(document, words);
  if (!pieces) return {};
  const auto space = SpaceToTake(document, words);
  if (!space) return {};
  pieces->insert(pieces->end(), space->begin(), space->end());
  const bool is_read = block.text.end <= document.reading_end();
  if (is_read && words == block.text && pieces->size() == 1) {
    const std::string_view source = document.source().clean();
    const CleanSpan line = pieces->front();
    if (const auto line_break = LineBreakBeside(source, line)) {
      pieces->push_back(*line_break);
    } else {
      pieces->front() = WholeLines(source, line);
    }
  }
  return Removals(*std::move(pieces));
}

class RemoveRepair : public Repair {
 public:
  bool RemovesWords() const override { return true; }

  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const BlockIndex index = document.BlockAt(site.candidate.where.begin);
    if (site.candidate.where.empty() || index == kNoBlock) return {};
    const Block& block = document.blocks()[index];
    if (block.text.end < site.candidate.where.end) return {};
    const TextSpan words = WithBrackets(document, block, site.candidate.where);
    if (block.text.begin >= document.reading_end()) {
      const bool is_address =
          block.kind == BlockKind::kUrl ||
          document.properties()[block.property].name == "link:canonical";
      if (is_address || HoldsNothingElse(document, block.text, site.leaving)) {
        return {};
      }
      return RemoveWords(document, block, words);
    }
    const Emptied emptied = FindEmptied(document, words, site.leaving);
    if (emptied.refused) return {};
    if (emptied.outermost == kNoElement) {
      return RemoveWords(document, block, words);
    }
    const Element& element = document.markup().elements[emptied.outermost];
    if (!IsBlockTag(element.tag) && WouldJoinWords(document, element.text)) {
      return {};
    }
    return RemoveElement(document, emptied.outermost);
  }
};

std::unique_ptr<const Repair> Compile(CompileContext /*context*/) {
  return std::make_unique<const RemoveRepair>();
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "remove",
    .summary =
        "takes the words away, with the space, the brackets and the elements "
        "that would be left over",
    .compile = Compile,
};

}  // namespace medlint::remove
