// SPDX-License-Identifier: Apache-2.0

#include "linter/match/inflection.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
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
  if (n < 3) return false;
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

struct Irregular {
  std::string_view verb;
  std::string_view past;
  std::string_view participle = {};  // if it is not the past
};

// Those whose past no rule gives, among the verbs that health copy is fond of.
constexpr Irregular kIrregulars[] = {
    {"beat", "beaten"},
    {"become", "became"},
    {"begin", "began", "begun"},
    {"bid", "bade", "bidden"},
    {"bring", "brought"},
    {"build", "built"},
    {"catch", "caught"},
    {"come", "came"},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"drive", "drove", "driven"},
    {"fall", "fell", "fallen"},
    {"fight", "fought"},
    {"find", "found"},
    {"forget", "forgot", "forgotten"},
    {"get", "got", "gotten"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grow", "grew", "grown"},
    {"hold", "held"},
    {"keep", "kept"},
    {"leave", "left"},
    {"lie", "lay", "lain"},
    {"lose", "lost"},
    {"make", "made"},
    {"overcome", "overcame"},
    {"run", "ran"},
    {"say", "said"},
    {"see", "saw", "seen"},
    {"send", "sent"},
    {"shake", "shook", "shaken"},
    {"show", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"slay", "slew", "slain"},
    {"spring", "sprang", "sprung"},
    {"stand", "stood"},
    {"steal", "stole", "stolen"},
    {"stick", "stuck"},
    {"strike", "struck"},
    {"sweep", "swept"},
    {"take", "took", "taken"},
    {"tear", "tore", "torn"},
    {"tell", "told"},
    {"throw", "threw", "thrown"},
    {"undo", "undid", "undone"},
    {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},
    {"win", "won"},
};

}  // namespace

std::vector<std::string> Inflect(std::string_view term) {
  std::vector<std::string> forms = {std::string(term)};
  const std::size_t letters = LettersAtEnd(term);
  const std::string_view word = term.substr(term.size() - letters);
  const auto* const irregular =
      std::ranges::find(kIrregulars, word, &Irregular::verb);
  const bool is_irregular = irregular != std::end(kIrregulars);
  if (letters < 3 && !is_irregular) return forms;

  const char last = word.back();
  const auto add = [&](std::size_t cut, std::string_view ending) {
    std::string form(term.substr(0, term.size() - cut));
    form += ending;
    if (std::ranges::find(forms, form) == forms.end()) {
      forms.push_back(std::move(form));
    }
  };

  if (is_irregular) {
    add(letters, irregular->past);
    if (!irregular->participle.empty()) add(letters, irregular->participle);
  }

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
