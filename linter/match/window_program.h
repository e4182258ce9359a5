// SPDX-License-Identifier: Apache-2.0
//
// A WindowProgram is a pattern as instructions for WindowMatcher.
//
// The machine is that of Thompson as told by Cox, "Regular Expression Matching:
// the Virtual Machine Approach" (2009), with instructions of our own for what
// patterns are made of: a run of characters of one class, a choice of words, a
// lexicon, a word edge.  A program is compiled back to front in microseconds,
// lexicons are not spelled out, and every instruction knows what bytes it can
// begin with.
//
// Programs share arrays (see plan_arrays.h): instructions are numbered through
// all of them.  Immutable; shared by threads.

#ifndef LINTER_MATCH_WINDOW_PROGRAM_H_
#define LINTER_MATCH_WINDOW_PROGRAM_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/start_filter.h"

namespace medlint {

// A view of one.
struct WindowProgram {
  const PlanArrays* arrays = nullptr;  // null: there is none
  const ProgramHead* head = nullptr;
  const LexiconTable* lexicons = nullptr;

  explicit operator bool() const { return arrays != nullptr; }
  const StartFilter& filter() const {
    return arrays->start_filters[head->filter];
  }
  std::size_t group_count() const { return head->groups.size; }
  std::string_view group(std::size_t i) const {
    return TextOf(arrays->program_text, Slice(arrays->groups, head->groups)[i]);
  }
};

// What a match must end at, besides what the pattern says.
enum class MatchEnd : std::uint8_t { kAnywhere, kWordEdge, kLimit };

// Adds a program to "vectors" and returns its number.  Returns kNoProgram if
// the pattern is too large, or has a part that only RE2 knows (scripts).
std::uint32_t CompileWindowProgram(const RegexpSyntax& syntax,
                                   const LexiconTable& lexicons, MatchEnd end,
                                   PlanVectors& vectors);

}  // namespace medlint

#endif  // LINTER_MATCH_WINDOW_PROGRAM_H_
