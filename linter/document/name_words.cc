// SPDX-License-Identifier: Apache-2.0

#include "linter/document/name_words.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/document/attribute_names.h"
#include "linter/document/markup.h"

namespace medlint {
namespace {

void AppendWords(std::string_view name, std::string& words) {
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view word = NextNameWord(name, at);
    if (word.empty()) break;
    for (const char c : word)
      words += ToAsciiLower(c);
    words += ' ';
  }
}

}  // namespace

std::string_view NextNameWord(std::string_view name, std::size_t& at) {
  while (at < name.size() && !IsAsciiAlnum(name[at]))
    ++at;
  const std::size_t begin = at;
  while (at < name.size() && IsAsciiAlnum(name[at])) {
    const bool capital =
        at > begin && IsAsciiUpper(name[at]) && IsAsciiLower(name[at - 1]);
    if (capital) break;
    ++at;
  }
  return name.substr(begin, at - begin);
}

std::string SplitName(std::string_view name) {
  std::string words;
  AppendWords(name, words);
  return words;
}

std::string NameWordsOf(const Markup& markup, ElementIndex element) {
  std::string words;
  // References in class names do not occur; undecoded they do no harm.
  for (const AttributeName name : {AttributeName::kClass, AttributeName::kId})
    AppendWords(markup.RawValue(element, name), words);
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
