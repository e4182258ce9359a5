// SPDX-License-Identifier: Apache-2.0
//
// Decides from the style of one element whether it hides its content.

#ifndef LINTER_DOCUMENT_HIDING_H_
#define LINTER_DOCUMENT_HIDING_H_

#include <optional>

#include "linter/document/css_value.h"
#include "linter/document/document.h"
#include "linter/document/style_sheet.h"
#include "linter/text/span.h"

namespace medlint {

struct Hiding {
  HidingTechnique technique = HidingTechnique::kDisplayNone;
  CleanSpan evidence;  // the declaration
};

// Techniques that hide an element and all in it, whatever that declares:
// display, opacity, size with overflow, position, indent, clip.
std::optional<Hiding> HidingOf(const ElementStyle& style);

// What an element hands down to those in it, which may declare otherwise.
struct InheritedStyle {
  std::optional<CleanSpan> no_font;    // font-size 0 was declared here
  std::optional<CleanSpan> invisible;  // visibility: hidden
  CssColor color;
  CleanSpan color_source;  // empty if no colour is known
  CssColor background;     // what the text stands on
};

// Applies the declarations of one element to what it inherits.
void Inherit(const ElementStyle& style, InheritedStyle& inherited);

// Techniques that hide the text directly in an element.
std::optional<Hiding> HidingOf(const InheritedStyle& style);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_HIDING_H_
