// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_search.h"

#include <algorithm>
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
#include "linter/match/expression.h"
#include "linter/match/first_bytes.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/regexp.h"
#include "linter/match/window_matcher.h"
#include "linter/match/window_program.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

std::string_view TextOfBlock(std::string_view text, BlockTable::Block block) {
  return text.substr(block.begin, block.end - block.begin);
}

// The lesser of "limit" and "at + size", where "size" may have no bound.
std::size_t Reach(std::size_t at, std::uint32_t size, std::size_t limit) {
  if (size == kUnbounded || size >= limit - at) return limit;
  return at + size;
}

}  // namespace

std::span<const Match> PatternSearch::FindAll(std::span<AnchorPlace> candidates,
                                              std::span<AnchorPlace> needs) {
  for (const std::span<AnchorPlace> places : {candidates, needs}) {
    if (!std::ranges::is_sorted(places, {}, &AnchorPlace::begin)) {
      std::ranges::sort(places, {}, &AnchorPlace::begin);
    }
  }
  needs_ = needs;
  switch (pattern_.form) {
    case CompiledPattern::Form::kLiterals:
      FindLiterals(candidates);
      break;
    case CompiledPattern::Form::kLexicon:
      FindTerms(candidates);
      break;
    case CompiledPattern::Form::kRegexp:
      FindRegexp(candidates);
      break;
  }
  return scratch_.matches;
}

// The candidates are whole matches, their edges seen to.
void PatternSearch::FindLiterals(std::span<const AnchorPlace> candidates) {
  for (std::size_t i = 0; i < candidates.size();) {
    const AnchorPlace* best = &candidates[i];
    const std::uint32_t begin = best->begin;
    for (; i < candidates.size() && candidates[i].begin == begin; ++i) {
      if (candidates[i].order < best->order) best = &candidates[i];
    }
    if (begin >= from_) Take({.begin = begin, .end = best->end});
  }
}

void PatternSearch::FindTerms(std::span<const AnchorPlace> candidates) {
  for (std::size_t i = 0; i < candidates.size();) {
    const AnchorPlace* best = &candidates[i];
    const std::uint32_t begin = best->begin;
    for (; i < candidates.size() && candidates[i].begin == begin; ++i) {
      const AnchorPlace& other = candidates[i];
      if (other.end > best->end ||
          (other.end == best->end && other.order < best->order)) {
        best = &other;
      }
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

void PatternSearch::FindRegexp(std::span<const AnchorPlace> candidates) {
  for (const AnchorPlace& candidate : candidates) {
    // The last place where an anchor begins; a match that begins after it has
    // an anchor, and a candidate, of its own.
    const std::size_t last = candidate.order == AnchorPlace::kRunAnchor
                                 ? candidate.end - 1
                                 : candidate.begin;
    if (last < from_) continue;
    EnterBlockAround(candidate.begin);
    SkipTo(candidate.begin, last, block_.begin);
    if (last < from_) continue;
    std::size_t end =
        Reach(last, expressions_[pattern_.regexp].max_size, block_.end);
    if (!is_patient()) end = std::min(end, last + kNearby);
    if (pattern_.has_needs && !MeetsNeeds(end)) continue;
    if (!program_) program_ = expressions_.program(pattern_.regexp);
    const bool starts_block = program_ && program_.head->starts_block;
    if (starts_block && from_ > block_.begin) continue;
    // A window that goes on to the end of the block serves later candidates
    // too: what was tried in it need not be tried again.
    if (open_end_ != end || end != block_.end) open_end_ = 0;
    if (program_ && WindowMatcher::Fits(program_, end - from_)) {
      FindWithProgram(starts_block ? from_ : last, end);
    } else {
      FindWithRe2(last, end);
    }
  }
}

bool PatternSearch::OpenWindow(std::size_t end) {
  if (!WindowMatcher::Fits(program_, end - from_)) return false;
  scratch_.matcher.Open(program_, text_,
                        {.block_begin = block_.begin,
                         .block_end = block_.end,
                         .begin = from_,
                         .end = end});
  open_end_ = end;
  work_ += end - from_;
  return true;
}

void PatternSearch::EnterBlockAround(std::size_t at) {
  if (block_.begin <= at && at < block_.end) return;
  block_ = blocks_.Around(at);
  work_before_ = work_;
}

bool PatternSearch::MeetsNeeds(std::size_t end) {
  while (!needs_.empty() && needs_.front().begin < from_)
    needs_ = needs_.subspan(1);
  return !needs_.empty() && needs_.front().begin < end;
}

std::size_t PatternSearch::NextStart(std::size_t at, std::size_t last) const {
  const StartFilter& filter = program_.filter();
  if (pattern_.edges.begin && program_.head->starts_in_word) {
    for (at = chars_.NextWord(at, last); at <= last;
         at = chars_.NextWord(at + 1, last)) {
      if (filter.MayBegin(text_, at)) return at;
    }
    return at;
  }
  for (; at <= last; ++at) {
    if (filter.MayBegin(text_, at) && !IsContinuationByte(text_[at]) &&
        (!pattern_.edges.begin || BeginsAtEdge(text_, at))) {
      return at;
    }
  }
  return at;
}

void PatternSearch::FindWithProgram(std::size_t last, std::size_t end) {
  for (std::size_t at = NextStart(from_, last); at <= last;) {
    if (open_end_ == 0 && !OpenWindow(end)) {
      FindWithRe2(last, end);
      return;
    }
    const auto match_end = scratch_.matcher.MatchAt(at);
    if (!match_end) {
      at = NextStart(at + 1, last);
      continue;
    }
    Take({.begin = at, .end = *match_end});
    open_end_ = 0;
    if (from_ > last) return;
    if (!is_patient()) end = std::min(end, last + kNearby);
    at = NextStart(from_, last);
  }
  from_ = last + 1;
}

void PatternSearch::FindWithRe2(std::size_t last, std::size_t end) {
  const std::string_view block = TextOfBlock(text_, block_);
  const std::size_t block_begin = block_.begin;
  const EdgedRegexp& regexp = expressions_.re2(pattern_.regexp);
  while (from_ <= last) {
    if (!is_patient()) end = std::min(end, last + kNearby);
    work_ += end - from_;
    // Where there is one place to begin, RE2 need not look for others; but an
    // unbounded pattern that fails everywhere tells about the whole block.
    const bool one_place =
        from_ == last && expressions_[pattern_.regexp].max_size != kUnbounded;
    const auto start =
        one_place ? Regexp::Start::kAtFrom : Regexp::Start::kAnywhere;
    const auto found = regexp.preferred->Find(
        block, {from_ - block_begin, end - block_begin}, start);
    if (!found) {
      if (end == block_.end && !one_place) from_ = block_.end;
      return;
    }
    const std::size_t begin = block_begin + found->begin;
    if (begin > last) {
      // What begins up to there may have been cut off by the window.
      if (end == block_.end) from_ = begin;
      return;
    }
    if (pattern_.edges.begin && !BeginsAtEdge(text_, begin)) {
      from_ = NextCharacter(begin);
      continue;
    }
    const auto match = regexp.EndAtEdge(block, *found, end - block_begin);
    if (match) {
      Take({.begin = begin, .end = block_begin + match->end});
    } else if (!SkipUnbounded(regexp, begin, end)) {
      return;
    }
  }
}

bool PatternSearch::SkipUnbounded(const EdgedRegexp& regexp, std::size_t begin,
                                  std::size_t end) {
  if (!regexp.ends_in_word) {
    from_ = NextCharacter(begin);
    return true;
  }
  // Whatever begins next is likely to end at the same place, so skip to where
  // something else does.
  work_ += end - begin;
  const auto next = regexp.NextBounded(
      TextOfBlock(text_, block_),
      {NextCharacter(begin) - block_.begin, end - block_.begin});
  if (!next && end == block_.end) from_ = block_.end;
  if (!next) return false;
  from_ = block_.begin + *next;
  return true;
}

void PatternSearch::Take(const Match& match) {
  from_ = match.end;
  if (!IsForbidden(match)) scratch_.matches.push_back(match);
}

bool PatternSearch::IsForbidden(const Match& match) {
  if (pattern_.not_before == kNone && pattern_.not_after == kNone) return false;
  EnterBlockAround(match.begin);
  return IsForbiddenBefore(block_, match.begin) ||
         IsForbiddenAfter(block_, match.end);
}

bool PatternSearch::IsForbiddenBefore(BlockTable::Block block,
                                      std::size_t end) {
  if (pattern_.not_before == kNone) return false;
  while (end > block.begin) {
    const CodePoint point = DecodeUtf8Before(text_, end);
    if (!IsBlank(point.value)) break;
    end -= point.size;
  }
  const CompiledExpression& guard = expressions_[pattern_.not_before];
  std::size_t from =
      end - block.begin > guard.max_size ? end - guard.max_size : block.begin;
  if (!is_patient() && end - from > kNearby) from = end - kNearby;
  const bool edge = guard.begins_at_edge;
  const WindowProgram program = expressions_.program(pattern_.not_before);
  if (program && WindowMatcher::Fits(program, end - from)) {
    work_ += end - from;
    scratch_.guard.Open(program, text_, {block.begin, end, from, end});
    for (; from < end; ++from) {
      if (IsContinuationByte(text_[from])) continue;
      if (edge && !BeginsAtEdge(text_, from)) continue;
      if (scratch_.guard.MatchAt(from)) return true;
    }
    return false;
  }
  // "$" is the end of what RE2 is given.
  const std::string_view before = text_.substr(block.begin, end - block.begin);
  while (from < end) {
    work_ += end - from;
    const auto found =
        expressions_.re2_before(pattern_.not_before)
            .Find(before, {from - block.begin, end - block.begin},
                  Regexp::Start::kAnywhere);
    if (!found) return false;
    const std::size_t begin = block.begin + found->begin;
    if (!edge || BeginsAtEdge(text_, begin)) return true;
    from = NextCharacter(begin);
  }
  return false;
}

bool PatternSearch::IsForbiddenAfter(BlockTable::Block block,
                                     std::size_t begin) {
  if (pattern_.not_after == kNone) return false;
  while (begin < block.end) {
    const CodePoint point = DecodeUtf8(text_, begin);
    if (!IsBlank(point.value)) break;
    begin += point.size;
  }
  if (begin >= block.end) return false;
  const CompiledExpression& guard = expressions_[pattern_.not_after];
  std::size_t end = Reach(begin, guard.max_size, block.end);
  if (!is_patient()) end = std::min(end, begin + kNearby);
  work_ += end - begin;
  const WindowProgram program = expressions_.program(pattern_.not_after);
  if (program && WindowMatcher::Fits(program, end - begin)) {
    scratch_.guard.Open(program, text_, {block.begin, block.end, begin, end});
    return scratch_.guard.MatchAt(begin).has_value();
  }
  return expressions_.re2(pattern_.not_after)
      .MatchAt(TextOfBlock(text_, block),
               {begin - block.begin, end - block.begin})
      .has_value();
}

std::size_t PatternSearch::NextCharacter(std::size_t at) const {
  return at + DecodeUtf8(text_, at).size;
}

}  // namespace medlint
