// SPDX-License-Identifier: Apache-2.0

#include "linter/document/name_words.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/markup.h"

namespace medlint {
namespace {

void AppendWords(std::string_view name, std::string& words) {
  const std::size_t start = words.size();
  const auto in_word = [&] {
    return words.size() > start && words.back() != ' ';
  };
  char previous = ' ';
  for (const char c : name) {
    if (!IsAsciiAlnum(c)) {
      if (in_word()) words += ' ';
    } else {
      if (IsAsciiUpper(c) && IsAsciiLower(previous)) words += ' ';
      words += ToAsciiLower(c);
    }
    previous = c;
  }
  if (in_word()) words += ' ';
}

}  // namespace

std::string SplitName(std::string_view name) {
  std::string words;
  AppendWords(name, words);
  return words;
}

std::string NameWordsOf(const Markup& markup, ElementIndex element) {
  std::string words;
  if (markup.elements[element].attribute_count == 0) return words;
  for (const std::string_view name : {"class", "id"}) {
    const Attribute* attribute = markup.FindAttribute(element, name);
    // References in class names do not occur; undecoded they do no harm.
    if (attribute != nullptr)
      AppendWords(attribute->value.In(markup.source), words);
  }
  return words;
}

bool HasNameWord(std::string_view words,
                 std::span<const std::string_view> list) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = words.find(' ', begin);
    const std::string_view word = words.substr(begin, end - begin);
    if (std::ranges::binary_search(list, word)) return true;
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  return false;
}

bool HasNamePhrase(std::string_view words, std::string_view phrase) {
  for (std::size_t at = words.find(phrase); at != std::string_view::npos;
       at = words.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool begins = at == 0 || words[at - 1] == ' ';
    const bool ends = end == words.size() || words[end] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace medlint
