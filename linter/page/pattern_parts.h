// SPDX-License-Identifier: Apache-2.0
//
// Parts that the patterns of a table have in common, in a table of their own:
//
//   [page.byline.parts]
//   day = '\d{1,2} @month_names \d{4}'
//
// A pattern of [page.byline] writes them @{day}.  Parts do not contain parts.

#ifndef LINTER_PAGE_PATTERN_PARTS_H_
#define LINTER_PAGE_PATTERN_PARTS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/toml/table_reader.h"

namespace medlint {

class PatternParts {
 public:
  // Reads the table "parts" of "table", which may be absent.
  explicit PatternParts(TableReader& table);

  // AddPatternList of the list at "key", parts filled in.  A mistake in a
  // pattern with parts is reported at the whole pattern.
  std::vector<PatternId> AddPatterns(TableReader& table, std::string_view key,
                                     PatternPlan::Builder& plan) const;

 private:
  // Returns "" after a report to "table" if there is no such part.
  std::string Filled(const LocatedString& pattern, TableReader& table) const;

  std::map<std::string, std::string, std::less<>> parts_;
};

}  // namespace medlint

#endif  // LINTER_PAGE_PATTERN_PARTS_H_
