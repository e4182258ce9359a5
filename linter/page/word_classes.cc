// SPDX-License-Identifier: Apache-2.0

#include "linter/page/word_classes.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <tuple>
#include <vector>

#include "linter/page/page.h"

namespace medlint {

std::span<const WordClasses::Stretch> WordClasses::In(FoldedSpan span) const {
  if (!read_) ReadAll();
  const auto begin_of = [](const Stretch& each) { return each.where.begin; };
  const auto first =
      std::ranges::lower_bound(stretches_, span.begin, {}, begin_of);
  const auto last =
      std::ranges::lower_bound(first, stretches_.end(), span.end, {}, begin_of);
  return {first, last};
}

void WordClasses::ReadAll() const {
  read_ = true;
  const std::vector<WordClassData>& classes = page_.data.word_classes;
  std::vector<Stretch> all;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    for (const PatternId pattern : classes[i].words) {
      for (const Hit& hit : page_.hits.Of(pattern)) {
        all.push_back(
            {.where = page_.folded.FromText(hit.where), .of_class = i});
      }
    }
  }
  std::ranges::sort(all, [](const Stretch& a, const Stretch& b) {
    return std::tuple(a.where.begin, b.where.end, a.of_class) <
           std::tuple(b.where.begin, a.where.end, b.of_class);
  });
  for (const Stretch& each : all) {
    if (stretches_.empty() || each.where.begin >= stretches_.back().where.end)
      stretches_.push_back(each);
  }
}

}  // namespace medlint
