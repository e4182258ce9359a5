// SPDX-License-Identifier: Apache-2.0
//
// A Lexicon is a named list of terms, spelled out into the forms that are
// looked for; a LexiconTable holds those of one plan: first those of the
// snapshot that it began with, if any, then what was defined since.
//
// Immutable once defined; shared by threads.

#ifndef LINTER_MATCH_LEXICON_H_
#define LINTER_MATCH_LEXICON_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/plan_arrays.h"

namespace medlint {

// A view of one, as cheap as two pointers.
class Lexicon {
 public:
  // A word found by its ending has at least this many letters, so that "-itis"
  // is not found in itself.
  static constexpr std::size_t kLettersBeforeAndInEnding = 6;

  // Both must outlive this.
  Lexicon(const PlanArrays& arrays, const LexiconEntry& entry)
      : arrays_(&arrays), entry_(&entry) {}

  const PlanArrays& arrays() const { return *arrays_; }
  const LexiconEntry& entry() const { return *entry_; }
  std::span<const LexiconForm> forms() const {
    return Slice(arrays_->forms, entry_->forms);
  }
  std::string_view TextOf(const LexiconForm& form) const {
    return medlint::TextOf(arrays_->lexicon_text, form.text);
  }

  // Appends the alternation of all forms, in RE2 syntax, without parentheses.
  void AppendRe2(std::string& out) const;

 private:
  const PlanArrays* arrays_;
  const LexiconEntry* entry_;
};

// Characters of "text" that are letters.
std::size_t CountLetters(std::string_view text);

class LexiconTable {
 public:
  // Begins with the lexicons of "base" and puts those that are defined into
  // "own".  What both are made of must outlive this.
  LexiconTable(const PlanArrays& base, PlanVectors& own)
      : base_(base), own_(own) {}
  LexiconTable(const LexiconTable&) = delete;
  LexiconTable& operator=(const LexiconTable&) = delete;

  // See PatternPlan::Builder::DefineLexicon.  Terms that fold to nothing are
  // left out.
  // REQUIRES: !Find(name)
  void Define(std::string_view name, const std::vector<std::string>& terms);

  std::optional<std::uint32_t> Find(std::string_view name) const;
  // The same among those of the snapshot.
  std::optional<std::uint32_t> FindInBase(std::string_view name) const;

  // Holds until the next Define().
  Lexicon operator[](std::uint32_t i) const {
    const std::size_t base_size = base_.lexicons.size();
    return i < base_size ? Lexicon(base_, base_.lexicons[i])
                         : Lexicon(view_, view_.lexicons[i - base_size]);
  }
  std::size_t size() const {
    return base_.lexicons.size() + view_.lexicons.size();
  }

  // In order of name.
  std::vector<std::string_view> Names() const;

 private:
  const PlanArrays base_;
  PlanVectors& own_;
  PlanArrays view_;  // of own_
};

}  // namespace medlint

#endif  // LINTER_MATCH_LEXICON_H_
