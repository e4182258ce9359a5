// SPDX-License-Identifier: Apache-2.0
//
// What a language brings along: its cues and abbreviations, read from TOML
// ("rulesets/language/cues.en.toml") and registered in the PatternPlan, so that
// they are found by the same scan as everything else.
//
//   [language.en]
//   abbreviations = ["dr.", "e.g.", ...]     # do not end a sentence, unless a
//                                            # sentence opener follows
//   abbreviations-at-end = ["a.m.", ...]     # do before a capital
//   abbreviations-before-number = ["no."]    # are one before a digit only
//   lettered-nouns = ["vitamin", ...]        # "vitamin C." is no initial
//   sentence-openers = ["the", "it", ...]
//   [language.en.clause]
//   subjects     = ["it", "you'll", ...]    # "and it ..." is a new clause
//   determiners  = ["the", "your", ...]     # so is "and the tea will ..."
//   auxiliaries  = ["is", "will", ...]
//   coordinators = ["and"]                  # may begin a new clause
//   alternatives = ["or", "nor"]            # "without drugs, needles or ..."
//   adverbs      = ["also", ...]            # may stand between
//   links        = ["in", "of", ...]        # what precedes them is no verb
//   contrasts    = ["not"]                  # "rest, not surgery, helps"
//   relatives    = ["who", "that", "which"]
//   fronting     = ["if", "when", ...]      # open a clause that a comma ends
//   [language.en.negation]
//   before     = ["not", "no evidence that", ...]  # reach forward
//   phrase     = ["without", "with no", ...]  # so, to the end of their phrase
//   after      = ["is a myth", ...]                 # reach back
//   pseudo     = ["not only", ...]                  # look like one, are none
//   terminator = ["but", ...]                       # end a reach
//   affirmed   = ["cannot deny that", ...]          # deny a denial
//   [language.en.question]
//   openers    = ["does", "what", ...]  # make a heading a question without "?"
//   answers    = ["yes", "absolutely", ...]  # "Does it work? Yes!" asserts
//
// Immutable once registered; shared by threads.

#ifndef LINTER_LANGUAGE_LANGUAGE_DATA_H_
#define LINTER_LANGUAGE_LANGUAGE_DATA_H_

#include <string>

#include "linter/language/word_set.h"
#include "linter/match/pattern_plan.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// The function words by which clauses are told apart, folded.  See negation.h.
struct ClauseWords {
  WordSet subjects;
  WordSet determiners;
  WordSet auxiliaries;
  WordSet coordinators;
  WordSet alternatives;
  WordSet adverbs;
  WordSet links;
  WordSet contrasts;
  WordSet relatives;
  WordSet fronting;
};

struct LanguageData {
  std::string language = "en";

  // Folded, with their final stop.
  WordSet abbreviations;
  WordSet abbreviations_at_end;
  WordSet abbreviations_before_number;
  WordSet lettered_nouns;
  WordSet sentence_openers;
  ClauseWords clause;
  // Folded first words.
  WordSet question_openers;
  WordSet affirmative_answers;

  // Lexicons of the plan.
  PatternId negation_before = 0;
  PatternId negation_phrase = 0;
  PatternId negation_after = 0;
  PatternId pseudo_negation = 0;
  PatternId negation_terminator = 0;
  PatternId affirmed_negation = 0;

  // Reads one [language.xx] table and registers its cues in "plan" as the
  // lexicons "language.xx.negation.before" and so on; xx is what follows the
  // last dot of the reader's name.  Mistakes go to the reader.
  static LanguageData Read(TableReader& table, PatternPlan::Builder& plan);

  // A language that has no data: no cues, full stops end sentences.
  static LanguageData None(PatternPlan::Builder& plan);
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_LANGUAGE_DATA_H_
