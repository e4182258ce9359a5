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
#include "linter/match/pattern_search.h"
#include "linter/match/plan_parts.h"
#include "linter/match/regexp.h"
#include "linter/match/word_edge.h"
#include "linter/text/fold.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

FoldedSpan FoldedRange(std::size_t begin, std::size_t end) {
  return {static_cast<Offset>(begin), static_cast<Offset>(end)};
}

// One of the two texts, and what is worked out about it when first needed.
class Haystack {
 public:
  explicit Haystack(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  const BlockTable& blocks() {
    if (!blocks_) blocks_.emplace(text_);
    return *blocks_;
  }
  const std::vector<Candidate>& Runs(CharKinds kinds) {
    std::optional<std::vector<Candidate>>& runs = runs_[kinds];
    if (!runs) runs = FindRuns(text_, kinds);
    return *runs;
  }

 private:
  std::string_view text_;
  std::optional<BlockTable> blocks_;
  std::array<std::optional<std::vector<Candidate>>, 64> runs_;
};

struct Place {
  PatternId pattern = 0;
  Candidate candidate;
};

// Runs the automaton and sorts what it finds by pattern.
class PlaceFinder {
 public:
  PlaceFinder(const std::vector<CompiledPattern>& patterns,
              const std::vector<AnchorUse>& uses,
              const std::vector<std::vector<PatternId>>& followers,
              const FoldedText& folded)
      : patterns_(patterns),
        uses_(uses),
        followers_(followers),
        folded_(folded) {}

  void FindAll(const LiteralAutomaton& automaton) {
    automaton.FindAll(folded_.text(), [this, &automaton](std::uint32_t literal,
                                                         std::size_t begin) {
      Add(uses_[literal], begin, begin + automaton.literal(literal).size());
    });
    std::vector<std::uint32_t> count(patterns_.size() + 1, 0);
    for (const Place& place : found_)
      ++count[place.pattern + 1];
    for (std::size_t i = 1; i < count.size(); ++i)
      count[i] += count[i - 1];
    begin_ = count;
    by_pattern_.resize(found_.size());
    for (const Place& place : found_) {
      by_pattern_[count[place.pattern]++] = place.candidate;
    }
  }

  std::span<const Candidate> Of(PatternId pattern) const {
    return {by_pattern_.data() + begin_[pattern],
            static_cast<std::size_t>(begin_[pattern + 1] - begin_[pattern])};
  }

 private:
  void Add(const AnchorUse& use, std::size_t begin, std::size_t end) {
    const std::string_view text = folded_.text();
    if (use.edge_before && !BeginsAtEdge(text, begin)) return;
    if (use.edge_after && !EndsAtEdge(text, end)) return;
    switch (use.kind) {
      case AnchorUse::Kind::kAnchor:
        AddAnchor(use.target, begin);
        break;
      case AnchorUse::Kind::kMatch:
        Push(use.target, begin, end, use.order);
        break;
      case AnchorUse::Kind::kEnding:
        AddEnding(use, begin, end);
        break;
      case AnchorUse::Kind::kLexicon:
        for (const PatternId id : followers_[use.target])
          AddAnchor(id, begin);
        break;
    }
  }

  void AddAnchor(PatternId id, std::size_t begin) {
    if (patterns_[id].exact_case) {
      begin = folded_.ToText(FoldedRange(begin, begin + 1)).begin;
    }
    Push(id, begin, begin + 1, Candidate::kLiteralAnchor);
  }

  void AddEnding(const AnchorUse& use, std::size_t begin, std::size_t end) {
    const std::string_view text = folded_.text();
    while (InsideWord(text, begin)) {
      begin -= DecodeUtf8Before(text, begin).size;
    }
    std::size_t letters = 0;
    for (std::size_t i = begin; i < end;) {
      const CodePoint point = DecodeUtf8(text, i);
      if (IsLetter(point.value)) ++letters;
      i += point.size;
    }
    if (letters < Lexicon::kLettersBeforeAndInEnding) return;
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
  const std::vector<std::vector<PatternId>>& followers_;
  const FoldedText& folded_;
  std::vector<Place> found_;
  std::vector<Candidate> by_pattern_;
  std::vector<std::uint32_t> begin_;  // per pattern, and one past the last
};

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
  PlaceFinder places(impl_->patterns, impl_->uses, impl_->followers, folded);
  places.FindAll(impl_->automaton);
  Haystack exact_haystack(text);
  Haystack folded_haystack(folded.text());

  Hits hits;
  hits.begin_.reserve(size() + 1);
  std::vector<Candidate> candidates;
  for (PatternId id = 0; id < size(); ++id) {
    hits.begin_.push_back(static_cast<std::uint32_t>(hits.hits_.size()));
    const CompiledPattern& pattern = impl_->patterns[id];
    Haystack& haystack = pattern.exact_case ? exact_haystack : folded_haystack;
    const std::span<const Candidate> found = places.Of(id);
    candidates.assign(found.begin(), found.end());
    if (pattern.classes != 0) {
      const auto& runs = haystack.Runs(pattern.classes);
      candidates.insert(candidates.end(), runs.begin(), runs.end());
    }
    if (candidates.empty()) continue;
    PatternSearch search(pattern, haystack.text(), haystack.blocks());
    for (const Match& match : search.FindAll(candidates)) {
      const FoldedSpan where = FoldedRange(match.begin, match.end);
      hits.hits_.push_back({.pattern = id,
                            .term = match.term,
                            .where = pattern.exact_case
                                         ? TextSpan{where.begin, where.end}
                                         : folded.ToText(where)});
    }
  }
  hits.begin_.push_back(static_cast<std::uint32_t>(hits.hits_.size()));
  return hits;
}

std::vector<Capture> PatternPlan::Captures(const Hit& hit,
                                           std::string_view text,
                                           const FoldedText& folded) const {
  const CompiledPattern& pattern = impl_->patterns[hit.pattern];
  if (pattern.regexp.preferred == nullptr) return {};
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
  std::vector<Capture> captures;
  for (const Regexp::Group& group : pattern.regexp.preferred->Groups(
           haystack.substr(begin, end - begin),
           {where.begin - begin, where.end - begin})) {
    const FoldedSpan span =
        FoldedRange(begin + group.where.begin, begin + group.where.end);
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
