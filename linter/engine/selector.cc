// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/selector.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/spelling.h"

namespace medlint {
namespace {

// How exact the best matching selector is: 0 if none matches.
std::size_t Exactness(std::string_view id,
                      std::span<const std::string> selectors) {
  std::size_t best = 0;
  for (const std::string& selector : selectors) {
    best = std::max(best, SelectorExactness(selector, id));
  }
  return best;
}

}  // namespace

bool SelectorMatches(std::string_view selector, std::string_view id) {
  if (selector.ends_with('*')) {
    return id.starts_with(selector.substr(0, selector.size() - 1));
  }
  return selector == id;
}

std::size_t SelectorExactness(std::string_view selector, std::string_view id) {
  if (!SelectorMatches(selector, id)) return 0;
  return selector == id ? id.size() + 1 : selector.size();
}

bool IsSelected(std::string_view id, std::span<const std::string> select,
                std::span<const std::string> ignore) {
  const std::size_t selected = select.empty() ? 1 : Exactness(id, select);
  const std::size_t ignored = Exactness(id, ignore);
  if (select.empty() && ignored > 0) return false;
  return selected > ignored;
}

bool NamesARule(std::string_view selector, std::span<const Rule> rules) {
  return std::ranges::any_of(rules, [&](const Rule& rule) {
    return SelectorMatches(selector, rule.info.id);
  });
}

std::string SuggestSelector(std::string_view selector,
                            std::span<const Rule> rules) {
  // A category on its own is the likeliest slip.
  const std::string whole_category = std::string(selector) + "/*";
  if (selector.find('/') == std::string_view::npos &&
      NamesARule(whole_category, rules)) {
    return "for all rules of the category write `" + whole_category + "`";
  }
  std::set<std::string> names;
  for (const Rule& rule : rules) {
    names.insert(rule.info.id);
    names.insert(std::string(rule.info.category()) + "/*");
  }
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::string hint = DidYouMean(selector, candidates);
  return hint.empty() ? "`medlint rules` lists them" : hint;
}

}  // namespace medlint
