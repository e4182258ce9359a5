// SPDX-License-Identifier: Apache-2.0
//
// A CompiledPattern is a PatternSpec made ready: checked, its anchors chosen,
// its expressions at hand (and compiled when they are first needed).
//
// Immutable; shared by threads.

#ifndef LINTER_MATCH_COMPILED_PATTERN_H_
#define LINTER_MATCH_COMPILED_PATTERN_H_

#include <cstdint>
#include <memory>
#include <optional>

#include "linter/match/anchors.h"
#include "linter/match/expression.h"
#include "linter/match/lexicon.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/regexp_syntax.h"

namespace medlint {

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
  bool has_needs = false;                    // see AnchorPlace::kNeed
  std::unique_ptr<const Expression> regexp;  // null for a lexicon

  // Guards; null if there are none.
  std::unique_ptr<const Expression> not_before;
  std::unique_ptr<const Expression> not_after;

  int compiled_count() const;
};

// Compiles "spec" into "pattern" and tells what to look for: "anchors", or if
// pattern.form is kLiterals the literals in anchors.literals, best first; and
// what else stands in the block of every match, "needs", which may be empty.
// Returns what is wrong, if anything.  "lexicons" must outlive "pattern".
std::optional<PatternError> CompilePattern(const PatternSpec& spec,
                                           const LexiconTable& lexicons,
                                           CompiledPattern& pattern,
                                           Anchors& anchors, Anchors& needs);

}  // namespace medlint

#endif  // LINTER_MATCH_COMPILED_PATTERN_H_
