// SPDX-License-Identifier: Apache-2.0

#include "linter/page/pattern_parts.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/page/pattern_list.h"

namespace medlint {
namespace {

constexpr std::string_view kPartOpens = "@{";

}  // namespace

PatternParts::PatternParts(TableReader& table) {
  std::optional<TableReader> parts = table.TableOrNone("parts");
  if (!parts) return;
  for (const std::string_view name : parts->Keys())
    parts_.emplace(name, "(?:" + parts->String(name) + ")");
  parts->Finish();
}

std::string PatternParts::Filled(const LocatedString& pattern,
                                 TableReader& table) const {
  std::string filled;
  std::size_t at = 0;
  for (std::size_t open = pattern.value.find(kPartOpens);
       open != std::string_view::npos;
       open = pattern.value.find(kPartOpens, at)) {
    const std::size_t begin = open + kPartOpens.size();
    const std::size_t end = pattern.value.find('}', begin);
    const std::string_view name = pattern.value.substr(begin, end - begin);
    const auto part = parts_.find(name);
    if (end == std::string_view::npos || part == parts_.end()) {
      std::vector<std::string_view> known;
      known.reserve(parts_.size());
      for (const auto& [other, unused] : parts_)
        known.emplace_back(other);
      table.RejectPart(pattern, open, begin + name.size(),
                       "there is no part " + Quoted(name),
                       DidYouMean(name, known));
      return "";
    }
    filled += pattern.value.substr(at, open - at);
    filled += part->second;
    at = end + 1;
  }
  filled += pattern.value.substr(at);
  return filled;
}

std::vector<PatternId> PatternParts::AddPatterns(
    TableReader& table, std::string_view key,
    PatternPlan::Builder& plan) const {
  std::vector<PatternId> ids;
  for (const LocatedString& pattern : table.StringsOrNone(key)) {
    if (pattern.value.find(kPartOpens) == std::string_view::npos) {
      for (const PatternId id :
           AddPatternList(table, {&pattern, 1}, {.regexp = ""}, plan)) {
        ids.push_back(id);
      }
      continue;
    }
    const PatternSpec spec{.regexp = Filled(pattern, table)};
    if (spec.regexp.empty()) continue;
    PatternId id = 0;
    if (const auto error = plan.AddPattern(spec, id)) {
      table.RejectAt(pattern.place, error->what, error->hint);
    } else {
      ids.push_back(id);
    }
  }
  return ids;
}

}  // namespace medlint
