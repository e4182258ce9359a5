// SPDX-License-Identifier: Apache-2.0
//
// Zones: where on the page each block of the reading text stands.
//
//   kTitle        <title>; the h1s of the main content, or the headline if it
//                 is no h1; the first h1 of a page whose main content has none
//   kHidden       in hidden text that is not legitimate, or in <noscript>
//   kBoilerplate  outside the main content, and the frame in its midst
//   kSummary      under a heading like "Key takeaways", in a box named so, and
//                 the first paragraph of fifteen words or more, if it is among
//                 the first twelve blocks of the main content
//   kQuote        in <blockquote>
//   kHeading      the other headings
//   kMain         the rest
//
// Linear in elements and text.

#ifndef LINTER_DOCUMENT_ZONES_H_
#define LINTER_DOCUMENT_ZONES_H_

#include <span>
#include <vector>

#include "linter/document/boilerplate.h"
#include "linter/document/document.h"
#include "linter/document/main_content.h"
#include "linter/document/markup.h"

namespace medlint {

// Sets Block::zone.  "boilerplate" is null for plain text, which has no frame.
void SetZones(const Markup& markup, const MainContent& main,
              const Boilerplate* boilerplate,
              std::span<const HiddenText> hidden, std::span<Block> blocks);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_ZONES_H_
