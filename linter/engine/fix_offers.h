// SPDX-License-Identifier: Apache-2.0
//
// What can be done about the findings of a page.

#ifndef LINTER_ENGINE_FIX_OFFERS_H_
#define LINTER_ENGINE_FIX_OFFERS_H_

#include <span>

#include "linter/rule/rule.h"

namespace medlint {

struct MadeFinding {
  const Rule* rule = nullptr;            // never null
  const Candidate* candidate = nullptr;  // what it was made of; never null
  Finding* finding = nullptr;            // never null
};

// Fills in Finding::fixes.  A fix that takes words away looks at all of "made",
// so that an element goes if it holds nothing but words that go.
void OfferFixes(const Page& page, std::span<const MadeFinding> made);

}  // namespace medlint

#endif  // LINTER_ENGINE_FIX_OFFERS_H_
