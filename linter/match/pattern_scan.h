// SPDX-License-Identifier: Apache-2.0
//
// A PatternScan is one text on its way through a plan: where the anchors of
// each pattern stand, and the hits of those patterns that somebody has asked
// for.
//
// Finding the anchors is one pass over the text; looking at them with the
// expression costs more, and of most patterns nobody asks on most pages (the
// guards of a rule that has no match, rules for another type of page).  So that
// is done pattern by pattern, on first need, and block by block where only one
// block is asked about.  No match crosses blocks, so the answers do not depend
// on who asks first.
//
// Belongs to one thread at a time.  Refers to the plan and to both texts.

#ifndef LINTER_MATCH_PATTERN_SCAN_H_
#define LINTER_MATCH_PATTERN_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/match/anchor_index.h"
#include "linter/match/block_table.h"
#include "linter/match/char_class.h"
#include "linter/match/char_map.h"
#include "linter/match/line_map.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/pattern_search.h"
#include "linter/match/plan_parts.h"
#include "linter/text/fold.h"

namespace medlint {

// One of the two texts, and what is worked out about it when first needed.
class Haystack {
 public:
  explicit Haystack(std::string_view text) : text_(text), blocks_(text) {}

  std::string_view text() const { return text_; }
  const BlockTable& blocks() const { return blocks_; }
  const CharMap& chars();
  // The characters beyond ASCII that it has, each once, if they are few.
  const std::vector<char32_t>& wide();
  static constexpr std::size_t kFewWide = 64;

 private:
  std::string_view text_;
  BlockTable blocks_;
  std::optional<CharMap> chars_;
  std::optional<std::vector<char32_t>> wide_;
};

class PatternScan {
 public:
  // All must outlive this.  "text" is what "folded" was made from.
  PatternScan(const PlanParts& plan, std::string_view text,
              const FoldedText& folded);
  ~PatternScan();
  PatternScan(const PatternScan&) = delete;
  PatternScan& operator=(const PatternScan&) = delete;

  // See Hits::Of.
  std::span<const Hit> Of(PatternId pattern);

  // The hits of "pattern" in the block that holds "where", a span of the text,
  // or if it is in no one block all of them.
  std::span<const Hit> Around(PatternId pattern, TextSpan where);

  // The hits of all patterns.
  std::size_t CountAll();

 private:
  struct Scratch;
  struct Answers;

  static constexpr std::uint32_t kAllLines = 0xFFFFFFFFU;

  bool IsHopeless(PatternId id) const;
  std::span<const Hit> Look(PatternId id, std::uint32_t line);
  static BlockTable::Block BlockOf(const Haystack& haystack,
                                   std::uint32_t line);
  void AddRuns(PatternId id, std::uint32_t line);
  CharKinds KindsToLookFor(PatternId id, Haystack& haystack);
  void MoveToExactText(std::span<AnchorPlace> places);
  std::span<const Hit> Keep(PatternId id, std::span<const Match> matches);

  const PlanParts& plan_;
  Haystack text_;
  Haystack folded_;
  LineMap lines_;
  std::unique_ptr<Scratch> scratch_;  // lent by the thread, given back at last
};

}  // namespace medlint

#endif  // LINTER_MATCH_PATTERN_SCAN_H_
