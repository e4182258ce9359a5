// SPDX-License-Identifier: Apache-2.0
//
// Holds text to the places it claims: the source slice of every word, decoded,
// must be the word, and so must that of random runs of words.

#ifndef TESTS_SUPPORT_PLACE_CHECK_H_
#define TESTS_SUPPORT_PLACE_CHECK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "linter/text/span.h"
#include "tests/support/decode.h"

namespace medlint::testing {

struct Misplaced {
  CleanSpan slice;
  std::string decoded;   // what the slice says
  std::string expected;  // what the text says
};

struct PlaceReport {
  std::size_t words = 0;
  std::size_t runs = 0;  // random runs of words
  // Words and runs in which a tag that parts words elsewhere parts none, since
  // it opens or closes nothing: "a</div>b".  Right, but worth a look.
  std::size_t joined = 0;
  std::vector<Misplaced> misplaced;
};

// A line of text and how its source is written.
struct Passage {
  TextSpan text;
  Writing writing = Writing::kRunningText;
};

// The lines of the text, without their line ends.
std::vector<Passage> PassagesOf(const Markup& markup);
// Likewise; lines that lie in no block are as running text.
std::vector<Passage> PassagesOf(const Document& document);

// "passages" are those of "markup".  The random runs are the same every time.
PlaceReport CheckPlaces(const Markup& markup,
                        const std::vector<Passage>& passages);

// Heap bytes held by "markup".
std::size_t MemoryBytes(const Markup& markup);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_PLACE_CHECK_H_
