// SPDX-License-Identifier: Apache-2.0
//
// A LexiconIndex tells which forms of a lexicon stand at a place of a text,
// without an expression that spells them all out.
//
// Forms are grouped by their first four bytes; a lookup compares the few that
// share them.  Built when first used, in time linear in the forms; shared by
// threads.

#ifndef LINTER_MATCH_LEXICON_INDEX_H_
#define LINTER_MATCH_LEXICON_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "linter/match/first_bytes.h"
#include "linter/match/lexicon.h"

namespace medlint {

class LexiconIndex {
 public:
  // "lexicon" must outlive this.
  explicit LexiconIndex(const Lexicon& lexicon) : lexicon_(&lexicon) {}
  LexiconIndex(const LexiconIndex&) = delete;
  LexiconIndex& operator=(const LexiconIndex&) = delete;

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

  const Lexicon& lexicon() const { return *lexicon_; }

  // What a form can begin with.
  FirstBytes First(bool ignore_case) const;

 private:
  static constexpr std::size_t kPrefix = 4;
  static constexpr std::size_t kMaxIgnoringCase = 160;  // bytes of a form

  struct Entry {
    std::uint32_t prefix = 0;
    std::uint32_t form = 0;
  };
  struct Ending {
    std::string_view text;
    std::uint32_t form = 0;
    std::uint32_t letters_before = 0;  // at least
  };
  struct Short {
    std::uint32_t bytes = 0;
    std::uint32_t mask = 0;
    std::uint32_t size = 0;
  };
  struct Found {
    std::uint32_t form = 0;
    std::uint32_t end = 0;
  };

  void Build() const;
  std::uint32_t BucketOf(std::uint32_t prefix) const {
    return (prefix * 0x9E3779B1U) >> shift_;
  }
  // Appends the sizes of the forms, other than endings, that "text" begins
  // with.
  void FindSizes(std::string_view text,
                 std::vector<std::uint32_t>& sizes) const;
  // Appends what the endings match, in their order.
  void FindEndings(std::string_view text, std::size_t begin, std::size_t limit,
                   std::vector<Found>& found) const;

  const Lexicon* lexicon_;
  mutable std::once_flag once_;
  mutable std::uint32_t shift_ = 31;
  mutable std::vector<std::uint32_t> bucket_;  // first entry, and one past
  mutable std::vector<Entry> entries_;         // by bucket, longest first
  mutable std::vector<Short> shorts_;          // longest first
  mutable std::vector<Ending> endings_;        // longest first
  mutable FirstBytes first_of_endings_;
};

}  // namespace medlint

#endif  // LINTER_MATCH_LEXICON_INDEX_H_
