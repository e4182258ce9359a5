// SPDX-License-Identifier: Apache-2.0
//
// Where errors are, and the order in which people mend files.

#ifndef LINTER_BASE_ERROR_ORDER_H_
#define LINTER_BASE_ERROR_ORDER_H_

#include <span>
#include <string_view>

#include "linter/base/error.h"

namespace medlint {

struct ErrorPlace {
  std::string_view file;  // of the text that was taken apart
  int line = 0;           // 0 if there is none
  int column = 0;
};

// Takes "claims.toml:12:5" apart.  What does not end in line and column is the
// name of a file.
ErrorPlace ReadErrorPlace(std::string_view where);

// Sorts errors by the line and column in where(), "claims.toml:12:5", those of
// one file together and files in the order in which they come up.  Stable; an
// error without a line stands before those of its file that have one.
void SortByPlace(std::span<Error> errors);

}  // namespace medlint

#endif  // LINTER_BASE_ERROR_ORDER_H_
