// SPDX-License-Identifier: Apache-2.0
//
// What an element's class and id call it: "entry-header siteNav" has the words
// entry, header, site and nav.
//
// Words are the parts between anything but letters and digits, and where a
// capital follows a small letter.  All functions are linear in the attributes.

#ifndef LINTER_DOCUMENT_NAME_WORDS_H_
#define LINTER_DOCUMENT_NAME_WORDS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/document/markup.h"

namespace medlint {

// Returns the words of "name" in lower case, each followed by one space.
std::string SplitName(std::string_view name);

// Returns the word that begins at or after "at", as written, and moves "at"
// behind it; "" at the end.
std::string_view NextNameWord(std::string_view name, std::size_t& at);

// Returns the words of the class and the id of "element", as SplitName does.
std::string NameWordsOf(const Markup& markup, ElementIndex element);

// True if one of "words", from SplitName, is in "list".
// REQUIRES: "list" is sorted
bool HasNameWord(std::string_view words,
                 std::span<const std::string_view> list);

// True if "words" has the words of "phrase" ("key takeaways") next to each
// other and in this order.
bool HasNamePhrase(std::string_view words, std::string_view phrase);

}  // namespace medlint

#endif  // LINTER_DOCUMENT_NAME_WORDS_H_
