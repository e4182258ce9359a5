// SPDX-License-Identifier: Apache-2.0
//
// A LexiconIndex tells which forms of a lexicon stand at a place of a text,
// without an expression that spells them all out.
//
// Forms are grouped by their first four bytes; a lookup compares the few that
// share them.  Made with the lexicon, in time linear in the forms.

#ifndef LINTER_MATCH_LEXICON_INDEX_H_
#define LINTER_MATCH_LEXICON_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/match/first_bytes.h"
#include "linter/match/lexicon.h"
#include "linter/match/plan_arrays.h"

namespace medlint {

// Makes the index of "lexicon", whose forms are in "vectors".
void IndexForms(LexiconEntry& lexicon, PlanVectors& vectors);

class LexiconIndex {
 public:
  explicit LexiconIndex(Lexicon lexicon) : lexicon_(lexicon) {}

  // Puts into "ends" where the forms that begin at "begin" end, none after
  // "limit", in the order in which the alternation of all forms prefers them.
  void FindEnds(std::string_view text, std::size_t begin, std::size_t limit,
                std::vector<std::uint32_t>& ends) const;

  // The same, with the case of the text ignored as RE2's (?i) does.
  // REQUIRES: CanIgnoreCase()
  void FindEndsIgnoringCase(std::string_view text, std::size_t begin,
                            std::size_t limit,
                            std::vector<std::uint32_t>& ends) const;
  bool CanIgnoreCase() const;

  // What a form can begin with.
  FirstBytes First(bool ignore_case) const;

 private:
  struct Found {
    std::uint32_t form = 0;
    std::uint32_t end = 0;
  };

  // Appends the sizes of the forms, other than endings, that "text" begins
  // with.
  void FindSizes(std::string_view text,
                 std::vector<std::uint32_t>& sizes) const;
  // Appends what the endings match, in their order.
  void FindEndings(std::string_view text, std::size_t begin, std::size_t limit,
                   std::vector<Found>& found) const;

  Lexicon lexicon_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_LEXICON_INDEX_H_
