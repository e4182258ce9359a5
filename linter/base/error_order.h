// SPDX-License-Identifier: Apache-2.0
//
// The order in which people mend files.

#ifndef LINTER_BASE_ERROR_ORDER_H_
#define LINTER_BASE_ERROR_ORDER_H_

#include <span>

#include "linter/base/error.h"

namespace medlint {

// Sorts errors by the line and column in where(), "claims.toml:12:5", those of
// one file together and files in the order in which they come up.  Stable; an
// error without a line stands before those of its file that have one.
void SortByPlace(std::span<Error> errors);

}  // namespace medlint

#endif  // LINTER_BASE_ERROR_ORDER_H_
