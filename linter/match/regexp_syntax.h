// SPDX-License-Identifier: Apache-2.0
//
// The syntax tree of a pattern.
//
// The parser reads the syntax of RE2
// (https://github.com/google/re2/wiki/Syntax) as rule authors use it, with
// "@name" for the terms of a lexicon, and explains what it refuses: constructs
// that RE2 has not (lookaround, backreferences), and those that medlint gives
// no meaning (flags, newlines, single bytes). The tree tells two things: which
// literal strings every match contains (anchors.h), and the expression that RE2
// is to run.  In it the literals are folded as the text is, unless the pattern
// is for the exact text.

#ifndef LINTER_MATCH_REGEXP_SYNTAX_H_
#define LINTER_MATCH_REGEXP_SYNTAX_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/char_class.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"

namespace medlint {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFFU;

struct SyntaxNode {
  enum class Kind : std::uint8_t {
    kLiteral,      // text; may have been folded to nothing
    kClass,        // one character: classes[value]
    kLexicon,      // any form of the lexicon "value"
    kSequence,     // its children, one after another; none: the empty string
    kAlternation,  // one of its children, the first that will do
    kRepeat,       // its child, "min" to "max" times
    kGroup,        // its child; captured if "capture"
    kAssertion,    // "^", "$", "\b" or "\B", as "value"
  };
  static constexpr std::uint16_t kNoLimit = 0xFFFF;

  Kind kind = Kind::kSequence;
  bool lazy = false;      // kRepeat
  bool capture = false;   // kGroup
  bool dropped = false;   // kAssertion: see DropEdges
  std::uint16_t min = 0;  // kRepeat
  std::uint16_t max = 0;  // kRepeat; kNoLimit
  std::uint32_t value = 0;
  std::uint32_t begin = 0;  // bytes of the pattern
  std::uint32_t end = 0;
  NodeIndex first_child = kNoNode;
  NodeIndex next_sibling = kNoNode;
  std::string text;  // kLiteral; kGroup: the name of the capture
};

struct RegexpSyntax {
  std::vector<SyntaxNode> nodes;
  std::vector<CharClass> classes;
  NodeIndex root = kNoNode;
  bool exact_case = false;
  bool names_script = false;  // \p{Script}, which RE2 may not know
};

// Parses "pattern" into "syntax".  Returns what is wrong with it, if anything.
std::optional<PatternError> ParseRegexp(std::string_view pattern,
                                        const LexiconTable& lexicons,
                                        bool exact_case, RegexpSyntax& syntax);

// Takes "\b" away from the ends of the expression, where it means the edge that
// we look for ourselves.  With "whole_words" both ends ask for one in any case;
// otherwise those at which every alternative has its "\b".
Edges DropEdges(RegexpSyntax& syntax, bool whole_words);

// Refuses the "\b" that are left if they stand beside a letter beyond ASCII.
std::optional<PatternError> CheckAssertions(const RegexpSyntax& syntax);

// Returns the expression for RE2.  A lexicon is left as kLexiconMark, its
// number, kLexiconMark: it may be long and is spelled out by Regexp.
std::string ToRe2(const RegexpSyntax& syntax);
inline constexpr char kLexiconMark = '\x01';

}  // namespace medlint

#endif  // LINTER_MATCH_REGEXP_SYNTAX_H_
