// SPDX-License-Identifier: Apache-2.0

#include "linter/page/pattern_list.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

// True for "@cure_verbs" and nothing else.
bool IsLexiconAlone(std::string_view pattern) {
  return pattern.size() > 1 && pattern[0] == '@' &&
         std::ranges::all_of(pattern.substr(1), [](char c) {
           return IsAsciiAlnum(c) || c == '_' || c == '-';
         });
}

}  // namespace

std::vector<PatternId> AddPatternList(TableReader& table,
                                      std::span<const LocatedString> patterns,
                                      const PatternSpec& options,
                                      PatternPlan::Builder& plan) {
  const bool plain = !options.exact_case && options.whole_words &&
                     options.not_before.empty() && options.not_after.empty();
  std::vector<PatternId> ids;
  ids.reserve(patterns.size());
  PatternSpec spec = options;
  for (const LocatedString& pattern : patterns) {
    if (plain && IsLexiconAlone(pattern.value)) {
      const std::string_view name = pattern.value.substr(1);
      if (plan.HasLexicon(name)) {
        ids.push_back(plan.AddLexicon(name));
      } else {
        table.RejectPart(pattern, 0, pattern.value.size(),
                         "there is no lexicon `" + std::string(name) + "`",
                         DidYouMean(name, plan.LexiconNames()));
      }
      continue;
    }
    spec.regexp = pattern.value;
    PatternId id = 0;
    if (const std::optional<PatternError> error = plan.AddPattern(spec, id)) {
      table.RejectPart(pattern, error->begin, error->end, error->what,
                       error->hint);
    } else {
      ids.push_back(id);
    }
  }
  return ids;
}

std::vector<PatternId> AddPatternList(TableReader& table, std::string_view key,
                                      PatternPlan::Builder& plan) {
  const std::vector<LocatedString> patterns = table.StringsOrNone(key);
  return AddPatternList(table, patterns, {.regexp = ""}, plan);
}

}  // namespace medlint
