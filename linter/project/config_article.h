// SPDX-License-Identifier: Apache-2.0
//
// What [article] of a configuration, of all that it extends and of the
// overrides for a page comes to: of each key, that of the last layer which has
// it; of "types", every word, and the last type that it is given.

#ifndef LINTER_PROJECT_CONFIG_ARTICLE_H_
#define LINTER_PROJECT_CONFIG_ARTICLE_H_

#include <memory>
#include <vector>

#include "linter/document/article_hints.h"
#include "linter/project/config.h"

namespace medlint {

struct HintInForce {
  HintField field = HintField::kType;
  const std::vector<ConfigHint>* hints = nullptr;  // never null, not empty
};

// In the order of HintField.
std::vector<HintInForce> HintsInForce(const std::vector<ConfigLayer>& layers);

// In the order in which the words are first named.
TypeWords TypeWordsInForce(const std::vector<ConfigLayer>& layers);

// The same for reading pages: the hints in the same order.  Null if there are
// none.
std::shared_ptr<const ArticleHints> HintsOf(
    const std::vector<ConfigLayer>& layers);

}  // namespace medlint

#endif  // LINTER_PROJECT_CONFIG_ARTICLE_H_
