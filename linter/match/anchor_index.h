// SPDX-License-Identifier: Apache-2.0
//
// An AnchorIndex tells where the literals of a plan stand in one text, pattern
// by pattern.
//
// One pass of each automaton notes which of its states it came through where
// literals end.  What such a state means is worked out once for each state that
// was seen, not for each place, and the places of a pattern are looked at when
// they are asked for: so the cost is that of the text and of what is asked.
//
// Belongs to one thread; keeps its memory from text to text.

#ifndef LINTER_MATCH_ANCHOR_INDEX_H_
#define LINTER_MATCH_ANCHOR_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/match/block_table.h"
#include "linter/match/fresh_array.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/pattern_search.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/plan_parts.h"

namespace medlint {

class AnchorIndex {
 public:
  // Finds all literals of "plan" in "text", which is folded.  Both must outlive
  // what is asked of it.
  void Find(const PlanParts& plan, std::string_view text);

  // False if there is no place at all.
  bool HasAnchors(PatternId pattern) {
    return by_pattern_[pattern].anchors != kNone;
  }
  bool HasNeeds(PatternId pattern) {
    return by_pattern_[pattern].needs != kNone;
  }

  // Appends the places of the pattern's anchors (of what it needs besides) that
  // lie in "block" of the text; in no order.
  void AppendAnchors(PatternId pattern, BlockTable::Block block,
                     std::vector<AnchorPlace>& places) {
    Append(by_pattern_[pattern].anchors, block, places);
  }
  void AppendNeeds(PatternId pattern, BlockTable::Block block,
                   std::vector<AnchorPlace>& places) {
    Append(by_pattern_[pattern].needs, block, places);
  }

 private:
  // What a literal that occurs is to a pattern.
  struct Source {
    std::uint32_t literal = 0;  // of the part of "group"
    std::uint32_t key_size = 0;
    std::uint32_t group = 0;
    std::uint32_t next = kNone;  // of the same pattern
    bool edge_before = false;
    bool edge_after = false;
  };
  struct Lists {
    std::uint32_t anchors = kNone;  // first source
    std::uint32_t needs = kNone;
  };
  // The places where the scan was in one state.
  struct Group {
    const PlanPart* part = nullptr;
    std::uint32_t state = 0;
    std::uint32_t begin = 0;  // in ends_
    std::uint32_t end = 0;
  };
  struct Visit {
    std::uint32_t group = 0;
    std::uint32_t end = 0;  // place in the text
  };
  struct GroupOfState {
    std::uint32_t group = kNone;
  };

  void FindVisits(const PlanPart& part);
  void GroupVisits();
  void AddSources(std::uint32_t group);
  void AddFollowers(std::uint32_t lexicon, const Source& source);
  void Add(PatternId pattern, bool is_need, Source source);
  void Append(std::uint32_t source, BlockTable::Block block,
              std::vector<AnchorPlace>& places) const;
  void AppendEnding(const AnchorUse& use, std::size_t begin, std::size_t end,
                    std::vector<AnchorPlace>& places) const;

  const PlanParts* plan_ = nullptr;
  std::string_view text_;
  FreshArray<GroupOfState> by_state_;  // of the part that is being read
  FreshArray<Lists> by_pattern_;
  std::vector<Visit> visits_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> ends_;  // of keys in the text, by group
  std::vector<Source> sources_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_ANCHOR_INDEX_H_
