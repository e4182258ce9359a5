// SPDX-License-Identifier: Apache-2.0
//
// The words by which pages name their parts: in headings, for people, and in
// classes and ids, for style sheets.
//
// Pure functions, linear in what they read.

#ifndef LINTER_DOCUMENT_PART_NAMES_H_
#define LINTER_DOCUMENT_PART_NAMES_H_

#include <string_view>

#include "linter/document/markup.h"

namespace medlint {

// Headings over summaries: "Key takeaways", "At a glance".
bool IsSummaryHeading(std::string_view heading);

// Headings over references: "Sources", "Further reading".
bool IsReferenceHeading(std::string_view heading);

// Headings of what follows an article: "Related posts", "Leave a reply".
bool IsTailHeading(std::string_view heading);

// What the class and the id of an element say it is.
struct PartSigns {
  bool summary = false;  // a box with key points: class="key-takeaways"
  bool comment = false;  // readers' comments: class="comment-list"
  bool frame = false;    // navigation, ads, sharing: class="related-posts"
};
PartSigns ReadPartSigns(const Markup& markup, ElementIndex element);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_PART_NAMES_H_
