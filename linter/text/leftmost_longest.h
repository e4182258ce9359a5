// SPDX-License-Identifier: Apache-2.0

#ifndef LINTER_TEXT_LEFTMOST_LONGEST_H_
#define LINTER_TEXT_LEFTMOST_LONGEST_H_

#include <algorithm>
#include <utility>
#include <vector>

namespace medlint {

// Puts "items" in the order of their "where", a span, and leaves out what
// overlaps one that is kept: the one that begins first stays, then the longest,
// then the one that was before the other.  O(n log n).
template <typename Item>
void KeepLeftmostLongest(std::vector<Item>& items) {
  std::ranges::stable_sort(items, {}, [](const Item& item) {
    return std::pair(item.where.begin, ~item.where.end);
  });
  const auto overlaps = [](const Item& a, const Item& b) {
    return a.where.Overlaps(b.where);
  };
  items.erase(std::unique(items.begin(), items.end(), overlaps), items.end());
}

}  // namespace medlint

#endif  // LINTER_TEXT_LEFTMOST_LONGEST_H_
