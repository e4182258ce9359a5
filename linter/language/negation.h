// SPDX-License-Identifier: Apache-2.0
//
// The negations of one sentence: which cue applies to which stretch.
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
// Linear in the sentence, whatever the number of cues.

#ifndef LINTER_LANGUAGE_NEGATION_H_
#define LINTER_LANGUAGE_NEGATION_H_

#include <optional>
#include <string_view>
#include <vector>

#include "linter/language/language_data.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/span.h"

namespace medlint {

// A cue and what it applies to.
struct NegationScope {
  TextSpan cue;    // the words that give it away
  TextSpan reach;  // what they apply to

  friend bool operator==(const NegationScope&, const NegationScope&) = default;
};

struct Negations {
  // Each in order of text, by cue and by reach.
  std::vector<NegationScope> clauses;    // of cues that come before
  std::vector<NegationScope> phrases;    // of those that reach a phrase
  std::vector<NegationScope> backwards;  // of cues that come after

  // The one that is still open where the sentence ends without a stop, or in
  // ":".  A list that follows continues it.
  std::optional<NegationScope> open;

  // Returns the scope that "offset" lies in.  Binary search.
  std::optional<NegationScope> Over(Offset offset) const;
};

// False if the sentence has no cue that reaches anywhere, so that, unless it
// inherits one, FindNegations() finds nothing.  Binary search.
bool MayDeny(TextSpan sentence, const Hits& hits, const LanguageData& data);

// "inherited" is the cue that a lead-in has left open: the sentence begins in
// its scope.
Negations FindNegations(std::string_view text, TextSpan sentence,
                        const Hits& hits, const LanguageData& data,
                        std::optional<TextSpan> inherited);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_NEGATION_H_
