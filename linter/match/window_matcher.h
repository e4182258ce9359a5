// SPDX-License-Identifier: Apache-2.0
//
// A WindowMatcher runs a WindowProgram on a stretch of a block.
//
// It backtracks in the order of preference and marks the places where it has
// been, as RE2's BitState does (Cox, "Regular Expression Matching: the Virtual
// Machine Approach", 2009), so that no instruction is run twice at one place
// and the time is linear in program times window.  The marks hold for all the
// places where a match is tried in one window: what failed for one fails for
// the next.  Its scratch memory is kept between windows.
//
// Matches are those of RE2: leftmost-first, with the same preferences.

#ifndef LINTER_MATCH_WINDOW_MATCHER_H_
#define LINTER_MATCH_WINDOW_MATCHER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/match/window_program.h"

namespace medlint {

class WindowMatcher {
 public:
  struct Window {
    std::size_t block_begin = 0;  // what "^", "$" and "\b" see
    std::size_t block_end = 0;
    std::size_t begin = 0;  // no match begins before it
    std::size_t end = 0;    // no match ends after it
  };

  static constexpr std::size_t kMaxMarks = std::size_t{1} << 17U;

  static bool Fits(WindowProgram program, std::size_t size) {
    return program.head->slots * (size + 1) <= kMaxMarks;
  }

  // Forgets all marks.  Places are bytes of "text".  Both must outlive what is
  // done with them.
  // REQUIRES: Fits(program, window.end - window.begin)
  void Open(WindowProgram program, std::string_view text, const Window& window);

  // Returns where the preferred match that begins at "begin" ends.  After a
  // match the window must be opened anew, for its marks lie on the way.
  std::optional<std::size_t> MatchAt(std::size_t begin) {
    if (!CanBegin(program_.head->start, static_cast<std::uint32_t>(begin))) {
      return std::nullopt;
    }
    return Run(static_cast<std::uint32_t>(begin));
  }

  // As MatchAt, and leaves the places of the captures: begin and end of each,
  // kNowhere if it took no part.
  std::optional<std::size_t> MatchWithGroups(std::size_t begin);
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;
  const std::vector<std::uint32_t>& groups() const { return groups_; }

 private:
  // What to go back to.
  struct Job {
    std::uint32_t pc = 0;
    std::uint32_t at = 0;
    std::uint32_t rest = 0;  // of the alternatives of "pc"; or kResume, kUndo
  };
  static constexpr std::uint32_t kResume = 0xFFFFFFFFU;  // at "pc"
  static constexpr std::uint32_t kUndo = 0xFFFFFFFEU;    // groups_[pc] = at

  std::optional<std::size_t> Run(std::uint32_t at);
  // Runs one instruction, or goes on with the alternatives of an earlier one.
  // Returns false if it fails.
  bool Step(std::uint32_t& pc, std::uint32_t& at);
  bool Retry(const Job& job, std::uint32_t& pc, std::uint32_t& at);
  bool Choose(std::uint32_t& pc, std::uint32_t at, std::uint32_t from);
  bool MatchWord(std::uint32_t& pc, std::uint32_t& at);
  bool MatchTerm(std::uint32_t& pc, std::uint32_t& at);
  bool BeginRun(std::uint32_t& pc, std::uint32_t& at);
  bool PassRun(std::uint32_t& pc, std::uint32_t& at);
  bool ShortenRun(std::uint32_t& pc, std::uint32_t& at, std::uint32_t least);
  bool LengthenRun(std::uint32_t& pc, std::uint32_t& at, std::uint32_t more);
  bool Holds(WindowInstruction::Op op, std::uint32_t at) const;

  // The size of the character at "at" if it is one of "set", or 0.
  std::uint32_t SizeIn(const CharSet& set, std::uint32_t at) const;
  bool StartsWith(std::uint32_t at, std::uint32_t bytes,
                  std::uint32_t size) const;
  bool CanBegin(std::uint32_t pc, std::uint32_t at) const {
    return program_.arrays->code[pc].first.CanBegin(text_, at, end_);
  }
  // Returns false if it was marked already.
  bool Mark(std::uint32_t slot, std::uint32_t at);
  // Marks all of [first, last].  Returns false if one of them was marked.
  bool MarkAll(std::uint32_t slot, std::uint32_t first, std::uint32_t last);
  bool MarkBits(std::size_t word, std::uint64_t bits);

  WindowProgram program_;
  std::string_view text_;
  std::size_t block_begin_ = 0;
  std::size_t block_end_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::size_t width_ = 0;
  bool wants_groups_ = false;
  std::vector<std::uint64_t> marks_;
  std::vector<std::uint32_t> touched_;  // words of marks_ that are not 0
  std::vector<Job> jobs_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> groups_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_WINDOW_MATCHER_H_
