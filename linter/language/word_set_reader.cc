// SPDX-License-Identifier: Apache-2.0

#include "linter/language/word_set_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "linter/text/fold.h"

namespace medlint {

WordSet ReadWordSet(TableReader& table, std::string_view key) {
  std::vector<std::string> words;
  for (const LocatedString& word : table.StringsOrNone(key)) {
    std::string folded = Fold(word.value);
    if (folded.empty() || folded.size() > WordSet::kLongestWord) {
      table.RejectPart(word, 0, word.value.size(),
                       "a word here has 1 to 31 bytes");
      continue;
    }
    words.push_back(std::move(folded));
  }
  return WordSet(std::move(words));
}

}  // namespace medlint
