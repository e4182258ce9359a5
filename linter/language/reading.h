// SPDX-License-Identifier: Apache-2.0
//
// A Reading is a Document as a careful reader takes it in: its sentences, and
// which stretches are denied, asked or quoted.
//
// Negation follows NegEx (Chapman et al., "A Simple Algorithm for Identifying
// Negated Findings and Diseases in Discharge Summaries", 2001) with the changes
// of ConText (Harkema et al., 2009): a cue reaches from where it stands to the
// first terminator, to another cue, to the end of its clause or of its
// sentence; cues that come after reach five words back; pseudo cues ("not
// only") reach nowhere; and a cue under a factive verb ("cannot deny that")
// affirms.  A list item inherits what the sentence that leads into its list
// leaves open ("Massage does not:").
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
#include <vector>

#include "linter/document/document.h"
#include "linter/language/language_data.h"
#include "linter/language/negation.h"
#include "linter/language/quotation.h"
#include "linter/match/pattern_plan.h"
#include "linter/text/span.h"

namespace medlint {

class Reading {
 public:
  // A cue and what it applies to.  The cue may be in another block: a lead-in.
  using Scope = NegationScope;

  Reading(const Document& document, const Hits& hits, const LanguageData& data);
  Reading(const Reading&) = delete;  // its parts refer to each other
  Reading& operator=(const Reading&) = delete;

  // In order of text.  Cost on the first call: linear in the block.
  std::span<const TextSpan> SentencesOf(BlockIndex block) const;

  // Returns the sentence that holds "offset"; the empty span at "offset" when
  // it is in no block.
  TextSpan SentenceAt(Offset offset) const;

  // Returns the negation whose reach contains the first word of "span", if any.
  std::optional<Scope> NegationOver(TextSpan span) const;

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
  // "sentence" is one of SentencesOf(block).
  const Negations& NegationsOf(BlockIndex block, TextSpan sentence) const;
  // The cue that the lead-in of "block" leaves open, if any.
  std::optional<TextSpan> InheritedCue(BlockIndex block) const;
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
  // Of the blocks and sentences (by their begin) that may have any.
  mutable std::map<BlockIndex, Quotations> quotations_;
  mutable std::map<Offset, Negations> negations_;
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_READING_H_
