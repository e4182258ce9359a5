// SPDX-License-Identifier: Apache-2.0
//
// The inflections of English verbs and nouns: "cure" gives cures, cured,
// curing; "remedy" gives remedies, remedied, remedying; "leave" gives left,
// too.
//
// Without a dictionary nobody can tell a verb from a noun, or whether "target"
// doubles its t (it does not; "admit" does), so both forms are given where
// spelling leaves it open.  A form that does not exist does no harm: it does
// not occur.  A table has the irregular pasts of common verbs; what it has not
// ("bore") is a term of its own.

#ifndef LINTER_MATCH_INFLECTION_H_
#define LINTER_MATCH_INFLECTION_H_

#include <string>
#include <string_view>
#include <vector>

namespace medlint {

// Returns "term" and then its inflected forms, without repeats.  Of several
// words the last is inflected.  A term that does not end in three or more
// ASCII letters (one word's worth) is returned alone, unless it is in the table
// ("go").
// REQUIRES: "term" is folded
std::vector<std::string> Inflect(std::string_view term);

}  // namespace medlint

#endif  // LINTER_MATCH_INFLECTION_H_
