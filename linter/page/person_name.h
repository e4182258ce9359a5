// SPDX-License-Identifier: Apache-2.0
//
// Names of people, known by their look: two words or more with capitals, or a
// title and one ("Dr. Aoife Ní Bhriain", "W. Lee", "Ana de la Cruz RN, BSc").
// It is a look, so that of "Green Tea" as well: ask only where a name may
// stand.

#ifndef LINTER_PAGE_PERSON_NAME_H_
#define LINTER_PAGE_PERSON_NAME_H_

#include <cstddef>
#include <string_view>

namespace medlint {

// Returns how many bytes of UTF-8 "text" such a name has that begins it, the
// letters of degrees after it included; 0 if none does, or if it goes on as a
// headline ("Diversity Matters In").  Linear.
std::size_t PersonNamePrefix(std::string_view text);

}  // namespace medlint

#endif  // LINTER_PAGE_PERSON_NAME_H_
