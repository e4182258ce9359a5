// SPDX-License-Identifier: Apache-2.0
//
// Where the words of a page make up a frame, whoever does it and however it is
// meant.

#ifndef LINTER_KINDS_FRAME_CLAIMS_H_
#define LINTER_KINDS_FRAME_CLAIMS_H_

#include <vector>

#include "linter/kinds/frame/settings.h"
#include "linter/match/pattern_plan.h"
#include "linter/page/page.h"
#include "linter/text/span.h"

namespace medlint::frame {

struct Claim {
  TextSpan where;
  TextSpan predicate;
  TextSpan object;
  const Hit* hit = nullptr;  // of the predicate
};

// In any order.
std::vector<Claim> FindClaims(const Page& page, const Settings& settings);

// How many different objects of the frame stand in "where".
int CountObjects(const Page& page, const Settings& settings, TextSpan where);

// What a reader has in mind at "sentence", the nearest first: the block so
// far, what leads into it, its headings, the headline.
std::vector<TextSpan> Context(const Page& page, TextSpan sentence);

// True if what follows "gap" is a means: "with", "by", "using", and a few words
// more.
bool IsInstrument(const Page& page, TextSpan gap);

}  // namespace medlint::frame

#endif  // LINTER_KINDS_FRAME_CLAIMS_H_
