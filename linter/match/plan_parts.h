// SPDX-License-Identifier: Apache-2.0
//
// The two parts of a PatternPlan: the snapshot that it began with, and what was
// added since; shared by the builder and the scan.
//
// Either may be empty.  Each has its own automaton, and both are run over a
// text.  A pattern that was added may have a lexicon of the snapshot as its
// anchor: then it follows the forms that the snapshot's automaton finds.

#ifndef LINTER_MATCH_PLAN_PARTS_H_
#define LINTER_MATCH_PLAN_PARTS_H_

#include <cstddef>
#include <memory>
#include <utility>

#include "linter/match/expression.h"
#include "linter/match/lexicon.h"
#include "linter/match/literal_automaton.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"

namespace medlint {

struct PlanPart {
  // "lexicons" must outlive this.
  PlanPart(const PlanArrays& its_arrays, PatternId its_first,
           const LexiconTable& lexicons)
      : arrays(its_arrays), first(its_first), expressions(arrays, lexicons) {}

  const PlanArrays arrays;
  const PatternId first;  // the number of its first pattern
  const ExpressionTable expressions;
  const LiteralAutomaton automaton{arrays};
};

struct PlanParts {
  PlanParts(const PlanArrays& snapshot,
            std::unique_ptr<const PlanVectors> its_own,
            std::unique_ptr<const LexiconTable> its_lexicons)
      : own(std::move(its_own)),
        lexicons(std::move(its_lexicons)),
        base(snapshot, 0, *lexicons),
        added(ViewOf(*own), static_cast<PatternId>(snapshot.patterns.size()),
              *lexicons) {}

  std::size_t size() const {
    return base.arrays.patterns.size() + added.arrays.patterns.size();
  }
  const PlanPart& PartOf(PatternId id) const {
    return id < added.first ? base : added;
  }
  const CompiledPattern& PatternOf(PatternId id) const {
    const PlanPart& part = PartOf(id);
    return part.arrays.patterns[id - part.first];
  }

  std::unique_ptr<const PlanVectors> own;
  std::unique_ptr<const LexiconTable> lexicons;
  PlanPart base;
  PlanPart added;
};

struct PatternPlan::Impl : PlanParts {
  using PlanParts::PlanParts;
};

}  // namespace medlint

#endif  // LINTER_MATCH_PLAN_PARTS_H_
