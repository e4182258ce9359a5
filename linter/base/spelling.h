// SPDX-License-Identifier: Apache-2.0
//
// "Did you mean ...?": the known name nearest to one that was mistyped.

#ifndef LINTER_BASE_SPELLING_H_
#define LINTER_BASE_SPELLING_H_

#include <span>
#include <string>
#include <string_view>

namespace medlint {

// Returns the candidate with the smallest edit distance (insertions,
// deletions, substitutions and swaps of neighbours, all of cost 1) to "name",
// or "" if none is near: more than a third of the name's length, at least 1,
// would have to change.  Ties go to the first.
std::string NearestName(std::string_view name,
                        std::span<const std::string_view> candidates);

// Returns "did you mean `x`?", or "" if no candidate is near.
std::string DidYouMean(std::string_view name,
                       std::span<const std::string_view> candidates);

}  // namespace medlint

#endif  // LINTER_BASE_SPELLING_H_
