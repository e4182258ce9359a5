// SPDX-License-Identifier: Apache-2.0
//
// The words by which pages name their parts: in headings, for people, and in
// classes and ids, for style sheets.
//
// "words" are those of name_words.h.  Pure functions.

#ifndef LINTER_DOCUMENT_PART_NAMES_H_
#define LINTER_DOCUMENT_PART_NAMES_H_

#include <string_view>

namespace medlint {

// Headings over summaries: "Key takeaways", "At a glance".
bool IsSummaryHeading(std::string_view heading);

// Headings over references: "Sources", "Further reading".
bool IsReferenceHeading(std::string_view heading);

// Headings of what follows an article: "Related posts", "Leave a reply".
bool IsTailHeading(std::string_view heading);

// A box with key points: class="key-takeaways".
bool IsSummaryName(std::string_view words);

// Readers' comments: class="comment-list".
bool IsCommentName(std::string_view words);

// Navigation, advertising, sharing: class="related-posts".
bool IsFrameName(std::string_view words);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_PART_NAMES_H_
