// SPDX-License-Identifier: Apache-2.0
//
// A Lexicon is a named list of terms, spelled out into the forms that are
// looked for; a LexiconTable holds those of one plan.
//
// Immutable once defined; shared by threads.

#ifndef LINTER_MATCH_LEXICON_H_
#define LINTER_MATCH_LEXICON_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/char_class.h"

namespace medlint {

struct Lexicon {
  struct Form {
    std::string text;        // folded, never empty
    std::uint32_t term = 0;  // index into the terms it was defined with
    bool is_ending = false;  // "-statin": any word that ends so
  };

  // A word found by its ending has at least this many letters, so that "-itis"
  // is not found in itself.
  static constexpr std::size_t kLettersBeforeAndInEnding = 6;

  std::string name;
  std::vector<Form> forms;        // longest first, then as defined; distinct
  std::uint64_t occurrences = 0;  // of all forms; see literal_cost.h
  std::size_t total_size = 0;     // bytes of all forms
  std::size_t max_size = 0;       // bytes of the longest form
  bool has_ending = false;        // then a match may be longer than that
  CharKinds first = 0;            // kinds of the first characters
  CharKinds last = 0;

  // Appends the alternation of all forms, in RE2 syntax, without parentheses.
  void AppendRe2(std::string& out) const;
};

// Characters of "text" that are letters.
std::size_t CountLetters(std::string_view text);

class LexiconIndex;

class LexiconTable {
 public:
  LexiconTable();
  ~LexiconTable();
  LexiconTable(LexiconTable&&) noexcept;
  LexiconTable& operator=(LexiconTable&&) noexcept;

  // See PatternPlan::Builder::DefineLexicon.  Terms that fold to nothing are
  // left out.
  // REQUIRES: !Find(name)
  void Define(std::string name, const std::vector<std::string>& terms);

  std::optional<std::uint32_t> Find(std::string_view name) const;
  const Lexicon& operator[](std::uint32_t i) const { return *lexicons_[i]; }
  const LexiconIndex& Index(std::uint32_t i) const { return *indexes_[i]; }
  std::size_t size() const { return lexicons_.size(); }

  // In order of name.
  std::vector<std::string_view> Names() const;

 private:
  std::vector<std::unique_ptr<const Lexicon>> lexicons_;
  std::vector<std::unique_ptr<const LexiconIndex>> indexes_;
  std::map<std::string, std::uint32_t, std::less<>> by_name_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_LEXICON_H_
