// SPDX-License-Identifier: Apache-2.0
//
// Names of people, known by their look: two words or more with capitals, or a
// title and one ("Dr. Aoife Ní Bhriain", "W. Lee", "Ana de la Cruz RN, BSc").
// It is a look, so that of "Green Tea" as well: ask only where a name may
// stand.
//
//   [page.name]                 # words that are no names, or no whole ones
//   titles    = ["dr", "sister", ...]       # and a name after them is enough
//   particles = ["de", "van", ...]          # go on with a name
//   openers   = ["by", "about", ...]        # no name begins with them
//   headline  = ["why", "your", ...]        # with a capital: of a headline

#ifndef LINTER_PAGE_PERSON_NAME_H_
#define LINTER_PAGE_PERSON_NAME_H_

#include <cstddef>
#include <string_view>

#include "linter/language/word_set.h"

namespace medlint {

struct NameWords {
  WordSet titles;
  WordSet particles;
  WordSet openers;
  WordSet headline;
};

// Returns how many bytes of UTF-8 "text" such a name has that begins it, the
// letters of degrees after it included; 0 if none does, or if it goes on as a
// headline ("Diversity Matters In").  Linear.
std::size_t PersonNamePrefix(std::string_view text, const NameWords& words);

}  // namespace medlint

#endif  // LINTER_PAGE_PERSON_NAME_H_
