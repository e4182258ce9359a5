// SPDX-License-Identifier: Apache-2.0
//
// Tells the usual ways of hiding text from the suspicious ones; hidden_text.h
// lists them.

#ifndef LINTER_DOCUMENT_LEGITIMATE_HIDING_H_
#define LINTER_DOCUMENT_LEGITIMATE_HIDING_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/document/document.h"
#include "linter/document/markup.h"

namespace medlint {

class LegitimateHiding {
 public:
  // "markup" must outlive this.  Linear, all questions together too.
  explicit LegitimateHiding(const Markup& markup);

  // "animated": the style of the element also moves it.
  bool Allows(const HiddenText& hidden, bool animated);

 private:
  bool IsInsideShownLater(ElementIndex element);
  bool ShowsLater(ElementIndex element) const;
  bool HasLinks(ElementIndex element) const;
  bool HasLinksElsewhere(ElementIndex element) const;
  bool HoldsPage(const HiddenText& hidden) const;

  const Markup& markup_;
  std::set<std::string, std::less<>> controlled_;  // ids

  // Of an element and its ancestors; asked for only where something is hidden.
  enum class Answer : std::uint8_t { kUnknown, kNo, kYes };
  std::vector<Answer> shown_later_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_LEGITIMATE_HIDING_H_
