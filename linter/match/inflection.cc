// SPDX-License-Identifier: Apache-2.0

#include "linter/match/inflection.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

bool IsVowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

std::size_t LettersAtEnd(std::string_view term) {
  std::size_t count = 0;
  while (count < term.size() && IsAsciiLower(term[term.size() - 1 - count])) {
    ++count;
  }
  return count;
}

bool EndsInSibilant(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

// A consonant after one vowel may double: ban, banned; regret, regretted.
// Not w, x and y.  The u of "qu" is no vowel: quit, quitting.
bool MayDouble(std::string_view word) {
  const std::size_t n = word.size();
  const char last = word[n - 1];
  if (IsVowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!IsVowel(word[n - 2])) return false;
  return !IsVowel(word[n - 3]) || (n > 3 && word.substr(n - 4, 2) == "qu");
}

std::vector<std::string_view> Plurals(std::string_view word) {
  const char last = word.back();
  const bool after_consonant = !IsVowel(word[word.size() - 2]);
  if (EndsInSibilant(word)) return {"es"};
  if (last == 'o' && after_consonant) return {"s", "es"};
  return {"s"};
}

}  // namespace

std::vector<std::string> Inflect(std::string_view term) {
  std::vector<std::string> forms = {std::string(term)};
  const std::size_t letters = LettersAtEnd(term);
  if (letters < 3) return forms;

  const std::string_view word = term.substr(term.size() - letters);
  const char last = word.back();
  const auto add = [&](std::size_t cut, std::string_view ending) {
    std::string form(term.substr(0, term.size() - cut));
    form += ending;
    if (std::ranges::find(forms, form) == forms.end()) {
      forms.push_back(std::move(form));
    }
  };

  if (last == 'y' && !IsVowel(word[letters - 2])) {
    for (const char* ending : {"ies", "ied"})
      add(1, ending);
    add(0, "ing");
    return forms;
  }
  for (const std::string_view ending : Plurals(word))
    add(0, ending);
  if (last == 'e') {
    add(0, "d");
    if (word.ends_with("ie")) {
      add(2, "ying");  // die, dying
    } else if (word.ends_with("ee") || word.ends_with("oe") ||
               word.ends_with("ye")) {
      add(0, "ing");
    } else {
      add(1, "ing");
    }
    return forms;
  }
  for (const char* ending : {"ed", "ing"}) {
    add(0, ending);
    if (MayDouble(word)) add(0, std::string(1, last) + ending);
  }
  return forms;
}

}  // namespace medlint
