// SPDX-License-Identifier: Apache-2.0

#include "linter/page/word_classes.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "linter/page/page.h"
#include "linter/text/leftmost_longest.h"

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
  for (std::size_t i = 0; i < classes.size(); ++i) {
    for (const PatternId pattern : classes[i].words) {
      for (const Hit& hit : page_.hits.Of(pattern)) {
        stretches_.push_back(
            {.where = page_.folded.FromText(hit.where), .of_class = i});
      }
    }
  }
  KeepLeftmostLongest(stretches_);
}

}  // namespace medlint
