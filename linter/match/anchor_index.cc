// SPDX-License-Identifier: Apache-2.0

#include "linter/match/anchor_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/plan_parts.h"
#include "linter/match/word_edge.h"

namespace medlint {

void AnchorIndex::Find(const PlanParts& plan, std::string_view text) {
  plan_ = &plan;
  text_ = text;
  by_pattern_.Renew(plan.size());
  visits_.clear();
  groups_.clear();
  sources_.clear();
  FindVisits(plan.base);
  FindVisits(plan.added);
  GroupVisits();
  for (std::uint32_t group = 0; group < groups_.size(); ++group)
    AddSources(group);
}

void AnchorIndex::FindVisits(const PlanPart& part) {
  by_state_.Renew(part.arrays.states.size());
  part.automaton.FindStates(
      text_, [this, &part](std::uint32_t state, std::size_t end) {
        std::uint32_t& group = by_state_[state].group;
        if (group == kNone) {
          group = static_cast<std::uint32_t>(groups_.size());
          groups_.push_back({.part = &part, .state = state});
        }
        ++groups_[group].end;  // counts, for now
        visits_.push_back({group, static_cast<std::uint32_t>(end)});
      });
}

void AnchorIndex::GroupVisits() {
  std::uint32_t begin = 0;
  for (Group& group : groups_) {
    const std::uint32_t count = group.end;
    group.begin = group.end = begin;
    begin += count;
  }
  ends_.resize(visits_.size());
  for (const Visit& visit : visits_)
    ends_[groups_[visit.group].end++] = visit.end;
}

void AnchorIndex::AddSources(std::uint32_t group) {
  const PlanPart& part = *groups_[group].part;
  part.automaton.ForEachLiteral(
      groups_[group].state, [&](std::uint32_t literal, std::uint32_t key_size) {
        const AnchorUse& use = part.arrays.uses[literal];
        const Source source = {.literal = literal,
                               .key_size = key_size,
                               .group = group,
                               .edge_before = use.edge_before,
                               .edge_after = use.edge_after};
        if (use.kind == AnchorUse::Kind::kLexicon) {
          AddFollowers(use.target, source);
        } else {
          Add(use.target, use.kind == AnchorUse::Kind::kNeed, source);
        }
      });
}

// Patterns of both parts may follow a lexicon of the snapshot.
void AnchorIndex::AddFollowers(std::uint32_t lexicon, const Source& source) {
  for (const PlanPart* part : {&plan_->base, &plan_->added}) {
    const auto& followers_of = part->arrays.followers_of;
    if (lexicon >= followers_of.size()) continue;
    for (const Follower& follower :
         Slice(part->arrays.followers, followers_of[lexicon])) {
      Source of_one = source;
      of_one.edge_before = follower.edge_before;
      of_one.edge_after = follower.edge_after;
      Add(follower.pattern, follower.is_need, of_one);
    }
  }
}

void AnchorIndex::Add(PatternId pattern, bool is_need, Source source) {
  Lists& lists = by_pattern_[pattern];
  std::uint32_t& list = is_need ? lists.needs : lists.anchors;
  source.next = list;
  list = static_cast<std::uint32_t>(sources_.size());
  sources_.push_back(source);
}

void AnchorIndex::Append(std::uint32_t source, BlockTable::Block block,
                         std::vector<AnchorPlace>& places) const {
  for (; source != kNone; source = sources_[source].next) {
    const Source& of = sources_[source];
    const Group& group = groups_[of.group];
    const AnchorUse& use = group.part->arrays.uses[of.literal];
    const std::string_view literal = group.part->automaton.literal(of.literal);
    const auto size = static_cast<std::uint32_t>(literal.size());
    const std::uint32_t* at = ends_.data() + group.begin;
    const std::uint32_t* const last = ends_.data() + group.end;
    if (block.begin > 0) at = std::upper_bound(at, last, block.begin);
    for (; at != last && *at <= block.end; ++at) {
      const std::uint32_t begin = *at - of.key_size;
      const std::uint32_t end = begin + size;
      if (size > of.key_size && text_.substr(begin, size) != literal) continue;
      if (of.edge_before && !BeginsAtEdge(text_, begin)) continue;
      if (of.edge_after && !EndsAtEdge(text_, end)) continue;
      if (use.kind == AnchorUse::Kind::kEnding) {
        AppendEnding(use, begin, end, places);
      } else if (use.kind == AnchorUse::Kind::kMatch) {
        places.push_back({.begin = begin, .end = end, .order = use.order});
      } else {
        places.push_back({.begin = begin, .end = begin + 1});
      }
    }
  }
}

// The word that ends so.
void AnchorIndex::AppendEnding(const AnchorUse& use, std::size_t begin,
                               std::size_t end,
                               std::vector<AnchorPlace>& places) const {
  while (InsideWord(text_, begin)) {
    begin -= DecodeUtf8Before(text_, begin).size;
  }
  if (CountLetters(text_.substr(begin, end - begin)) <
      Lexicon::kLettersBeforeAndInEnding) {
    return;
  }
  places.push_back({.begin = static_cast<std::uint32_t>(begin),
                    .end = static_cast<std::uint32_t>(end),
                    .order = use.order});
}

}  // namespace medlint
