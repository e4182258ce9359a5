// SPDX-License-Identifier: Apache-2.0
//
// PatternSearch turns the places where the anchors of one pattern occur into
// its matches.
//
// A match is what RE2 prefers, leftmost first, with its ends at word edges if
// the pattern asks for that (see EdgedRegexp).  One that a guard forbids is
// dropped whole: the search goes on after it, not inside it.
//
// Cost: every anchor has RE2 read at most the window in which a match with that
// anchor can lie.  If the pattern has no bound that is the rest of the block,
// and reading it once tells about all later anchors in it, unless matches are
// found and each has to be read past (".*" before a choice).  So that no page
// can make that quadratic, a pattern that has had RE2 read kPatience times the
// text gets windows of kNearby bytes from there on, and may miss a match that
// is longer.  No page but one made for it comes near that.

#ifndef LINTER_MATCH_PATTERN_SEARCH_H_
#define LINTER_MATCH_PATTERN_SEARCH_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/match/block_table.h"
#include "linter/match/compiled_pattern.h"

namespace medlint {

// A place where an anchor of a pattern occurs.
struct Candidate {
  std::uint32_t begin = 0;
  // End of the literal; for a run of class characters the end of the run.
  std::uint32_t end = 0;
  // For a pattern of literals the literal's rank, for a lexicon the term, for
  // a regular expression kLiteralAnchor or kRunAnchor.
  std::uint32_t order = 0;

  static constexpr std::uint32_t kLiteralAnchor = 0;
  static constexpr std::uint32_t kRunAnchor = 1;

  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t term = 0;
};

class PatternSearch {
 public:
  static constexpr std::size_t kPatience = 16;
  static constexpr std::size_t kLeastPatience = std::size_t{1} << 18U;  // bytes
  static constexpr std::size_t kNearby = 512;                           // bytes

  // All must outlive this.  "text" is folded unless the pattern is exact.
  PatternSearch(const CompiledPattern& pattern, std::string_view text,
                const BlockTable& blocks)
      : pattern_(pattern), text_(text), blocks_(blocks) {}

  // Returns the matches in order; they do not overlap.  Sorts "candidates".
  std::vector<Match> FindAll(std::vector<Candidate>& candidates);

  // Bytes that RE2 was given to read so far, at most.
  std::size_t work() const { return work_; }

 private:
  void FindLiterals(std::span<const Candidate> candidates);
  void FindTerms(std::span<const Candidate> candidates);
  void FindRegexp(const Candidate& candidate);
  void SkipTo(std::size_t first, std::size_t last, std::size_t block_begin);

  // Moves "from_" past the match at "match", having kept it unless a guard
  // forbids it.  Places are in "text_".
  void Take(const Match& match);
  bool IsForbidden(const Match& match);
  bool IsForbiddenBefore(std::string_view block, std::size_t end);
  bool IsForbiddenAfter(std::string_view block, std::size_t begin);

  bool is_patient() const {
    return work_ <= std::max(kLeastPatience, kPatience * text_.size());
  }
  std::size_t NextCharacter(std::size_t at) const;

  const CompiledPattern& pattern_;
  std::string_view text_;
  const BlockTable& blocks_;
  std::vector<Match> matches_;
  std::size_t from_ = 0;  // no match that begins before this is wanted
  std::size_t work_ = 0;
};

// Returns the runs of characters of "kinds" in "text", none of them longer than
// a block.  Linear.
std::vector<Candidate> FindRuns(std::string_view text, CharKinds kinds);

}  // namespace medlint

#endif  // LINTER_MATCH_PATTERN_SEARCH_H_
