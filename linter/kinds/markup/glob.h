// SPDX-License-Identifier: Apache-2.0
//
// Values of attributes as a rule writes them: "*" stands for anything.

#ifndef LINTER_KINDS_MARKUP_GLOB_H_
#define LINTER_KINDS_MARKUP_GLOB_H_

#include <string_view>

namespace medlint {

// True if all of "value", ASCII case ignored, matches "glob" (lower case).
// Linear in practice; at worst the product of both sizes.
bool MatchesGlob(std::string_view glob, std::string_view value);

}  // namespace medlint

#endif  // LINTER_KINDS_MARKUP_GLOB_H_
