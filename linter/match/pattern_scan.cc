// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_scan.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/word_edge.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

FoldedSpan FoldedRange(std::size_t begin, std::size_t end) {
  return {static_cast<Offset>(begin), static_cast<Offset>(end)};
}

struct Place {
  PatternId pattern = 0;
  AnchorPlace candidate;
};

// Runs the automata and notes what they find.
class PlaceFinder {
 public:
  PlaceFinder(const PlanParts& plan, const FoldedText& folded,
              const BlockTable& blocks, LineMap& lines,
              std::vector<Place>& found)
      : plan_(plan),
        text_(folded.text()),
        blocks_(blocks),
        lines_(lines),
        found_(found) {}

  void FindAll() {
    found_.clear();
    FindAll(plan_.base);
    FindAll(plan_.added);
  }

 private:
  void FindAll(const PlanPart& part) {
    part.automaton.FindAll(
        text_, [this, &part](std::uint32_t literal, std::size_t begin) {
          const std::size_t size = part.automaton.literal(literal).size();
          Add(part.arrays.uses[literal], begin, begin + size);
        });
  }

  void Add(const AnchorUse& use, std::size_t begin, std::size_t end) {
    if (use.edge_before && !BeginsAtEdge(text_, begin)) return;
    if (use.edge_after && !EndsAtEdge(text_, end)) return;
    switch (use.kind) {
      case AnchorUse::Kind::kAnchor:
        AddAnchor(use.target, begin, AnchorPlace::kLiteralAnchor);
        break;
      case AnchorUse::Kind::kNeed:
        AddAnchor(use.target, begin, AnchorPlace::kNeed);
        break;
      case AnchorUse::Kind::kMatch:
        Push(use.target, begin, end, use.order);
        break;
      case AnchorUse::Kind::kEnding:
        AddEnding(use, begin, end);
        break;
      case AnchorUse::Kind::kLexicon:
        AddFollowers(use.target, begin, end);
        break;
    }
  }

  // Patterns of both parts may follow a lexicon of the snapshot.
  void AddFollowers(std::uint32_t lexicon, std::size_t begin, std::size_t end) {
    const bool begins = BeginsAtEdge(text_, begin);
    const bool ends = EndsAtEdge(text_, end);
    for (const PlanPart* part : {&plan_.base, &plan_.added}) {
      const auto& followers_of = part->arrays.followers_of;
      if (lexicon >= followers_of.size()) continue;
      AddFollowers(Slice(part->arrays.followers, followers_of[lexicon]), begin,
                   begins, ends);
    }
  }

  void AddFollowers(std::span<const Follower> followers, std::size_t begin,
                    bool begins, bool ends) {
    for (const Follower& follower : followers) {
      if ((begins || !follower.edge_before) && (ends || !follower.edge_after)) {
        AddAnchor(follower.pattern, begin,
                  follower.is_need ? AnchorPlace::kNeed
                                   : AnchorPlace::kLiteralAnchor);
      }
    }
  }

  void AddAnchor(PatternId id, std::size_t begin, std::uint32_t order) {
    if (plan_.PatternOf(id).exact_case) {
      const FoldedSpan first = FoldedRange(begin, begin + 1);
      begin = lines_.ToText(first, blocks_.LineAt(begin)).begin;
    }
    Push(id, begin, begin + 1, order);
  }

  void AddEnding(const AnchorUse& use, std::size_t begin, std::size_t end) {
    while (InsideWord(text_, begin)) {
      begin -= DecodeUtf8Before(text_, begin).size;
    }
    const std::string_view word = text_.substr(begin, end - begin);
    if (CountLetters(word) < Lexicon::kLettersBeforeAndInEnding) return;
    Push(use.target, begin, end, use.order);
  }

  void Push(PatternId id, std::size_t begin, std::size_t end,
            std::uint32_t order) {
    found_.push_back({id,
                      {.begin = static_cast<std::uint32_t>(begin),
                       .end = static_cast<std::uint32_t>(end),
                       .order = order}});
  }

  const PlanParts& plan_;
  std::string_view text_;
  const BlockTable& blocks_;
  LineMap& lines_;
  std::vector<Place>& found_;
};

}  // namespace

const WordStarts& Haystack::words() {
  if (!words_) words_.emplace(text_);
  return *words_;
}

const std::vector<AnchorPlace>& Haystack::Runs(CharKinds kinds) {
  std::optional<std::vector<AnchorPlace>>& runs = runs_[kinds];
  if (!runs) runs = FindRuns(text_, kinds);
  return *runs;
}

// Memory that is worth keeping from page to page.
struct PatternScan::Scratch {
  SearchScratch search;
  std::vector<Place> found;
  std::vector<AnchorPlace> by_pattern;
  std::vector<AnchorPlace> with_runs;
  std::vector<std::uint32_t> begin;  // by pattern, and one past the last

  static std::vector<std::unique_ptr<Scratch>>& Spare() {
    static thread_local std::vector<std::unique_ptr<Scratch>> spare;
    return spare;
  }

  static std::unique_ptr<Scratch> Borrow() {
    auto& spare = Spare();
    if (spare.empty()) return std::make_unique<Scratch>();
    std::unique_ptr<Scratch> scratch = std::move(spare.back());
    spare.pop_back();
    return scratch;
  }

  // Sorts what was found by pattern; begin[i] is then where pattern i begins.
  void Sort(std::size_t patterns) {
    begin.assign(patterns + 2, 0);
    for (const Place& place : found)
      ++begin[place.pattern + 2];
    for (std::size_t i = 2; i < begin.size(); ++i)
      begin[i] += begin[i - 1];
    by_pattern.resize(found.size());
    for (const Place& place : found) {
      by_pattern[begin[place.pattern + 1]++] = place.candidate;
    }
  }
};

PatternScan::PatternScan(const PlanParts& plan, std::string_view text,
                         const FoldedText& folded)
    : plan_(plan),
      text_(text),
      folded_(folded.text()),
      lines_(text, folded, text_.blocks(), folded_.blocks()),
      scratch_(Scratch::Borrow()),
      is_known_(plan.size(), false),
      known_(plan.size()) {
  scratch_->found.clear();
  PlaceFinder(plan, folded, folded_.blocks(), lines_, scratch_->found)
      .FindAll();
  scratch_->Sort(plan.size());
}

PatternScan::~PatternScan() {
  // One is enough for a thread that lints page after page.
  auto& spare = Scratch::Spare();
  if (spare.empty()) spare.push_back(std::move(scratch_));
}

std::span<const Hit> PatternScan::Of(PatternId pattern) {
  if (!is_known_[pattern]) {
    is_known_[pattern] = true;
    known_[pattern] = Look(pattern);
  }
  return known_[pattern];
}

std::size_t PatternScan::CountAll() {
  std::size_t count = 0;
  for (PatternId id = 0; id < known_.size(); ++id)
    count += Of(id).size();
  return count;
}

std::span<AnchorPlace> PatternScan::PlacesOf(PatternId pattern) {
  const std::uint32_t begin = scratch_->begin[pattern];
  const std::uint32_t end = scratch_->begin[pattern + 1];
  return {scratch_->by_pattern.data() + begin,
          static_cast<std::size_t>(end - begin)};
}

std::span<const Hit> PatternScan::Look(PatternId id) {
  const CompiledPattern& pattern = plan_.PatternOf(id);
  std::span<AnchorPlace> places = PlacesOf(id);
  Haystack& haystack = pattern.exact_case ? text_ : folded_;
  if (pattern.classes != 0) {
    const std::vector<AnchorPlace>& runs = haystack.Runs(pattern.classes);
    scratch_->with_runs.assign(places.begin(), places.end());
    scratch_->with_runs.insert(scratch_->with_runs.end(), runs.begin(),
                               runs.end());
    places = scratch_->with_runs;
  }
  if (places.empty()) return {};
  PatternSearch search(pattern, plan_.PartOf(id).expressions, haystack.text(),
                       haystack.blocks(), haystack.words(), scratch_->search);
  const std::span<const Match> matches = search.FindAll(places);
  if (matches.empty()) return {};
  hits_.push_back(std::make_unique<Hit[]>(matches.size()));
  Hit* hit = hits_.back().get();
  const std::span<const Hit> all = {hit, matches.size()};
  for (const Match& match : matches) {
    const FoldedSpan where = FoldedRange(match.begin, match.end);
    const std::uint32_t line = haystack.blocks().LineAt(match.begin);
    *hit++ = {.pattern = id,
              .term = match.term,
              .where = pattern.exact_case ? TextSpan{where.begin, where.end}
                                          : lines_.ToText(where, line),
              .line = line};
  }
  return all;
}

}  // namespace medlint
