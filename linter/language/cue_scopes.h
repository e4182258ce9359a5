// SPDX-License-Identifier: Apache-2.0
//
// The scopes of one family of cues in one sentence: which cue applies to which
// stretch.  Negation is such a family; hedges, reports, conditions and others
// reach by the same rules (ConText does likewise).
//
// NegEx (Chapman et al. 2001) with the changes of ConText (Harkema et al.
// 2009), and with what articles need over clinical notes.  Cues that overlap:
// a pseudo or affirmed cue wins, else the longer one.  A cue that reaches
// forward ends at the first of
//
//   - a terminator, or an affirmed cue ("no one can deny that");
//   - the end of another such cue (its words included, so that "does not mean
//     it has no side effects" denies the denial);
//   - ";", ":", a stop inside a quotation, a bracket that closes around the
//     cue, or a spaced dash, unless a second dash makes it a parenthesis;
//   - a new clause after "and", "," or a dash.  There is no parser, so a new
//     clause is guessed from its first words: a subject pronoun and a word
//     ("and it helps"); a determiner with an auxiliary or a verb form within
//     six words ("and the tea will help", "and this balm heals cuts"); a word
//     and a verb form ("massage relieves tension");
//   - a new finite verb after "and" or ",", where the cue had denied the verb
//     before it or its object ("does not itch and relieves pain", "has no
//     smell and can heal"): a cue that stands for the subject goes on ("no tea
//     cures colds and prevents flu");
//   - the comma after an opening subordinate clause that holds the cue ("If
//     tablets do not help, ...");
//   - an auxiliary, where the cue is in a relative clause ("Those who do not
//     like pills can ...").
//
// A verb form is a word in -s (or -ed before a determiner or pronoun) that is
// not followed by a preposition, conjunction or comma, as a plural would be.
//
// A phrase cue ("without") ends besides at a comma that no "or" follows, at an
// auxiliary or verb form, and after six words; it does not cut the reach of a
// cue before it.  A cue that comes after ("is a myth") reaches back five words
// in its clause.  One that holds a cue that comes before ("has not been
// proven") reaches forward too.  "No," as an answer denies nothing.
//
// A cue that stands anywhere ("the evidence is limited") reaches the whole
// sentence.
//
// Linear in the sentence, whatever the number of cues.

#ifndef LINTER_LANGUAGE_CUE_SCOPES_H_
#define LINTER_LANGUAGE_CUE_SCOPES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "linter/language/language_data.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/span.h"

namespace medlint {

// A cue and what it applies to.
struct CueScope {
  TextSpan cue;    // the words that give it away
  TextSpan reach;  // what they apply to

  friend bool operator==(const CueScope&, const CueScope&) = default;
};

struct CueScopes {
  // Each in order of text, by cue and by reach.
  std::vector<CueScope> clauses;    // of cues that come before
  std::vector<CueScope> phrases;    // of those that reach a phrase
  std::vector<CueScope> backwards;  // of cues that come after

  // Of the first cue that reaches the whole sentence.
  std::optional<CueScope> whole;

  // The one that is still open where the sentence ends without a stop, or in
  // ":".  A list that follows continues it.
  std::optional<CueScope> open;

  // Returns the scope that "offset" lies in.  Binary search.
  std::optional<CueScope> Over(Offset offset) const;
};

// "inherited" is the cue that a lead-in has left open: the sentence begins in
// its scope.
CueScopes FindScopes(std::string_view text, TextSpan sentence, const Hits& hits,
                     const LanguageData& data, const CueSet& cues,
                     std::optional<TextSpan> inherited);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_CUE_SCOPES_H_
