// SPDX-License-Identifier: Apache-2.0
//
// Quotations of one block: the stretches between paired quotation marks.
//
// Marks of one sort pair with each other: “ ” and „ “, " ", « », ‘ ’, ' '.
// An apostrophe is told from a closing mark by what follows it: ’ before a
// letter never closes; s’ before a small letter closes only if nothing better
// comes.  A straight mark opens after a space or a bracket and closes after
// anything else, so 5'10" closes nothing.  A mark that has no partner in the
// block is no quotation.
//
// Linear in the block.

#ifndef LINTER_LANGUAGE_QUOTATION_H_
#define LINTER_LANGUAGE_QUOTATION_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace medlint {

struct Quotations {
  // By sort of mark; marks included.  Those of one sort do not overlap and are
  // in order of text; those of two sorts may nest.
  std::array<std::vector<TextSpan>, 5> by_mark;

  // Returns the shortest quotation that contains "span".  Binary search.
  std::optional<TextSpan> Around(TextSpan span) const;
};

// Returns the quotations of at least "least_words" words in "block", a range of
// "text".
Quotations FindQuotations(std::string_view text, TextSpan block,
                          int least_words);

// The same, where nothing before "begin" may open a quotation.
Quotations FindQuotationsFrom(std::string_view text, TextSpan block,
                              Offset begin, int least_words);

// False if no quotation of "block" begins at "at", from the byte there and its
// neighbours.
// REQUIRES: "at" is in "block"
bool MayOpenQuotation(std::string_view text, TextSpan block, Offset at);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_QUOTATION_H_
