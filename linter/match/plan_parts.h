// SPDX-License-Identifier: Apache-2.0
//
// What a PatternPlan is made of; shared by the builder and the scan.

#ifndef LINTER_MATCH_PLAN_PARTS_H_
#define LINTER_MATCH_PLAN_PARTS_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "linter/match/compiled_pattern.h"
#include "linter/match/lexicon.h"
#include "linter/match/literal_automaton.h"
#include "linter/match/pattern_plan.h"

namespace medlint {

// What the occurrence of a literal means.
struct AnchorUse {
  enum class Kind : std::uint8_t {
    kAnchor,   // a place to look for pattern "target"
    kNeed,     // what pattern "target" needs besides
    kMatch,    // a match of pattern "target"
    kEnding,   // the end of a word that matches pattern "target"
    kLexicon,  // a place to look for the patterns that follow lexicon "target"
  };

  std::uint32_t target = 0;
  std::uint32_t order = 0;  // see AnchorPlace
  Kind kind = Kind::kAnchor;
  bool edge_before = false;  // it counts only if a word begins (ends) there
  bool edge_after = false;
};

// A pattern that has the terms of a lexicon as its anchors.
struct Follower {
  PatternId pattern = 0;
  bool edge_before = false;  // as for AnchorUse
  bool edge_after = false;
  bool is_need = false;  // not its anchor: see AnchorUse::Kind::kNeed
};

struct PatternPlan::Impl {
  std::unique_ptr<const LexiconTable> lexicons;  // the patterns point to it
  std::vector<CompiledPattern> patterns;
  LiteralAutomaton automaton;
  std::vector<AnchorUse> uses;                   // by literal
  std::vector<std::vector<Follower>> followers;  // by lexicon
};

}  // namespace medlint

#endif  // LINTER_MATCH_PLAN_PARTS_H_
