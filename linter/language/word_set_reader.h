// SPDX-License-Identifier: Apache-2.0
//
// Reads lists of words as sets.

#ifndef LINTER_LANGUAGE_WORD_SET_READER_H_
#define LINTER_LANGUAGE_WORD_SET_READER_H_

#include <string_view>

#include "linter/language/word_set.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Returns the words under "key", folded; none if there is no such key.
// Mistakes go to the reader.
WordSet ReadWordSet(TableReader& table, std::string_view key);

}  // namespace medlint

#endif  // LINTER_LANGUAGE_WORD_SET_READER_H_
