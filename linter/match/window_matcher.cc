// SPDX-License-Identifier: Apache-2.0

#include "linter/match/window_matcher.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/match/char_class.h"
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

bool WindowMatcher::Mark(std::uint32_t slot, std::uint32_t at) {
  const std::size_t bit = slot * width_ + (at - begin_);
  std::uint64_t& word = marks_[bit / 64];
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  if ((word & mask) != 0) return false;
  if (word == 0) touched_.push_back(static_cast<std::uint32_t>(bit / 64));
  word |= mask;
  return true;
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
  const bool endless =
      in.op == Op::kRun && in.max == WindowInstruction::kNoLimit;
  if (in.slot != WindowInstruction::kNoSlot && !endless && !Mark(in.slot, at)) {
    return false;
  }
  switch (in.op) {
    case Op::kBytes:
      if (end_ - at < in.count ||
          std::memcmp(text_.data() + at,
                      program_.arrays->program_text.data() + in.arg,
                      in.count) != 0) {
        return false;
      }
      at += in.count;
      break;
    case Op::kSet: {
      const std::uint32_t size = SizeIn(program_.arrays->sets[in.arg], at);
      if (size == 0) return false;
      at += size;
      break;
    }
    case Op::kRun:
      return BeginRun(pc, at);
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
  const std::string_view rest = text_.substr(at, end_ - at);
  const std::size_t first_job = jobs_.size();
  std::uint32_t first = kNowhere;
  for (std::uint32_t i = in.arg; i < in.arg + in.count; ++i) {
    const Stretch word = program_.arrays->words[i];
    const char* const bytes = program_.arrays->program_text.data() + word.begin;
    if (*bytes != rest.front() || word.size > rest.size() ||
        std::memcmp(bytes, rest.data(), word.size) != 0) {
      continue;
    }
    if (first == kNowhere) {
      first = at + word.size;
    } else {
      jobs_.push_back({in.next, at + word.size, kResume});
    }
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

std::uint32_t WindowMatcher::SizeIn(const CharSet& set,
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
  const auto back = [this](std::uint32_t& place) {
    do {
      --place;
    } while (IsContinuationByte(text_[place]));
  };
  while (!CanBegin(next, at)) {
    if (at <= least) return false;
    back(at);
  }
  if (at > least) {
    std::uint32_t shorter = at;
    back(shorter);
    jobs_.push_back({pc, shorter, least});
  }
  pc = next;
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
