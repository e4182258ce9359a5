// SPDX-License-Identifier: Apache-2.0
//
// PatternSearch turns the places where the anchors of one pattern occur into
// its matches.
//
// A match begins at the first place, a word edge if the pattern asks for that,
// from which one that ends at an edge can be found, and among those it is the
// one that RE2 prefers.  One that a guard forbids is dropped whole: the search
// goes on after it, not inside it.
//
// Cost: every anchor has at most the window read in which a match with that
// anchor can lie, by WindowMatcher or, if it is long, by RE2.  If the pattern
// has no bound that is the rest of the block, and reading it once tells about
// all later anchors in it, unless matches are found and each has to be read
// past (".*" before a choice).  So that no page can make that quadratic, a
// pattern that has had kPatience times a block read gets windows of kNearby
// bytes in the rest of it, and may miss a match that is longer.  No page but
// one made for it comes near that.  What is found in a block does not depend on
// the others.

#ifndef LINTER_MATCH_PATTERN_SEARCH_H_
#define LINTER_MATCH_PATTERN_SEARCH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/match/block_table.h"
#include "linter/match/char_map.h"
#include "linter/match/expression.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/window_matcher.h"

namespace medlint {

// A place where an anchor of a pattern occurs.
struct AnchorPlace {
  std::uint32_t begin = 0;
  // End of the literal; for a run of class characters the end of the run.
  std::uint32_t end = 0;
  // For a pattern of literals the literal's rank, for a lexicon the term, for
  // a regular expression one of these.
  std::uint32_t order = 0;

  static constexpr std::uint32_t kLiteralAnchor = 0;
  static constexpr std::uint32_t kRunAnchor = 1;
};

struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t term = 0;
};

// Memory that is kept from pattern to pattern.
struct SearchScratch {
  WindowMatcher matcher;
  WindowMatcher guard;
  std::vector<Match> matches;
};

class PatternSearch {
 public:
  static constexpr std::size_t kPatience = 16;
  static constexpr std::size_t kLeastPatience = std::size_t{1} << 18U;  // bytes
  static constexpr std::size_t kNearby = 512;                           // bytes

  // All must outlive this.  "text" is folded unless the pattern is exact.
  // The expressions of "pattern" are among "expressions".
  PatternSearch(const CompiledPattern& pattern,
                const ExpressionTable& expressions, std::string_view text,
                const BlockTable& blocks, const CharMap& chars,
                SearchScratch& scratch)
      : pattern_(pattern),
        expressions_(expressions),
        text_(text),
        blocks_(blocks),
        chars_(chars),
        scratch_(scratch) {
    scratch.matches.clear();
  }

  // Returns the matches in order; they do not overlap.  They are in the
  // scratch memory.  Sorts "candidates", and "needs": the places of what else
  // must stand in a match, if pattern.has_needs.
  std::span<const Match> FindAll(std::span<AnchorPlace> candidates,
                                 std::span<AnchorPlace> needs = {});

  // Bytes that were given to be read so far, at most.
  std::size_t work() const { return work_; }

 private:
  void FindLiterals(std::span<const AnchorPlace> candidates);
  void FindTerms(std::span<const AnchorPlace> candidates);
  void FindRegexp(std::span<const AnchorPlace> candidates);
  void EnterBlockAround(std::size_t at);
  // True if what the pattern needs besides an anchor begins in [from_, end).
  bool MeetsNeeds(std::size_t end);
  // These look for matches that begin in [from_, last].
  // Returns the first place in [at, last] where a match may begin, or something
  // larger.
  std::size_t NextStart(std::size_t at, std::size_t last) const;
  void FindWithProgram(std::size_t last, std::size_t end);
  void FindWithRe2(std::size_t last, std::size_t end);
  // What begins at "begin" has no end at an edge: goes on to what may have one.
  // Returns false if nothing before "end" does.
  bool SkipUnbounded(const EdgedRegexp& regexp, std::size_t begin,
                     std::size_t end);
  bool OpenWindow(std::size_t end);
  void SkipTo(std::size_t first, std::size_t last, std::size_t block_begin);

  // Moves "from_" past the match at "match", having kept it unless a guard
  // forbids it.  Places are in "text_".
  void Take(const Match& match);
  bool IsForbidden(const Match& match);
  bool IsForbiddenBefore(BlockTable::Block block, std::size_t end);
  bool IsForbiddenAfter(BlockTable::Block block, std::size_t begin);

  bool is_patient() const {
    return work_ - work_before_ <=
           std::max(kLeastPatience, kPatience * (block_.end - block_.begin));
  }
  std::size_t NextCharacter(std::size_t at) const;

  const CompiledPattern& pattern_;
  const ExpressionTable& expressions_;
  std::string_view text_;
  const BlockTable& blocks_;
  const CharMap& chars_;
  SearchScratch& scratch_;
  WindowProgram program_;
  BlockTable::Block block_;   // of the candidate
  std::size_t open_end_ = 0;  // of the window that is open; 0: none
  std::size_t from_ = 0;      // no match that begins before this is wanted
  std::size_t work_ = 0;
  std::size_t work_before_ = 0;  // this block
  std::span<const AnchorPlace> needs_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_PATTERN_SEARCH_H_
