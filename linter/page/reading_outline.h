// SPDX-License-Identifier: Apache-2.0
//
// How a page is read, for people and tests: "medlint outline --reading".

#ifndef LINTER_PAGE_READING_OUTLINE_H_
#define LINTER_PAGE_READING_OUTLINE_H_

#include <string>

#include "linter/page/page.h"

namespace medlint {

// What sort of page it is, who wrote it and when, its sources and disclaimers;
// then each sentence that has cues: what it is (a question, a myth), and for
// each cue its family, its words and what it reaches.  Places are line:column.
std::string OutlineReading(const Page& page);

}  // namespace medlint

#endif  // LINTER_PAGE_READING_OUTLINE_H_
