// SPDX-License-Identifier: Apache-2.0
//
// The running text of a page: what a reader reads from the title to the end,
// without the frame around it and what is hidden in it.

#ifndef LINTER_DOCUMENT_RUNNING_TEXT_H_
#define LINTER_DOCUMENT_RUNNING_TEXT_H_

#include "linter/document/document.h"

namespace medlint {

constexpr bool IsRunningText(Zone zone) {
  return zone == Zone::kTitle || zone == Zone::kHeading ||
         zone == Zone::kSummary || zone == Zone::kMain || zone == Zone::kQuote;
}

}  // namespace medlint

#endif  // LINTER_DOCUMENT_RUNNING_TEXT_H_
