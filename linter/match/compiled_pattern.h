// SPDX-License-Identifier: Apache-2.0
//
// A CompiledPattern is a PatternSpec made ready: checked, its anchors chosen,
// its expressions written for RE2 (and compiled when they are first needed).
//
// Immutable; shared by threads.

#ifndef LINTER_MATCH_COMPILED_PATTERN_H_
#define LINTER_MATCH_COMPILED_PATTERN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "linter/match/anchors.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/regexp.h"
#include "linter/match/regexp_syntax.h"

namespace medlint {

// An expression whose matches end (and, as far as the caller sees to it, begin)
// at word edges.
//
// RE2 knows edges between ASCII letters alone, so edges are looked at after the
// match.  If the match that RE2 prefers does not end at one ("heal|heals" in
// "heals"), "bounded" finds the one it prefers among those before a space, a
// common sign or the end of the block.
struct EdgedRegexp {
  std::unique_ptr<const Regexp> preferred;
  std::unique_ptr<const Regexp> bounded;  // null if no edge is called for
  bool ends_in_word = false;  // whatever it matches ends in a letter or digit
  std::uint32_t max_size = kUnbounded;

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

struct CompiledPattern {
  enum class Form : std::uint8_t {
    kLiterals,  // the anchors are the matches
    kRegexp,
    kLexicon,
  };

  Form form = Form::kRegexp;
  bool exact_case = false;
  Edges edges;
  CharKinds classes = 0;  // anchors that are not literals
  std::uint32_t max_before = 0;
  EdgedRegexp regexp;  // empty for a lexicon

  // Guards; null if there are none.
  std::unique_ptr<const Regexp> not_before;  // ends in "$"
  std::uint32_t not_before_size = 0;
  std::unique_ptr<const EdgedRegexp> not_after;

  int compiled_count() const;
};

// Compiles "spec" into "pattern" and tells what to look for: "anchors", or if
// pattern.form is kLiterals the literals in anchors.literals, best first.
// Returns what is wrong, if anything.  "lexicons" must outlive "pattern".
std::optional<PatternError> CompilePattern(const PatternSpec& spec,
                                           const LexiconTable& lexicons,
                                           CompiledPattern& pattern,
                                           Anchors& anchors);

}  // namespace medlint

#endif  // LINTER_MATCH_COMPILED_PATTERN_H_
