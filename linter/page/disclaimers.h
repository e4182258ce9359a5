// SPDX-License-Identifier: Apache-2.0
//
// The parts of a medical disclaimer, wherever and however a page words them.
//
// Recognised by slots, not by sentences, in a window of few sentences: whole
// pages drown a line of disclaimer, as automated HONcode checking found (Boyer
// et al. 2016: 22 % by page, 74 % by window).
//
//   not-advice   a content noun, or a pronoun for one; a denial that reaches a
//                word of substitution or purpose; professional advice or those
//                who give it: "this page is no stand-in for your own doctor".
//                The subject must be the content: "massage is no substitute
//                for treatment" is good advice and no disclaimer.
//   consult      in the same block or the next one, before or after: ask, and
//                whom; or in the sentence itself the reader's own clinician
//
// Linear in the hits.

#ifndef LINTER_PAGE_DISCLAIMERS_H_
#define LINTER_PAGE_DISCLAIMERS_H_

#include <vector>

#include "linter/document/document.h"
#include "linter/language/reading.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"

namespace medlint {

// What was found of one disclaimer.
struct Disclaimer {
  TextSpan not_advice;  // from the word of substitution to the advice
  TextSpan consult;     // whom to ask; empty if it does not say
};

// In order of text.
std::vector<Disclaimer> FindDisclaimers(const Document& document,
                                        const Hits& hits,
                                        const Reading& reading,
                                        const DisclaimerData& data);

}  // namespace medlint

#endif  // LINTER_PAGE_DISCLAIMERS_H_
