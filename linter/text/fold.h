// SPDX-License-Identifier: Apache-2.0
//
// FoldedText is the copy of a text in which patterns are looked for: what a
// hurried eye takes to be the same is the same here.
//
//   letters      lower case (Unicode simple case folding); ligatures,
//   full-width
//                and mathematical letters and the like as NFKC_Casefold has
//                them (Unicode Standard Annex 15); a combining accent is joined
//                to its letter
//   look-alikes  Greek and Cyrillic letters that look Latin, in words that also
//                have Latin letters (after Unicode Technical Standard 39)
//   quotes       ' and "          dashes        -
//   spaces       every run of spaces, no-break spaces included, is one space
//   invisible    soft hyphen, zero-width characters, DEL: left out
//
// '\n' stays, so that what is found never crosses a block.  Folding loses
// information (µ, ½, US/us): a pattern that needs it asks for case = "exact".
//
// Folding is linear; ToText() is a binary search.  Thread-compatible.

#ifndef LINTER_TEXT_FOLD_H_
#define LINTER_TEXT_FOLD_H_

#include <string>
#include <string_view>

#include "linter/base/attributes.h"
#include "linter/text/offset_map.h"
#include "linter/text/span.h"

namespace medlint {

class FoldedText {
 public:
  // REQUIRES: "text" is valid UTF-8
  explicit FoldedText(std::string_view text);

  std::string_view text() const MEDLINT_LIFETIME_BOUND { return folded_; }

  // Returns the text that was folded to "span", whole characters.
  // REQUIRES: span.end <= text().size()
  TextSpan ToText(FoldedSpan span) const { return map_.Map(span); }

  // Returns the first folded offset that stands for text at or after "offset".
  Offset FromText(Offset offset) const { return map_.FirstAtOrAfter(offset); }
  FoldedSpan FromText(TextSpan span) const {
    return {FromText(span.begin), FromText(span.end)};
  }

  // True if any look-alike or invisible character was folded away: the text may
  // be hiding something.
  bool has_disguise() const { return has_disguise_; }

 private:
  std::string folded_;
  OffsetMap<FoldedSpace, TextSpace> map_;
  bool has_disguise_ = false;
};

// Folds one word or phrase on its own: lexicon terms, literals of patterns.
std::string Fold(std::string_view text);

// True for characters that no reader sees: soft hyphen, zero-width space,
// joiners, direction marks, byte order mark, DEL.
bool IsInvisible(char32_t c);

}  // namespace medlint

#endif  // LINTER_TEXT_FOLD_H_
