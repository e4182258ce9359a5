// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_plan.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/block_table.h"
#include "linter/match/compiled_pattern.h"
#include "linter/match/expression.h"
#include "linter/match/lexicon.h"
#include "linter/match/line_map.h"
#include "linter/match/pattern_search.h"
#include "linter/match/plan_parts.h"
#include "linter/match/regexp.h"
#include "linter/match/window_matcher.h"
#include "linter/match/window_program.h"
#include "linter/match/word_edge.h"
#include "linter/match/word_starts.h"
#include "linter/text/fold.h"
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

// What is kept from scan to scan.
struct ScanScratch {
  SearchScratch search;
  std::vector<Place> found;
  std::vector<AnchorPlace> by_pattern;
  std::vector<AnchorPlace> with_runs;
  std::vector<std::uint32_t> begin;  // by pattern, and one past the last
};

// One of the two texts, and what is worked out about it when first needed.
class Haystack {
 public:
  explicit Haystack(std::string_view text) : text_(text), blocks_(text) {}

  std::string_view text() const { return text_; }
  const BlockTable& blocks() const { return blocks_; }
  const WordStarts& words() {
    if (!words_) words_.emplace(text_);
    return *words_;
  }
  const std::vector<AnchorPlace>& Runs(CharKinds kinds) {
    std::optional<std::vector<AnchorPlace>>& runs = runs_[kinds];
    if (!runs) runs = FindRuns(text_, kinds);
    return *runs;
  }

 private:
  std::string_view text_;
  BlockTable blocks_;
  std::optional<WordStarts> words_;
  std::array<std::optional<std::vector<AnchorPlace>>, 64> runs_;
};

// Runs the automaton and sorts what it finds by pattern.
class PlaceFinder {
 public:
  PlaceFinder(const std::vector<CompiledPattern>& patterns,
              const std::vector<AnchorUse>& uses,
              const std::vector<std::vector<Follower>>& followers,
              const FoldedText& folded, const BlockTable& blocks,
              LineMap& lines, ScanScratch& scratch)
      : patterns_(patterns),
        uses_(uses),
        followers_(followers),
        text_(folded.text()),
        blocks_(blocks),
        lines_(lines),
        found_(scratch.found),
        scratch_(scratch) {}

  void FindAll(const LiteralAutomaton& automaton) {
    found_.clear();
    automaton.FindAll(
        text_, [this, &automaton](std::uint32_t literal, std::size_t begin) {
          Add(uses_[literal], begin, begin + automaton.literal(literal).size());
        });
    // After the loops begin[i] is where the places of pattern i begin.
    std::vector<std::uint32_t>& begin = scratch_.begin;
    begin.assign(patterns_.size() + 2, 0);
    for (const Place& place : found_)
      ++begin[place.pattern + 2];
    for (std::size_t i = 2; i < begin.size(); ++i)
      begin[i] += begin[i - 1];
    scratch_.by_pattern.resize(found_.size());
    for (const Place& place : found_) {
      scratch_.by_pattern[begin[place.pattern + 1]++] = place.candidate;
    }
  }

  std::span<AnchorPlace> Of(PatternId pattern) {
    const std::uint32_t begin = scratch_.begin[pattern];
    return {scratch_.by_pattern.data() + begin,
            static_cast<std::size_t>(scratch_.begin[pattern + 1] - begin)};
  }

 private:
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
        AddFollowers(followers_[use.target], begin, end);
        break;
    }
  }

  void AddFollowers(std::span<const Follower> followers, std::size_t begin,
                    std::size_t end) {
    const bool begins = BeginsAtEdge(text_, begin);
    const bool ends = EndsAtEdge(text_, end);
    for (const Follower& follower : followers) {
      if ((begins || !follower.edge_before) && (ends || !follower.edge_after)) {
        AddAnchor(follower.pattern, begin,
                  follower.is_need ? AnchorPlace::kNeed
                                   : AnchorPlace::kLiteralAnchor);
      }
    }
  }

  void AddAnchor(PatternId id, std::size_t begin, std::uint32_t order) {
    if (patterns_[id].exact_case) {
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

  const std::vector<CompiledPattern>& patterns_;
  const std::vector<AnchorUse>& uses_;
  const std::vector<std::vector<Follower>>& followers_;
  std::string_view text_;
  const BlockTable& blocks_;
  LineMap& lines_;
  std::vector<Place>& found_;
  ScanScratch& scratch_;
};

// The groups of the match at "where", by the program of the pattern.  Returns
// nothing if the program does not find that very match.
std::optional<std::vector<Regexp::Group>> GroupsByProgram(
    const Expression& regexp, std::string_view text, FoldedSpan where,
    Regexp::Range block) {
  const WindowProgram* const program = regexp.program();
  if (program == nullptr) return std::nullopt;
  std::size_t end = block.end;
  if (regexp.max_size() < end - where.begin) {
    end = where.begin + regexp.max_size();
  }
  if (!WindowMatcher::Fits(*program, end - where.begin)) return std::nullopt;
  WindowMatcher matcher;
  matcher.Open(*program, text, {block.begin, block.end, where.begin, end});
  if (matcher.MatchWithGroups(where.begin) != where.end) return std::nullopt;
  std::vector<Regexp::Group> groups;
  for (std::size_t i = 0; i < program->groups.size(); ++i) {
    const std::uint32_t from = matcher.groups()[2 * i];
    const std::uint32_t to = matcher.groups()[2 * i + 1];
    if (to == WindowMatcher::kNowhere) continue;
    groups.push_back({program->groups[i], {from, to}});
  }
  return groups;
}

}  // namespace

std::span<const Hit> Hits::Within(PatternId pattern, TextSpan where) const {
  // Hits of a pattern do not overlap, so they are in order of their ends too.
  const std::span<const Hit> hits = Of(pattern);
  const auto first = std::ranges::lower_bound(
      hits, where.begin, {}, [](const Hit& hit) { return hit.where.begin; });
  const auto last =
      std::ranges::upper_bound(first, hits.end(), where.end, {},
                               [](const Hit& hit) { return hit.where.end; });
  return {first, last};
}

PatternPlan::PatternPlan(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PatternPlan::PatternPlan(PatternPlan&&) noexcept = default;
PatternPlan& PatternPlan::operator=(PatternPlan&&) noexcept = default;
PatternPlan::~PatternPlan() = default;

Hits PatternPlan::Scan(std::string_view text, const FoldedText& folded) const {
  thread_local ScanScratch scratch;
  Haystack exact_haystack(text);
  Haystack folded_haystack(folded.text());
  LineMap lines(text, folded, exact_haystack.blocks(),
                folded_haystack.blocks());
  PlaceFinder places(impl_->patterns, impl_->uses, impl_->followers, folded,
                     folded_haystack.blocks(), lines, scratch);
  places.FindAll(impl_->automaton);

  Hits hits;
  hits.begin_.reserve(size() + 1);
  hits.hits_.reserve(scratch.found.size() / 2);
  for (PatternId id = 0; id < size(); ++id) {
    hits.begin_.push_back(static_cast<std::uint32_t>(hits.hits_.size()));
    const CompiledPattern& pattern = impl_->patterns[id];
    std::span<AnchorPlace> candidates = places.Of(id);
    if (candidates.empty() && pattern.classes == 0) continue;
    Haystack& haystack = pattern.exact_case ? exact_haystack : folded_haystack;
    if (pattern.classes != 0) {
      const auto& runs = haystack.Runs(pattern.classes);
      scratch.with_runs.assign(candidates.begin(), candidates.end());
      scratch.with_runs.insert(scratch.with_runs.end(), runs.begin(),
                               runs.end());
      candidates = scratch.with_runs;
      if (candidates.empty()) continue;
    }
    PatternSearch search(pattern, haystack.text(), haystack.blocks(),
                         haystack.words(), scratch.search);
    for (const Match& match : search.FindAll(candidates)) {
      const FoldedSpan where = FoldedRange(match.begin, match.end);
      const std::uint32_t line = haystack.blocks().LineAt(match.begin);
      hits.hits_.push_back({.pattern = id,
                            .term = match.term,
                            .where = pattern.exact_case
                                         ? TextSpan{where.begin, where.end}
                                         : lines.ToText(where, line),
                            .line = line});
    }
  }
  hits.begin_.push_back(static_cast<std::uint32_t>(hits.hits_.size()));
  return hits;
}

std::vector<Capture> PatternPlan::Captures(const Hit& hit,
                                           std::string_view text,
                                           const FoldedText& folded) const {
  const CompiledPattern& pattern = impl_->patterns[hit.pattern];
  if (pattern.regexp == nullptr) return {};
  const std::string_view haystack = pattern.exact_case ? text : folded.text();
  FoldedSpan where = {hit.where.begin, hit.where.end};
  if (!pattern.exact_case) where = folded.FromText(hit.where);

  // The block around the hit, so that "^", "$" and "\b" see what they saw.
  const std::size_t before = where.begin == 0
                                 ? std::string_view::npos
                                 : haystack.rfind('\n', where.begin - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end =
      std::min(haystack.find('\n', where.end), haystack.size());
  auto groups = GroupsByProgram(*pattern.regexp, haystack, where, {begin, end});
  if (!groups) {
    groups = pattern.regexp->re2().preferred->Groups(
        haystack.substr(begin, end - begin),
        {where.begin - begin, where.end - begin});
    for (Regexp::Group& group : *groups) {
      group.where = {begin + group.where.begin, begin + group.where.end};
    }
  }
  std::vector<Capture> captures;
  for (const Regexp::Group& group : *groups) {
    const FoldedSpan span = FoldedRange(group.where.begin, group.where.end);
    captures.push_back({.name = group.name,
                        .where = pattern.exact_case
                                     ? TextSpan{span.begin, span.end}
                                     : folded.ToText(span)});
  }
  return captures;
}

std::size_t PatternPlan::size() const {
  return impl_->patterns.size();
}

int PatternPlan::compiled_count() const {
  int count = 0;
  for (const CompiledPattern& pattern : impl_->patterns) {
    count += pattern.compiled_count();
  }
  return count;
}

}  // namespace medlint
