// SPDX-License-Identifier: Apache-2.0
//
// Sentences of one block of text.
//
// A rule list with an abbreviation table, after the idea of Kiss and Strunk
// ("Unsupervised Multilingual Sentence Boundary Detection", 2006) that most
// full stops which end no sentence belong to abbreviations; no training.
// Decimals, initials ("J. Smith", "E. coli"), "a.m.", URLs, ellipses before a
// small letter, stops inside brackets and quotation marks (of up to 500 bytes)
// do not end a sentence.  A newline, and a bullet between spaces, does.
//
// Linear in the block, also on 10 MB without a stop.

#ifndef LINTER_LANGUAGE_SENTENCES_H_
#define LINTER_LANGUAGE_SENTENCES_H_

#include <string_view>
#include <vector>

#include "linter/language/language_data.h"
#include "linter/text/span.h"

namespace medlint {

// Returns the sentences of "block", a range of "text", in order: trimmed of
// white space, never empty, covering all else.
std::vector<TextSpan> SplitSentences(std::string_view text, TextSpan block,
                                     const LanguageData& data);

// The same, appended to "sentences".  Returns false if FindQuotations()
// finds nothing in the block.
bool AppendSentences(std::string_view text, TextSpan block,
                     const LanguageData& data,
                     std::vector<TextSpan>& sentences);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_SENTENCES_H_
