// SPDX-License-Identifier: Apache-2.0
//
// replace: writes other words in the place of those found, by expressions that
// are tried from left to right, at each place in the order written.
//
//   fix = { do = "replace", swaps = [{ from = '^\.', to = "0." }], ... }
//
// In "to", \1 to \9 are the groups of "from".

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/fixes/text_edits.h"
#include "linter/match/regexp.h"
#include "linter/page/page.h"
#include "linter/rule/kind.h"

namespace medlint::replace {
namespace {

struct Swap {
  std::unique_ptr<const Regexp> from;
  std::string to;
};

// "to" with the groups of a match in their places.
std::string Expand(const Swap& swap, std::string_view words,
                   Regexp::Range match) {
  if (swap.to.find('\\') == std::string::npos) return swap.to;
  const std::vector<Regexp::Group> groups = swap.from->Groups(words, match);
  std::string text;
  for (std::size_t i = 0; i < swap.to.size(); ++i) {
    if (swap.to[i] != '\\' || i + 1 == swap.to.size()) {
      text += swap.to[i];
      continue;
    }
    const std::string_view name(&swap.to[++i], 1);
    for (const Regexp::Group& group : groups) {
      if (group.name != name) continue;
      text +=
          words.substr(group.where.begin, group.where.end - group.where.begin);
    }
  }
  return text;
}

class ReplaceRepair : public Repair {
 public:
  explicit ReplaceRepair(std::vector<Swap> swaps) : swaps_(std::move(swaps)) {}

  std::vector<Edit> EditsFor(const RepairSite& site) const override {
    const Document& document = site.page.document;
    const TextSpan where = site.candidate.where;
    const std::string_view words = document.Slice(where);
    std::vector<Edit> edits;
    for (std::size_t at = 0; at < words.size();) {
      const std::optional<Match> match = NextMatch(words, at);
      if (!match) break;
      const TextSpan span = {
          where.begin + static_cast<Offset>(match->range.begin),
          where.begin + static_cast<Offset>(match->range.end)};
      const std::string text = Expand(*match->swap, words, match->range);
      if (text != document.Slice(span) && !Write(document, span, text, edits)) {
        return {};
      }
      at = match->range.end + (span.empty() ? 1 : 0);
    }
    return edits;
  }

 private:
  struct Match {
    const Swap* swap = nullptr;  // never null
    Regexp::Range range;
  };

  std::optional<Match> NextMatch(std::string_view words, std::size_t at) const {
    std::optional<Match> first;
    for (const Swap& swap : swaps_) {
      const auto range = swap.from->Find(
          words, {.begin = at, .end = words.size()}, Regexp::Start::kAnywhere);
      if (range && (!first || range->begin < first->range.begin)) {
        first = {.swap = &swap, .range = *range};
      }
    }
    return first;
  }

  // Where tags stand between the old words, the new ones stand before them.
  static bool Write(const Document& document, TextSpan span,
                    std::string_view text, std::vector<Edit>& edits) {
    auto escaped = Escaped(document, span.begin, text);
    const auto pieces = PiecesOf(document, span);
    if (!escaped || !pieces) return false;
    if (pieces->empty()) {
      edits.push_back({.where = document.ToClean(span),
                       .replacement = *std::move(escaped)});
      return true;
    }
    for (const CleanSpan piece : *pieces) {
      edits.push_back({.where = piece, .replacement = ""});
    }
    edits[edits.size() - pieces->size()].replacement = *std::move(escaped);
    return true;
  }

  std::vector<Swap> swaps_;
};

// Reports a "\" that is no group.
void CheckGroups(TableReader& keys, std::string_view to) {
  for (std::size_t at = to.find('\\'); at != std::string_view::npos;
       at = to.find('\\', at + 2)) {
    if (at + 1 < to.size() && IsAsciiDigit(to[at + 1])) continue;
    keys.Reject("to", "`\\` must be followed by the number of a group");
    return;
  }
}

std::unique_ptr<const Repair> Compile(CompileContext context) {
  std::vector<Swap> swaps;
  for (TableReader& keys : context.keys.TablesOrNone("swaps")) {
    Swap swap;
    swap.from = ReadExpression(keys, "from");
    swap.to = keys.String("to");
    CheckGroups(keys, swap.to);
    keys.Finish();
    if (swap.from) swaps.push_back(std::move(swap));
  }
  if (!context.keys.Has("swaps")) {
    context.keys.Reject("swaps", "`replace` needs `swaps`",
                        "swaps = [{ from = 'a', to = \"b\" }]");
  }
  return std::make_unique<const ReplaceRepair>(std::move(swaps));
}

}  // namespace

extern constexpr RepairKind kRepair = {
    .name = "replace",
    .summary =
        "writes other words: `swaps`, a list of `{ from = '…', to = \"…\" }`",
    .compile = Compile,
};

}  // namespace medlint::replace
