// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/selector.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

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

}  // namespace medlint
