// SPDX-License-Identifier: Apache-2.0
//
// Finds text that is in the source and not on the screen, as far as the page
// itself tells: style attributes, <style>, the hidden attribute, <font color>,
// bgcolor, <noscript>.  What external style sheets and scripts do is not known
// and not guessed.  A page that has no external style sheet and sets no
// background is taken to be white.
//
// Legitimate is what a page hides to show it later or to some readers:
//   - in <details>, <dialog>, <select>, <nav>, <form>, or an element whose role
//     or class says dialog, tab panel, menu, cookie banner, tooltip, print, ...
//     and which holds at most a third of the text (<details>, <dialog>: any);
//     but not links to other hosts in an element without class and id
//   - what an element with aria-controls or data-target refers to, and
//     hidden=until-found
//   - text for screen readers (class "sr-only") and links to "#..." of at most
//     twelve words; names in place of a logo (text-indent) of at most eight
//   - opacity 0 with an animation, transition or transform: shown by a script
//   - nine tenths of the page's text, or half of it and every h1: shown by a
//     script
//   - <noscript> without links of at most 25 words
//
// Linear in elements; see style_sheet.h for the bounds.

#ifndef LINTER_DOCUMENT_HIDDEN_TEXT_H_
#define LINTER_DOCUMENT_HIDDEN_TEXT_H_

#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"

namespace medlint {

// Returns the hidden parts of the reading text in order, each with the
// outermost element that hides it.  A part is inside no other.
// REQUIRES: markup.text is the reading text
std::vector<HiddenText> FindHiddenText(const Markup& markup);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_HIDDEN_TEXT_H_
