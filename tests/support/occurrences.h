// SPDX-License-Identifier: Apache-2.0
//
// How often a text has a part, counted without overlap.

#ifndef TESTS_SUPPORT_OCCURRENCES_H_
#define TESTS_SUPPORT_OCCURRENCES_H_

#include <cstddef>
#include <string_view>

namespace medlint::testing {

inline int Occurrences(std::string_view text, std::string_view part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_OCCURRENCES_H_
