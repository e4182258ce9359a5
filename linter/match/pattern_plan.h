// SPDX-License-Identifier: Apache-2.0
//
// A PatternPlan is everything that any rule, fact or cue looks for, compiled
// together and found in one scan of a document.
//
// Rules do not search.  When a ruleset is compiled, each kind, guard and fact
// adds what it needs to the Builder and keeps the PatternId it gets back; when
// a page is read, Scan() finds the anchors of all of it at once, and each asks
// Hits for its own.
//
// From each pattern the builder extracts anchors: the cheapest set of literal
// strings one of which every match must contain.  One Aho-Corasick automaton
// (Aho and Corasick 1975) finds all anchors of all patterns in one pass over
// the folded text; only around an anchor is the regular expression itself run,
// compiled on the first candidate, on the window that the match can reach and
// never across '\n': by a matcher of our own (see WindowMatcher), and by RE2
// where the window is long.  A pattern that has no literal (a number, a run of
// capitals) is anchored on a class instead: see CharKinds.
//
// Scanning is linear in the text for any patterns; its cost per byte grows
// with the number of anchors that occur, not with the number of patterns.
//
// A plan is immutable once built and is shared by threads.  RE2 is known to
// this folder alone (regexp.cc).
//
// The plan of the rulesets that come with medlint is compiled when medlint is
// built, and lies in the program: see plan_snapshot.h.

#ifndef LINTER_MATCH_PATTERN_PLAN_H_
#define LINTER_MATCH_PATTERN_PLAN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/result.h"
#include "linter/text/fold.h"
#include "linter/text/span.h"

namespace medlint {

// Index of a pattern or lexicon in its plan.
using PatternId = std::uint32_t;

// Index of a table of weights in its plan.
using WeightsId = std::uint32_t;

// What is wrong with a pattern, so that the loader can point at it.
struct PatternError {
  std::size_t begin = 0;  // bytes within the pattern that are at fault
  std::size_t end = 0;
  std::string what;  // "lookahead `(?=` is not supported by RE2"
  std::string hint;  // "use `not-after` ..."; may be empty
};

// A regular expression in RE2 syntax
// (https://github.com/google/re2/wiki/Syntax), matched against the folded text
// unless exact_case.
struct PatternSpec {
  std::string regexp = {};

  // Match the text as the reader sees it, not the folded copy: for units,
  // abbreviations, anything where case, quotes or dashes carry meaning.
  bool exact_case = false;

  // The match must begin and end at word edges wherever its own first or last
  // character is a letter, digit or underscore.  Words are Unicode words
  // (letters, digits, marks); an apostrophe between letters is inside a word,
  // a hyphen is not.  "100% safe" and "%" need no edge after the sign.
  bool whole_words = true;

  // Regular expressions that must not match right before / right after (white
  // space between them is skipped).  They stand in for lookaround.
  std::string not_before = {};
  std::string not_after = {};
};

struct Hit {
  PatternId pattern = 0;
  std::uint32_t term = 0;  // for a lexicon: index into its terms
  TextSpan where;
  // Index of the '\n'-separated line of the text that it is in, from 0.  It
  // follows from "where" and is not compared.
  std::uint32_t line = 0;

  friend bool operator==(const Hit& a, const Hit& b) {
    return a.pattern == b.pattern && a.term == b.term && a.where == b.where;
  }
};

class PatternScan;       // pattern_scan.h
class WordWeights;       // word_weights.h
struct PlanArrays;       // plan_arrays.h
struct WeightConstants;  // plan_arrays.h
struct PlanVectors;      // plan_arrays.h

// The hits of one scan, by pattern.  The anchors are all found; what they come
// to is worked out pattern by pattern, when it is first asked for; that makes
// no difference to the answers.
//
// Refers to the plan and to both texts that were scanned, which must outlive
// it.  Belongs to one thread at a time.
class Hits {
 public:
  Hits(Hits&&) noexcept;
  Hits& operator=(Hits&&) noexcept;
  ~Hits();

  // Hits of one pattern or lexicon, in order of place; they do not overlap.
  // They live as long as this.
  // REQUIRES: "pattern" is of the plan that made this
  std::span<const Hit> Of(PatternId pattern) const;

  // The hits of "pattern" that lie wholly inside "where".  If that is in one
  // line, only that one is looked at.
  std::span<const Hit> Within(PatternId pattern, TextSpan where) const;

  // The hits of all patterns, each worked out now; for tests and benchmarks.
  std::size_t size() const;

 private:
  friend class PatternPlan;
  explicit Hits(std::unique_ptr<PatternScan> scan);
  std::unique_ptr<PatternScan> scan_;  // never null, but after a move
};

// A part of a match that the pattern names, "(?P<brand>...)", or numbers.
struct Capture {
  std::string name;  // "brand", or "1"
  TextSpan where;
};

class PatternPlan {
 public:
  class Builder;

  PatternPlan(PatternPlan&&) noexcept;
  PatternPlan& operator=(PatternPlan&&) noexcept;
  ~PatternPlan();

  // Finds everything.  "text" is what "folded" was made from.  For each
  // pattern: leftmost matches, alternatives in the order written (RE2's
  // leftmost-first), not overlapping.  For each lexicon: leftmost, longest.
  Hits Scan(std::string_view text, const FoldedText& folded) const;

  // Returns what the groups of the pattern that made "hit" captured, those that
  // took part.  Runs the expression once more, on the hit alone.
  std::vector<Capture> Captures(const Hit& hit, std::string_view text,
                                const FoldedText& folded) const;

  // Tables of weights in the plan; their numbers count from 0.
  std::size_t weights_count() const;
  // The table that DefineWeights() gave this number.  Lives as long as this.
  WordWeights Weights(WeightsId id) const;

  // Patterns and lexicons in the plan.
  std::size_t size() const;

  // How many regular expressions have been compiled so far (they are compiled
  // when first needed); for tests and benchmarks.
  int compiled_count() const;

  // Adds the arrays of the plan to "vectors", which are empty, for a snapshot.
  // Programs that wait for their first use are compiled, for all threads wait
  // where the snapshot is used.
  // REQUIRES: the plan has no snapshot, or nothing besides
  void CopyTo(PlanVectors& vectors) const;

 private:
  friend class PatternScan;
  struct Impl;
  explicit PatternPlan(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

class PatternPlan::Builder {
 public:
  Builder();
  // Begins with what a snapshot has.  To add a pattern that is in it is no more
  // than a look-up.  "snapshot" must outlive the plan.
  explicit Builder(const PlanArrays& snapshot);
  ~Builder();
  Builder(Builder&&) noexcept;
  Builder& operator=(Builder&&) noexcept;

  // A named word list.  Other patterns may use it as "@name" (see AddPattern).
  // Terms are literal text, folded; a term may have one "~" to take the
  // inflections of the word before it ("pack~ its bags"; see inflection.h), or
  // begin with "-" to be a word ending ("-statin": any word of six letters or
  // more that ends so).
  // Defining a name again is the caller's mistake and is asserted.
  void DefineLexicon(std::string_view name,
                     const std::vector<std::string>& terms);
  bool HasLexicon(std::string_view name) const;
  // True if the lexicon came with the snapshot, so that it is defined already.
  bool IsInSnapshot(std::string_view lexicon) const;
  std::vector<std::string_view> LexiconNames() const;

  // Adds a pattern.  "@name" in it, at the beginning of a word, stands for any
  // term of the lexicon.  A space stands for one or more spaces.  Fails, adding
  // nothing, if the expression is not RE2 syntax, can match the empty string,
  // has no anchor of any sort, or uses a lexicon that is not defined.
  // Equal specs share one id.
  std::optional<PatternError> AddPattern(const PatternSpec& spec,
                                         PatternId& id);

  // Adds all terms of a lexicon, found whole word, longest first.
  // Equal names share one id.
  // REQUIRES: HasLexicon(name)
  PatternId AddLexicon(std::string_view name);

  // A named table of points for words; see word_weights.h.  Defining a name
  // again is the caller's mistake and is asserted.
  // REQUIRES: the keys are distinct
  void DefineWeights(
      std::string_view name, const WeightConstants& constants,
      std::span<const std::pair<std::uint64_t, int>> points_by_key);
  std::optional<WeightsId> FindWeights(std::string_view name) const;
  std::vector<std::string_view> WeightsNames() const;

  // Builds the automaton.  The builder is empty afterwards.
  PatternPlan Build();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_PATTERN_PLAN_H_
