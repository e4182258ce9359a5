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
// Immutable; shared by threads.

#ifndef LINTER_MATCH_WINDOW_PROGRAM_H_
#define LINTER_MATCH_WINDOW_PROGRAM_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "linter/match/char_class.h"
#include "linter/match/first_bytes.h"
#include "linter/match/lexicon.h"
#include "linter/match/lexicon_index.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/start_filter.h"

namespace medlint {

struct WindowInstruction {
  enum class Op : std::uint8_t {
    kBytes,       // bytes[arg, arg + count)
    kSet,         // a character of sets[arg]
    kRun,         // "min" to "max" characters of sets[arg]
    kChoice,      // one of targets[arg, arg + count), the first that will do
    kWords,       // one of words[arg, arg + count)
    kLexicon,     // a form of lexicons[arg]
    kSave,        // remember the place as saves[arg]
    kBegin,       // the block begins here
    kEnd,         // the block ends here
    kBoundary,    // RE2's \b
    kNoBoundary,  // RE2's \B
    kEdge,        // a word does not go on here
    kLimit,       // the window ends here
    kMatch,
  };
  static constexpr std::uint16_t kNoLimit = 0xFFFF;
  static constexpr std::uint32_t kNoSlot = 0xFFFFFFFFU;

  Op op = Op::kMatch;
  bool lazy = false;      // kRun
  std::uint16_t min = 0;  // kRun
  std::uint16_t max = 0;
  std::uint32_t arg = 0;
  std::uint32_t count = 0;
  std::uint32_t next = 0;
  // Where its visits are marked, if it can be come to in more than one way; a
  // run without a limit marks every place that it passes.
  std::uint32_t slot = kNoSlot;
  FirstBytes first = {};
};

struct WindowProgram {
  struct Word {
    std::uint32_t begin = 0;  // in "bytes"
    std::uint32_t size = 0;
  };

  std::vector<WindowInstruction> code;
  std::uint32_t start = 0;
  StartFilter filter;           // of the places where a match may begin
  bool starts_in_word = false;  // it begins with a letter, digit or "_"
  std::uint32_t slots = 0;
  std::string bytes;
  std::vector<CharSet> sets;
  std::vector<Word> words;
  std::vector<std::uint32_t> targets;
  std::vector<const LexiconIndex*> lexicons;
  std::vector<std::string> groups;  // names or numbers of the captures
  bool ignore_case = false;         // for lexicons
};

// What a match must end at, besides what the pattern says.
enum class MatchEnd : std::uint8_t { kAnywhere, kWordEdge, kLimit };

// Returns nothing if the pattern is too large, or has a part that only RE2
// knows (scripts).  "lexicons" must outlive the program.
std::unique_ptr<const WindowProgram> CompileWindowProgram(
    const RegexpSyntax& syntax, const LexiconTable& lexicons, MatchEnd end);

}  // namespace medlint

#endif  // LINTER_MATCH_WINDOW_PROGRAM_H_
