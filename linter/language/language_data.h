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
//   instruments  = ["by", "with", ...]      # "cured by massage"
//   nobodies     = ["nothing", ...]         # deny as subjects
//   [language.en.question]
//   openers    = ["does", "what", ...]  # make a heading a question without "?"
//   answers    = ["yes", "absolutely", ...]  # "Does it work? Yes!" asserts
//   [language.en.myth]
//   openers     = ["myth", "fiction", ...]  # "Myth 3: ..." states one
//   answers     = ["fact", "truth", ...]    # "Fact: ..." corrects it
//   collections = ["myths", ...]  # "Common myths": its list states them
//   names       = ["myth", ...]   # in a cue of negation: "it's a myth that"
//   refutations = ["not true", "it doesn't", ...]  # a sentence that opens so
//                                 # takes back the one before it
// and for each family of cues (see CueFamily) a table:
//   [language.en.negation]
//   before     = ["not", "no evidence that", ...]  # reach forward
//   phrase     = ["without", "with no", ...]  # so, to the end of their phrase
//   after      = ["is a myth", ...]                 # reach back
//   anywhere   = ["evidence is limited", ...]  # reach the whole sentence
//   pseudo     = ["not only", ...]                  # look like one, are none
//   terminator = ["but", ...]                       # end a reach
//   affirmed   = ["cannot deny that", ...]          # deny a denial
// A family other than negation that lists no terminators has negation's.
//
// Immutable once registered; shared by threads.

#ifndef LINTER_LANGUAGE_LANGUAGE_DATA_H_
#define LINTER_LANGUAGE_LANGUAGE_DATA_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/language/word_set.h"
#include "linter/match/pattern_plan.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// The function words by which clauses are told apart, folded.  See
// cue_scopes.h.
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
  WordSet instruments;
  WordSet nobodies;
};

// What a cue says of the words that it reaches.
enum class CueFamily : std::uint8_t {
  kNegation,   // "does not", "no evidence that"
  kHedge1,     // "can", "helps": readers do not hear it as caution
  kHedge2,     // "may", "is linked to"
  kHedge3,     // "the evidence is limited", "it is unclear whether"
  kBoost,      // "proven to", "definitely": takes back hedges 1 and 2
  kReport,     // "sellers claim that", "is said to": somebody else's words
  kDoubt,      // "beware of", "the regulator banned": held up as wrong
  kCondition,  // "if", "unless", "whether"
  kHistory,    // "in the 18th century", "was once thought to"
  kSearch,     // "search for", "trials are testing": not found yet
  kMention,    // "avoid the phrase": words spoken of, not used
};
inline constexpr std::size_t kCueFamilies = 11;

std::string_view CueFamilyName(CueFamily family);  // as in TOML: "hedge-2"

// The cues of one family, as lexicons of the plan.  See cue_scopes.h.
struct CueSet {
  PatternId before = 0;
  PatternId phrase = 0;
  PatternId after = 0;
  PatternId anywhere = 0;
  PatternId pseudo = 0;
  PatternId terminator = 0;
  PatternId affirmed = 0;
};

// By which myths are told from facts, folded.  See myth.h.
struct MythWords {
  WordSet openers;
  WordSet answers;
  WordSet collections;
  WordSet names;
  PatternId refutations = 0;  // a lexicon of the plan
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

  MythWords myth;

  // By CueFamily.
  std::array<CueSet, kCueFamilies> cues = {};

  const CueSet& CuesOf(CueFamily family) const {
    return cues[static_cast<std::size_t>(family)];
  }

  // Reads one [language.xx] table and registers its cues in "plan" as the
  // lexicons "language.xx.negation.before" and so on; xx is what follows the
  // last dot of the reader's name.  Mistakes go to the reader.
  static LanguageData Read(TableReader& table, PatternPlan::Builder& plan);

  // A language that has no data: no cues, full stops end sentences.
  static LanguageData None(PatternPlan::Builder& plan);
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_LANGUAGE_DATA_H_
