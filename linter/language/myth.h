// SPDX-License-Identifier: Apache-2.0
//
// Which words of a page are a myth that it states in order to correct it.
//
// Layouts that articles use, after the discourse marker reading of ConText
// (Harkema et al. 2009: a heading is a trigger for its section):
//
//   - "Myth: honey cures colds. Fact: it does not": from an opener to an
//     answer, within a block; so, too, where the opener is the label of a
//     label-dash item, or a heading of that word alone;
//   - a list item or subheading under "Common myths about honey";
//   - a table cell under a column head that begins with "Myth".
//
// An opener counts if it begins a block or sentence and a number, colon or dash
// follows it, or nothing: "Myth 3:", "MYTH -", but not "Myth busters say".
//
// The labels of a block are read once, linear in the block; a question then
// costs their logarithm; for a cell, the rows of its table.

#ifndef LINTER_LANGUAGE_MYTH_H_
#define LINTER_LANGUAGE_MYTH_H_

#include <map>
#include <optional>
#include <vector>

#include "linter/document/document.h"
#include "linter/language/language_data.h"
#include "linter/text/span.h"

namespace medlint {

// An opener or an answer that is a label.
struct MythLabel {
  TextSpan word;
  bool opens = false;
};

// In order of place, of the blocks that have been asked about.
using MythLabels = std::map<BlockIndex, std::vector<MythLabel>>;

// Returns the words that mark "span", which is in "block", as a myth.  Keeps in
// "labels" what it reads; give the same for all of a page.
std::optional<TextSpan> FindMyth(const Document& document,
                                 const MythWords& words, BlockIndex block,
                                 TextSpan span, MythLabels& labels);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_MYTH_H_
