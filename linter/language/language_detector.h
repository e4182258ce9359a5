// SPDX-License-Identifier: Apache-2.0
//
// Which language a page is in.
//
// Function words make up a third or more of any running text and are other
// words in each language, so that it is enough to count them (Grefenstette,
// "Comparing two language identification schemes", 1995, who finds them as good
// as the letter n-grams of Cavnar and Trenkle, "N-gram-based text
// categorization", 1994, from about ten words on).  Where a script has few
// languages, its letters tell as much.
//
// What is counted is the main content, or all of the running text where that
// is next to nothing; and of it the first kSample words.  <html lang> is a
// hint: templates say "en" whatever is written into them.  So the page is in
// the language of its lang, or else of the rules, unless enough words say that
// it is in another one, and at least twice as many as speak for the first.
//
// The languages are data:
//
//   [[page.language]]
//   id     = "uk"         # primary subtag; order in the file ranks ties
//   name   = "Ukrainian"  # for messages
//   words  = "і в не ..." # function words: folded, at most 8 bytes each; one
//                         # string, for it is read whenever medlint starts
//   script = "cyrillic"   # if not Latin; of the languages of a script the
//                         # first has it, unless words or lang say otherwise

#ifndef LINTER_LANGUAGE_LANGUAGE_DETECTOR_H_
#define LINTER_LANGUAGE_LANGUAGE_DETECTOR_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/document/document.h"
#include "linter/text/fold.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Immutable once read; shared by threads.
class LanguageDetector {
 public:
  static constexpr std::size_t kSample = 2000;

  // Reads one [[page.language]] table, adding to what is here.  Mistakes go to
  // the reader.
  void Read(TableReader& table);

  // Returns the primary subtag of the language of "document", whose text is
  // "folded"; "fallback" where neither its words nor its lang tell.  Linear in
  // the sample; allocates nothing but the result.
  std::string Detect(const Document& document, const FoldedText& folded,
                     std::string_view fallback) const;

  // "German" for "de"; "" if the language is not listed.
  std::string_view NameOf(std::string_view id) const MEDLINT_LIFETIME_BOUND;

 private:
  struct Language {
    std::string id;
    std::string name;
    std::size_t script = 0;
  };
  // An entry of a hash table with open addressing.
  struct Word {
    std::uint64_t bytes = 0;      // as EightBytes has them; 0 for a free place
    std::uint64_t languages = 0;  // bit i: languages_[i]
  };
  struct Counts;

  void AddWord(std::uint64_t bytes, std::uint64_t languages);
  // The place of a word, or the free one where it belongs.
  // REQUIRES: words_ is not full
  std::size_t PlaceOf(std::uint64_t bytes) const;
  void Count(std::string_view text, Counts& counts) const;
  void CountBlocks(const Document& document, const FoldedText& folded,
                   bool in_main, Counts& counts) const;
  std::size_t IndexOf(std::string_view id) const;  // languages_.size() if none

  std::vector<Language> languages_;  // at most 64
  std::vector<Word> words_;          // a power of two, at most half full
  std::size_t word_count_ = 0;
};

}  // namespace medlint

#endif  // LINTER_LANGUAGE_LANGUAGE_DETECTOR_H_
