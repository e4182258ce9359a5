// SPDX-License-Identifier: Apache-2.0
//
// Which elements a fix may take out of a page, and where they are.

#ifndef LINTER_FIXES_ELEMENTS_H_
#define LINTER_FIXES_ELEMENTS_H_

#include <span>
#include <vector>

#include "linter/document/document.h"
#include "linter/rule/rule.h"
#include "linter/text/span.h"

namespace medlint {

// What becomes of the elements around words that are taken away.
struct Emptied {
  // The words must stay, for without them an element would say nothing that has
  // to say something: a link, a heading of the page, a button.
  bool refused = false;
  // The outermost element that would be left with nothing; kNoElement if there
  // is none, or if it must stay as it is: a cell of a table, an element that a
  // script or a link may look for, the only thing between two runs of text.
  ElementIndex outermost = kNoElement;
};

// For words in the reading text, of which those at "leaving" go.
Emptied FindEmptied(const Document& document, TextSpan words,
                    std::span<const TextSpan> leaving);

// True if nothing of "span" is left but white space and signs between words
// when the words at "leaving" (sorted) have gone.
bool HoldsNothingElse(const Document& document, TextSpan span,
                      std::span<const TextSpan> leaving);

// From the start tag to the end tag.  REQUIRES: the start tag is there
CleanSpan WholeElement(const Element& element);

// True for tags that break the text around them.
bool IsBlockTag(Tag tag);

// The element that a candidate is about: whose start tag it stands in, whose
// address it is, or which hides it.  kNoElement if there is none, or if its
// start tag is not in the source.
ElementIndex ElementOf(const Document& document, const Candidate& candidate);

// Takes an element out, with its line if nothing else stands on it, or with the
// space that would be left over.
std::vector<Edit> RemoveElement(const Document& document, ElementIndex element);

}  // namespace medlint

#endif  // LINTER_FIXES_ELEMENTS_H_
