// SPDX-License-Identifier: Apache-2.0

#include "linter/match/window_matcher.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"
#include "linter/match/first_bytes.h"
#include "linter/match/lexicon_index.h"
#include "linter/match/word_edge.h"

namespace medlint {
namespace {

using Op = WindowInstruction::Op;

// RE2's \b knows ASCII alone.
bool IsAsciiWord(char c) {
  return IsAsciiAlnum(c) || c == '_';
}

}  // namespace

void WindowMatcher::Open(WindowProgram program, std::string_view text,
                         const Window& window) {
  assert(Fits(program, window.end - window.begin));
  program_ = program;
  text_ = text;
  block_begin_ = window.block_begin;
  block_end_ = window.block_end;
  begin_ = static_cast<std::uint32_t>(window.begin);
  end_ = static_cast<std::uint32_t>(window.end);
  width_ = window.end - window.begin + 1;
  const std::size_t words = (program.head->slots * width_ + 63) / 64;
  for (const std::uint32_t word : touched_)
    marks_[word] = 0;
  touched_.clear();
  if (marks_.size() < words) marks_.resize(words);
}

inline bool WindowMatcher::MarkBits(std::size_t word, std::uint64_t bits) {
  std::uint64_t& marks = marks_[word];
  const bool are_new = (marks & bits) == 0;
  if (marks == 0) touched_.push_back(static_cast<std::uint32_t>(word));
  marks |= bits;
  return are_new;
}

inline bool WindowMatcher::Mark(std::uint32_t slot, std::uint32_t at) {
  const std::size_t bit = slot * width_ + (at - begin_);
  return MarkBits(bit / 64, std::uint64_t{1} << (bit % 64));
}

inline bool WindowMatcher::MarkAll(std::uint32_t slot, std::uint32_t first,
                                   std::uint32_t last) {
  const std::size_t end = slot * width_ + (last - begin_) + 1;
  bool are_new = true;
  for (std::size_t bit = slot * width_ + (first - begin_); bit < end;) {
    const std::size_t count = std::min(64 - bit % 64, end - bit);
    const std::uint64_t ones = ~std::uint64_t{0} >> (64 - count);
    are_new = MarkBits(bit / 64, ones << (bit % 64)) && are_new;
    bit += count;
  }
  return are_new;
}

inline std::uint32_t WindowMatcher::SizeIn(const CharSet& set,
                                           std::uint32_t at) const {
  if (at >= end_) return 0;
  const auto byte = static_cast<unsigned char>(text_[at]);
  if (byte < 0x80) return set.HasAscii(byte) ? 1 : 0;
  if (!set.may_have_wide()) return 0;
  const CodePoint point = DecodeUtf8(text_, at);
  const auto ranges = program_.arrays->set_ranges;
  if (point.size > end_ - at || !set.Has(point.value, ranges)) return 0;
  return static_cast<std::uint32_t>(point.size);
}

// Most strings are a few bytes long and differ in the first.
inline bool WindowMatcher::StartsWith(std::uint32_t at, std::uint32_t bytes,
                                      std::uint32_t size) const {
  if (end_ - at < size) return false;
  const char* const found = text_.data() + at;
  const char* const wanted = program_.arrays->program_text.data() + bytes;
  return *found == *wanted &&
         (size == 1 ||
          (found[1] == wanted[1] && std::memcmp(found, wanted, size) == 0));
}

std::optional<std::size_t> WindowMatcher::MatchWithGroups(std::size_t begin) {
  groups_.assign(2 * program_.group_count(), kNowhere);
  wants_groups_ = true;
  const auto end = MatchAt(begin);
  wants_groups_ = false;
  return end;
}

std::optional<std::size_t> WindowMatcher::Run(std::uint32_t at) {
  jobs_.clear();
  std::uint32_t pc = program_.head->start;
  while (true) {
    if (program_.arrays->code[pc].op == Op::kMatch) return at;
    if (Step(pc, at)) continue;
    do {
      if (jobs_.empty()) return std::nullopt;
      const Job job = jobs_.back();
      jobs_.pop_back();
      if (Retry(job, pc, at)) break;
    } while (true);
  }
}

bool WindowMatcher::Step(std::uint32_t& pc, std::uint32_t& at) {
  const WindowInstruction& in = program_.arrays->code[pc];
  // An endless run sees to its marks itself.
  if (in.slot != WindowInstruction::kNoSlot &&
      !(in.op == Op::kRun && in.max == WindowInstruction::kNoLimit) &&
      !Mark(in.slot, at)) {
    return false;
  }
  switch (in.op) {
    case Op::kBytes:
      if (!StartsWith(at, in.arg, in.count)) return false;
      at += in.count;
      break;
    case Op::kSet: {
      const std::uint32_t size = SizeIn(program_.arrays->sets[in.arg], at);
      if (size == 0) return false;
      at += size;
      break;
    }
    case Op::kRun:
      return in.possessive ? PassRun(pc, at) : BeginRun(pc, at);
    case Op::kChoice:
      return Choose(pc, at, 0);
    case Op::kWords:
      return MatchWord(pc, at);
    case Op::kLexicon:
      return MatchTerm(pc, at);
    case Op::kSave:
      if (!wants_groups_) break;
      jobs_.push_back({in.arg, groups_[in.arg], kUndo});
      groups_[in.arg] = at;
      break;
    default:
      if (!Holds(in.op, at)) return false;
      break;
  }
  pc = in.next;
  return true;
}

bool WindowMatcher::Retry(const Job& job, std::uint32_t& pc,
                          std::uint32_t& at) {
  pc = job.pc;
  at = job.at;
  if (job.rest == kResume) return true;
  if (job.rest == kUndo) {
    groups_[pc] = at;
    return false;
  }
  const WindowInstruction& in = program_.arrays->code[pc];
  if (in.op == Op::kChoice) return Choose(pc, at, job.rest);
  return in.lazy ? LengthenRun(pc, at, job.rest) : ShortenRun(pc, at, job.rest);
}

bool WindowMatcher::Choose(std::uint32_t& pc, std::uint32_t at,
                           std::uint32_t from) {
  const WindowInstruction& in = program_.arrays->code[pc];
  const std::uint32_t* const targets = program_.arrays->targets.data() + in.arg;
  while (from < in.count && !CanBegin(targets[from], at))
    ++from;
  if (from == in.count) return false;
  const std::uint32_t chosen = targets[from++];
  while (from < in.count && !CanBegin(targets[from], at))
    ++from;
  if (from < in.count) jobs_.push_back({pc, at, from});
  pc = chosen;
  return true;
}

bool WindowMatcher::MatchWord(std::uint32_t& pc, std::uint32_t& at) {
  const WindowInstruction& in = program_.arrays->code[pc];
  if (at >= end_) return false;
  const std::size_t first_job = jobs_.size();
  std::uint32_t first = kNowhere;
  const auto try_word = [&](std::uint32_t i) {
    const Stretch word = program_.arrays->words[in.arg + i];
    if (!StartsWith(at, word.begin, word.size)) return;
    if (first == kNowhere) {
      first = at + word.size;
    } else {
      jobs_.push_back({in.next, at + word.size, kResume});
    }
  };
  if (in.count <= WordMasks::kMost) {
    std::uint64_t mask = program_.arrays->word_masks[in.masks].Of(text_[at]);
    for (; mask != 0; mask &= mask - 1)
      try_word(static_cast<std::uint32_t>(std::countr_zero(mask)));
  } else {
    for (std::uint32_t i = 0; i < in.count; ++i)
      try_word(i);
  }
  if (first == kNowhere) return false;
  std::reverse(jobs_.begin() + static_cast<std::ptrdiff_t>(first_job),
               jobs_.end());
  at = first;
  pc = in.next;
  return true;
}

bool WindowMatcher::MatchTerm(std::uint32_t& pc, std::uint32_t& at) {
  const WindowInstruction& in = program_.arrays->code[pc];
  if (!in.first.CanBegin(text_, at, end_)) return false;
  const LexiconIndex lexicon((*program_.lexicons)[in.arg]);
  if (program_.head->ignore_case) {
    lexicon.FindEndsIgnoringCase(text_, at, end_, ends_);
  } else {
    lexicon.FindEnds(text_, at, end_, ends_);
  }
  if (ends_.empty()) return false;
  for (std::size_t i = ends_.size(); i-- > 1;) {
    jobs_.push_back({in.next, ends_[i], kResume});
  }
  at = ends_.front();
  pc = in.next;
  return true;
}

bool WindowMatcher::PassRun(std::uint32_t& pc, std::uint32_t& at) {
  const WindowInstruction& in = program_.arrays->code[pc];
  const CharSet& set = program_.arrays->sets[in.arg];
  const std::uint32_t begin = at;
  if (in.max == WindowInstruction::kNoLimit) {
    while (const std::uint32_t size = SizeIn(set, at))
      at += size;
    // Where it was before it failed, for it always ends here.
    if (!MarkAll(in.slot, begin, at)) return false;
  } else {
    for (std::uint32_t count = 0; count < in.max; ++count) {
      const std::uint32_t size = SizeIn(set, at);
      if (size == 0 && count < in.min) return false;
      if (size == 0) break;
      at += size;
    }
  }
  pc = in.next;
  return CanBegin(pc, at);
}

bool WindowMatcher::BeginRun(std::uint32_t& pc, std::uint32_t& at) {
  const WindowInstruction& in = program_.arrays->code[pc];
  const CharSet& set = program_.arrays->sets[in.arg];
  std::uint32_t count = 0;
  for (; count < in.min; ++count) {
    const std::uint32_t size = SizeIn(set, at);
    if (size == 0) return false;
    at += size;
  }
  const bool endless = in.max == WindowInstruction::kNoLimit;
  if (in.lazy) {
    if (endless && !Mark(in.slot, at)) return false;
    const std::uint32_t more = endless ? kUndo - 1 : in.max - count;
    if (more > 0) jobs_.push_back({pc, at, more});
    pc = in.next;
    return CanBegin(pc, at);
  }
  const std::uint32_t least = at;
  if (endless) {
    // What was passed before has failed before.
    if (!Mark(in.slot, at)) return false;
    while (const std::uint32_t size = SizeIn(set, at)) {
      if (!Mark(in.slot, at + size)) break;
      at += size;
    }
  } else {
    for (; count < in.max; ++count) {
      const std::uint32_t size = SizeIn(set, at);
      if (size == 0) break;
      at += size;
    }
  }
  return ShortenRun(pc, at, least);
}

// Goes on behind the longest run that ends at "at" or before it.
bool WindowMatcher::ShortenRun(std::uint32_t& pc, std::uint32_t& at,
                               std::uint32_t least) {
  const std::uint32_t next = program_.arrays->code[pc].next;
  const FirstBytes& first = program_.arrays->code[next].first;
  const auto before = [this](std::uint32_t place) {
    do {
      --place;
    } while (IsContinuationByte(text_[place]));
    return place;
  };
  std::uint32_t place = at;
  while (!first.CanBegin(text_, place, end_)) {
    if (place <= least) return false;
    place = before(place);
  }
  if (place > least) jobs_.push_back({pc, before(place), least});
  pc = next;
  at = place;
  return true;
}

// Goes on behind the shortest run that ends after "at".
bool WindowMatcher::LengthenRun(std::uint32_t& pc, std::uint32_t& at,
                                std::uint32_t more) {
  const WindowInstruction& in = program_.arrays->code[pc];
  const bool endless = in.max == WindowInstruction::kNoLimit;
  while (more > 0) {
    const std::uint32_t size = SizeIn(program_.arrays->sets[in.arg], at);
    if (size == 0) return false;
    at += size;
    if (!endless) --more;
    if (endless && !Mark(in.slot, at)) return false;
    if (CanBegin(in.next, at)) break;
    if (more == 0) return false;
  }
  if (more > 0) jobs_.push_back({pc, at, more});
  pc = in.next;
  return true;
}

bool WindowMatcher::Holds(Op op, std::uint32_t at) const {
  switch (op) {
    case Op::kBegin:
      return at == block_begin_;
    case Op::kEnd:
      return at == block_end_;
    case Op::kEdge:
      return EndsAtEdge(text_, at);
    case Op::kLimit:
      return at == end_;
    default: {
      const bool before = at > block_begin_ && IsAsciiWord(text_[at - 1]);
      const bool after = at < block_end_ && IsAsciiWord(text_[at]);
      return (before != after) == (op == Op::kBoundary);
    }
  }
}

}  // namespace medlint
