// SPDX-License-Identifier: Apache-2.0
//
// A Reading is a Document as a careful reader takes it in: its sentences, and
// which stretches are denied, hedged, asked, reported, quoted, held up as
// myths.
//
// Scopes follow NegEx (Chapman et al., "A Simple Algorithm for Identifying
// Negated Findings and Diseases in Discharge Summaries", 2001) with the changes
// of ConText (Chapman, Chu and Dowling 2007; Harkema et al. 2009), which reads
// other modifiers than negation by the same rules: a cue reaches from where it
// stands to the first terminator, to another cue, to the end of its clause or
// of its sentence; cues that come after reach five words back; pseudo cues
// ("not only") reach nowhere; and a cue under a factive verb ("cannot deny
// that") affirms.  A list item inherits what the sentence that leads into its
// list leaves open ("Massage does not:"); what is held up as wrong or as mere
// words is inherited from a heading, too ("Claims to be wary of").
//
// Purely a function of the text, the hits of the cues and the data; no
// statistics, no floating point.  Work is done on first need, per block, and
// kept; the answers do not depend on who asks first.
//
// Refers to the document and hits, which must outlive it.  Belongs to one page
// and one thread.

#ifndef LINTER_LANGUAGE_READING_H_
#define LINTER_LANGUAGE_READING_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/document/document.h"
#include "linter/language/cue_scopes.h"
#include "linter/language/language_data.h"
#include "linter/language/myth.h"
#include "linter/language/quotation.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/span.h"

namespace medlint {

class Reading {
 public:
  // A cue and what it applies to.  The cue may be in another block: a lead-in.
  using Scope = CueScope;

  Reading(const Document& document, const Hits& hits, const LanguageData& data);
  Reading(const Reading&) = delete;  // its parts refer to each other
  Reading& operator=(const Reading&) = delete;

  // In order of text.  Cost on the first call: linear in the block.
  std::span<const TextSpan> SentencesOf(BlockIndex block) const;

  // Returns the sentence that holds "offset"; the empty span at "offset" when
  // it is in no block.
  TextSpan SentenceAt(Offset offset) const;

  // Returns the cue of the family whose reach contains the first word of
  // "span", if any.
  std::optional<Scope> ScopeOver(CueFamily family, TextSpan span) const;
  // Returns all scopes of the family in a sentence; they live as long as this.
  const CueScopes& ScopesIn(CueFamily family, TextSpan sentence) const;
  std::optional<Scope> NegationOver(TextSpan span) const {
    return ScopeOver(CueFamily::kNegation, span);
  }

  // Which families have a cue in the sentence: bit i is CueFamily(i).
  // Inherited cues do not count.
  std::uint32_t FamiliesIn(TextSpan sentence) const;

  // Returns the first cue of the family in the sentence, whatever it reaches.
  // Inherited cues do not count.
  std::optional<TextSpan> CueIn(CueFamily family, TextSpan sentence) const;

  // True if what stands in "gap" keeps the words before it and behind it from
  // being of one clause: ";", ":", a dash, a terminator of negation, an
  // auxiliary or relative, or the beginning of a clause after a comma or "and".
  // REQUIRES: "gap" is within one sentence
  bool BreaksClause(TextSpan gap) const;

  // The words of the language that stand before the means by which something
  // is done ("cured [by] massage"); by it, too, for questions about one word.
  const ClauseWords& clause_words() const;

  // Returns the sentence after "sentence" in its block; if it is the last, the
  // first of the next block of the same section.  Empty if there is none.
  TextSpan SentenceAfter(TextSpan sentence) const;

  // Returns the words by which the sentence after "sentence" takes it back
  // ("Not true."), if it does.
  std::optional<TextSpan> RefutationOf(TextSpan sentence) const;

  // Returns the words that make "span" a myth that the page states in order to
  // correct it; see myth.h.
  std::optional<TextSpan> MythAround(TextSpan span) const;

  // True if "cue" has a word for a myth: "misconception that".
  bool NamesMyth(TextSpan cue) const;

  // True if the sentence is a question: it ends in "?", or it is a heading or
  // title that opens like one.  A question that the same paragraph answers with
  // a plain yes is an assertion.
  bool IsQuestion(TextSpan sentence) const;

  // Returns the quotation around "span": between paired quotation marks, four
  // words or more, within its block; or the whole of a <blockquote>.
  std::optional<TextSpan> QuotationOver(TextSpan span) const;

 private:
  // Small and plain, because every block of every page has one.
  struct BlockReading {
    const TextSpan* sentences = nullptr;
    std::uint32_t sentence_count = 0;
    bool split = false;
    bool may_quote = false;
  };

  BlockIndex BlockAt(Offset offset) const;
  const BlockReading& Read(BlockIndex block) const;
  // Returns a place for "sentences" that never moves.
  const TextSpan* Keep(std::span<const TextSpan> sentences) const;
  // The one that holds "offset", which is in "block"; else an empty one.
  TextSpan SentenceOf(BlockIndex block, Offset offset) const;
  const Quotations& QuotationsOf(BlockIndex block) const;
  void GatherCues() const;
  // "sentence" is one of SentencesOf(block).
  const CueScopes& ScopesOf(CueFamily family, BlockIndex block,
                            TextSpan sentence) const;
  // The block whose open cues "block" inherits, or kNoBlock.
  BlockIndex HeirOf(CueFamily family, BlockIndex block) const;
  std::optional<TextSpan> InheritedCue(CueFamily family,
                                       BlockIndex block) const;
  bool OpensLikeQuestion(std::string_view heading) const;
  bool IsAnsweredYes(BlockIndex block, TextSpan question) const;
  TextSpan BlockquoteAround(BlockIndex block) const;

  const Document* document_;
  const Hits* hits_;
  const LanguageData* data_;
  // All that follows is filled lazily.
  mutable BlockIndex last_block_ = kNoBlock;  // where the last question was
  mutable std::vector<BlockReading> blocks_;  // by BlockIndex
  // The sentences of the blocks.  Each shelf is reserved once and never grows
  // beyond that.
  mutable std::vector<std::vector<TextSpan>> shelves_;
  mutable std::vector<TextSpan> scratch_;
  // The cues of all families in order, and what is known of the last sentence.
  struct CuePlace {
    TextSpan where;
    std::uint32_t family = 0;  // its bit
  };
  mutable std::optional<std::vector<CuePlace>> cues_;
  mutable TextSpan last_sentence_;
  mutable std::uint32_t last_families_ = 0;
  // Of the blocks and sentences (by their begin) that may have any.
  mutable std::map<BlockIndex, Quotations> quotations_;
  mutable MythLabels myth_labels_;
  mutable std::map<std::pair<CueFamily, Offset>, CueScopes> scopes_;
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_READING_H_
