// SPDX-License-Identifier: Apache-2.0
//
// Anchors are what to look for before a regular expression is worth running:
// a set of literal strings (or forms of lexicons, or kinds of characters) one
// of which every match contains, and how far into the match it can be.
//
// Of all sets that a pattern offers the cheapest is taken: the one expected to
// occur least in English text, with a charge for each literal.  The method is
// that of Cox, "Regular Expression Matching with a Trigram Index" (2012), with
// whole strings in place of trigrams.

#ifndef LINTER_MATCH_ANCHORS_H_
#define LINTER_MATCH_ANCHORS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "linter/match/char_class.h"
#include "linter/match/regexp_syntax.h"

namespace medlint {

// A size in bytes that may have no bound.
inline constexpr std::uint32_t kUnbounded = 0xFFFFFFFFU;

struct Anchors {
  std::vector<std::string> literals = {};    // folded, not empty
  std::vector<std::uint32_t> lexicons = {};  // any of their forms
  CharKinds classes = 0;                     // any character of these kinds
  std::vector<std::uint32_t> class_indices = {};  // that is in one of these

  // Most bytes of a match before (after) its anchor.
  std::uint32_t max_before = 0;
  std::uint32_t max_after = 0;

  std::uint64_t cost = 0;  // see literal_cost.h; with charges

  bool empty() const {
    return literals.empty() && lexicons.empty() && classes == 0;
  }
};

struct PatternShape {
  bool nullable = false;  // it can match the empty string
  std::uint32_t max_size = 0;
  CharKinds first = 0;  // kinds that a match can begin (end) with
  CharKinds last = 0;

  // If not empty, these are all that it can match, in order of preference, and
  // there is nothing that a regular expression could add.
  std::vector<std::string> literals = {};

  // Empty if the pattern has none of any sort.
  Anchors anchors = {};

  // Others that every match contains as well, apart from those; without
  // classes.  Often empty.  Where none of them occurs there is no match.
  Anchors needs = {};

  // Rough count of the instructions RE2 will need, lexicons included.
  std::size_t weight = 0;
};

// Linear in the pattern; the number of strings that it keeps is bounded.
PatternShape FindShape(const RegexpSyntax& syntax, const LexiconTable& lexicons,
                       Edges edges);

}  // namespace medlint

#endif  // LINTER_MATCH_ANCHORS_H_
