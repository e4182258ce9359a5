// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_search.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/match/anchors.h"
#include "linter/match/block_table.h"
#include "linter/match/char_class.h"
#include "linter/match/compiled_pattern.h"
#include "linter/match/regexp.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

std::string_view TextOf(std::string_view text, BlockTable::Block block) {
  return text.substr(block.begin, block.end - block.begin);
}

// The lesser of "limit" and "at + size", where "size" may have no bound.
std::size_t Reach(std::size_t at, std::uint32_t size, std::size_t limit) {
  if (size == kUnbounded || size >= limit - at) return limit;
  return at + size;
}

}  // namespace

std::vector<Match> PatternSearch::FindAll(std::vector<Candidate>& candidates) {
  if (!std::ranges::is_sorted(candidates)) std::ranges::sort(candidates);
  switch (pattern_.form) {
    case CompiledPattern::Form::kLiterals:
      FindLiterals(candidates);
      break;
    case CompiledPattern::Form::kLexicon:
      FindTerms(candidates);
      break;
    case CompiledPattern::Form::kRegexp:
      for (const Candidate& candidate : candidates)
        FindRegexp(candidate);
      break;
  }
  return std::move(matches_);
}

// The candidates are whole matches, their edges seen to.
void PatternSearch::FindLiterals(std::span<const Candidate> candidates) {
  for (std::size_t i = 0; i < candidates.size();) {
    const Candidate* best = &candidates[i];
    const std::uint32_t begin = best->begin;
    for (; i < candidates.size() && candidates[i].begin == begin; ++i) {
      if (candidates[i].order < best->order) best = &candidates[i];
    }
    if (begin >= from_) Take({.begin = begin, .end = best->end});
  }
}

void PatternSearch::FindTerms(std::span<const Candidate> candidates) {
  for (std::size_t i = 0; i < candidates.size();) {
    const Candidate* best = &candidates[i];
    const std::uint32_t begin = best->begin;
    for (; i < candidates.size() && candidates[i].begin == begin; ++i) {
      if (candidates[i].end > best->end) best = &candidates[i];
    }
    if (begin < from_) continue;
    Take({.begin = begin, .end = best->end, .term = best->order});
  }
}

// Moves "from_" to the first place where a match with an anchor in
// [first, last] can begin.
void PatternSearch::SkipTo(std::size_t first, std::size_t last,
                           std::size_t block_begin) {
  if (first - block_begin > pattern_.max_before) {
    from_ = std::max(from_, first - pattern_.max_before);
  }
  from_ = std::max(from_, block_begin);
  if (!is_patient() && last > from_ + kNearby) from_ = last - kNearby;
  while (from_ < text_.size() && IsContinuationByte(text_[from_]))
    ++from_;
}

void PatternSearch::FindRegexp(const Candidate& candidate) {
  const BlockTable::Block bounds = blocks_.Around(candidate.begin);
  const std::string_view block = TextOf(text_, bounds);
  // The last place where an anchor begins; a match that begins after it has an
  // anchor, and a candidate, of its own.
  const std::size_t last = candidate.order == Candidate::kRunAnchor
                               ? candidate.end - 1
                               : candidate.begin;
  SkipTo(candidate.begin, last, bounds.begin);
  while (from_ <= last) {
    std::size_t end = Reach(last, pattern_.regexp.max_size, bounds.end);
    if (!is_patient()) end = std::min(end, last + kNearby);
    work_ += end - from_;
    // Where there is one place to begin, RE2 need not look for others; but an
    // unbounded pattern that fails everywhere tells about the whole block.
    const bool one_place =
        from_ == last && pattern_.regexp.max_size != kUnbounded;
    const auto start =
        one_place ? Regexp::Start::kAtFrom : Regexp::Start::kAnywhere;
    const auto found = pattern_.regexp.preferred->Find(
        block, {from_ - bounds.begin, end - bounds.begin}, start);
    if (!found) {
      if (end == bounds.end && !one_place) from_ = bounds.end;
      return;
    }
    const std::size_t begin = bounds.begin + found->begin;
    if (begin > last) {
      // What begins up to there may have been cut off by the window.
      if (end == bounds.end) from_ = begin;
      return;
    }
    if (pattern_.edges.begin && !BeginsAtEdge(text_, begin)) {
      from_ = NextCharacter(begin);
      continue;
    }
    const auto match =
        pattern_.regexp.EndAtEdge(block, *found, end - bounds.begin);
    if (!match && !pattern_.regexp.ends_in_word) {
      from_ = NextCharacter(begin);
      continue;
    }
    if (!match) {
      // Whatever begins next is likely to end at the same place, so skip to
      // where something else does.
      work_ += end - begin;
      const auto next = pattern_.regexp.NextBounded(
          block, {NextCharacter(begin) - bounds.begin, end - bounds.begin});
      if (!next && end == bounds.end) from_ = bounds.end;
      if (!next) return;
      from_ = bounds.begin + *next;
      continue;
    }
    Take({.begin = begin, .end = bounds.begin + match->end});
  }
}

void PatternSearch::Take(const Match& match) {
  from_ = match.end;
  if (!IsForbidden(match)) matches_.push_back(match);
}

bool PatternSearch::IsForbidden(const Match& match) {
  if (!pattern_.not_before && !pattern_.not_after) return false;
  const BlockTable::Block bounds = blocks_.Around(match.begin);
  const std::string_view block = TextOf(text_, bounds);
  return IsForbiddenBefore(block, match.begin - bounds.begin) ||
         IsForbiddenAfter(block, match.end - bounds.begin);
}

bool PatternSearch::IsForbiddenBefore(std::string_view block, std::size_t end) {
  if (pattern_.not_before == nullptr) return false;
  while (end > 0) {
    const CodePoint point = DecodeUtf8Before(block, end);
    if (!IsBlank(point.value)) break;
    end -= point.size;
  }
  // "$" is the end of what RE2 is given.
  const std::string_view before = block.substr(0, end);
  std::size_t from = pattern_.not_before_size < end
                         ? end - pattern_.not_before_size
                         : std::size_t{0};
  if (!is_patient() && end - from > kNearby) from = end - kNearby;
  while (from < end) {
    work_ += end - from;
    const auto found = pattern_.not_before->Find(before, {from, end},
                                                 Regexp::Start::kAnywhere);
    if (!found) return false;
    if (!pattern_.edges.begin || BeginsAtEdge(block, found->begin)) return true;
    from = found->begin + DecodeUtf8(block, found->begin).size;
  }
  return false;
}

bool PatternSearch::IsForbiddenAfter(std::string_view block,
                                     std::size_t begin) {
  if (pattern_.not_after == nullptr) return false;
  while (begin < block.size()) {
    const CodePoint point = DecodeUtf8(block, begin);
    if (!IsBlank(point.value)) break;
    begin += point.size;
  }
  if (begin >= block.size()) return false;
  std::size_t end = Reach(begin, pattern_.not_after->max_size, block.size());
  if (!is_patient()) end = std::min(end, begin + kNearby);
  work_ += end - begin;
  return pattern_.not_after->MatchAt(block, {begin, end}).has_value();
}

std::size_t PatternSearch::NextCharacter(std::size_t at) const {
  return at + DecodeUtf8(text_, at).size;
}

std::vector<Candidate> FindRuns(std::string_view text, CharKinds kinds) {
  std::array<bool, 256> wanted{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    wanted[byte] = (KindOf(static_cast<char32_t>(byte)) & kinds) != 0;
  }
  const bool wide = (kinds & kWide) != 0;
  for (std::size_t byte = 0x80; byte < 0x100; ++byte)
    wanted[byte] = wide;

  std::vector<Candidate> runs;
  const auto is_wanted = [&](std::size_t i) {
    return wanted[static_cast<unsigned char>(text[i])];
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_wanted(i)) [[likely]]
      continue;
    const std::size_t begin = i;
    while (i < text.size() && is_wanted(i))
      ++i;
    runs.push_back({.begin = static_cast<std::uint32_t>(begin),
                    .end = static_cast<std::uint32_t>(i),
                    .order = Candidate::kRunAnchor});
  }
  return runs;
}

}  // namespace medlint
