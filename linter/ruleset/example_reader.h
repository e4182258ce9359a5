// SPDX-License-Identifier: Apache-2.0
//
// The "bad" and "good" lists of a rule.

#ifndef LINTER_RULESET_EXAMPLE_READER_H_
#define LINTER_RULESET_EXAMPLE_READER_H_

#include <vector>

#include "linter/rule/rule.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// Reads both lists.  A missing list, an entry that is neither a string nor a
// table, and marks that do not pair up are mistakes.
std::vector<Example> ReadExamples(TableReader& rule);

// For who needs no examples: the keys of both lists count as read.
void PassOverExamples(TableReader& rule);

}  // namespace medlint

#endif  // LINTER_RULESET_EXAMPLE_READER_H_
