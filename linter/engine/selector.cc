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
    if (!SelectorMatches(selector, id)) continue;
    best = std::max(best, selector == id ? id.size() + 1 : selector.size());
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

bool IsSelected(std::string_view id, std::span<const std::string> select,
                std::span<const std::string> ignore) {
  const std::size_t selected = select.empty() ? 1 : Exactness(id, select);
  const std::size_t ignored = Exactness(id, ignore);
  if (select.empty() && ignored > 0) return false;
  return selected > ignored;
}

}  // namespace medlint
