// SPDX-License-Identifier: Apache-2.0
//
// The regular expressions of patterns: their own, and their guards.
//
// An expression is a WindowProgram for the windows that matches are looked for
// in, and RE2's where a window is too long for that.  Each is made when it is
// first needed, unless the plan came with the program; what is kept until then
// is the text.  Shared by threads.

#ifndef LINTER_MATCH_EXPRESSION_H_
#define LINTER_MATCH_EXPRESSION_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "linter/match/anchors.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/regexp.h"
#include "linter/match/regexp_syntax.h"
#include "linter/match/window_program.h"

namespace medlint {

// An expression for RE2 whose matches end (and, as far as the caller sees to
// it, begin) at word edges.
//
// RE2 knows edges between ASCII letters alone, so edges are looked at after the
// match.  If the match that RE2 prefers does not end at one ("heal|heals" in
// "heals"), "bounded" finds the one it prefers among those before a space, a
// common sign or the end of the block.
struct EdgedRegexp {
  std::unique_ptr<const Regexp> preferred;
  std::unique_ptr<const Regexp> bounded;  // null if no edge is called for
  bool ends_in_word = false;  // whatever it matches ends in a letter or digit

  // Returns the match that begins at range.begin, if it ends at an edge.  It
  // ends by range.end; what follows is looked at too.
  std::optional<Regexp::Range> MatchAt(std::string_view block,
                                       Regexp::Range range) const;

  // The same when RE2 has found "match", the one that it prefers.
  std::optional<Regexp::Range> EndAtEdge(std::string_view block,
                                         Regexp::Range match,
                                         std::size_t end) const;

  // Returns where the first match of "bounded" begins in "range".
  // REQUIRES: bounded != nullptr
  std::optional<std::size_t> NextBounded(std::string_view block,
                                         Regexp::Range range) const;
};

// What an expression is made from.
struct ExpressionSource {
  using Role = CompiledExpression::Role;

  std::string_view regexp;
  bool exact_case = false;
  bool whole_words = false;
  Role role = Role::kMatch;
};

// An expression that has been read.
struct ParsedExpression {
  RegexpSyntax syntax;
  Edges edges;
  PatternShape shape;
};

// Reads "source".  Returns what is wrong, if anything.
std::optional<PatternError> ParseExpression(ExpressionSource source,
                                            const LexiconTable& lexicons,
                                            ParsedExpression& parsed);

// Has RE2 compile it if RE2 might refuse it.  Returns what RE2 says is wrong,
// or "".  "parsed" is what ParseExpression() gave.
std::string CheckExpression(ExpressionSource source,
                            const LexiconTable& lexicons,
                            const ParsedExpression& parsed);

// Adds the program of the expression to "vectors" and returns its number, as
// CompileWindowProgram().
std::uint32_t CompileExpression(ExpressionSource source,
                                const LexiconTable& lexicons,
                                PlanVectors& vectors);

// The expressions of one part of a plan, with what was made of them so far.
class ExpressionTable {
 public:
  // Both must outlive this.
  ExpressionTable(const PlanArrays& arrays, const LexiconTable& lexicons);
  ~ExpressionTable();
  ExpressionTable(const ExpressionTable&) = delete;
  ExpressionTable& operator=(const ExpressionTable&) = delete;

  const CompiledExpression& operator[](std::uint32_t i) const {
    return arrays_.expressions[i];
  }

  // None if only RE2 can match it.
  WindowProgram program(std::uint32_t i) const;

  // REQUIRES: the role is kMatch
  const EdgedRegexp& re2(std::uint32_t i) const;
  // REQUIRES: the role is kBefore
  const Regexp& re2_before(std::uint32_t i) const;

  // What has been compiled so far.
  int compiled_count() const;

 private:
  struct Made;

  Made& MadeOf(std::uint32_t i) const;
  const EdgedRegexp& MakeRe2(std::uint32_t i) const;
  ExpressionSource SourceOf(std::uint32_t i) const;

  const PlanArrays& arrays_;
  const LexiconTable& lexicons_;
  // By expression; null until something is made of it.
  std::unique_ptr<std::atomic<Made*>[]> made_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_EXPRESSION_H_
