// SPDX-License-Identifier: Apache-2.0

#include "linter/page/person_name.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::string_view kTitles[] = {
    "dr",     "prof",  "professor", "mr",         "mrs",     "ms",  "miss",
    "sister", "nurse", "sr",        "pharmacist", "midwife", "sir", "dame",
};
constexpr std::string_view kParticles[] = {
    "de", "da", "di", "van", "von", "der", "den",  "la",
    "le", "al", "el", "bin", "y",   "e",   "med.", "dos",
};
// What bylines begin with.
constexpr std::string_view kOpeners[] = {
    "by",      "the",       "our",      "this",    "i'm",     "words", "text",
    "updated", "published", "reviewed", "written", "posted",  "from",  "about",
    "meet",    "hi",        "hello",    "photo",   "picture", "image", "last",
};
// With a capital they are the words of a headline: "Why We're Picking Tea".
constexpr std::string_view kHeadlineWords[] = {
    "why", "when", "how",    "what", "who",  "where", "we",    "we're",
    "you", "your", "use",    "in",   "at",   "of",    "and",   "to",
    "for", "with", "on",     "is",   "are",  "here",  "these", "should",
    "or",  "its",  "here's", "not",  "that", "as",    "into",  "over",
};
constexpr int kMostNames = 4;

enum class Word : std::uint8_t {
  kTitle,
  kParticle,
  kName,
  kLetters,
  kHeadline,
  kOther,
};

bool IsCapital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  if (IsAsciiUpper(word[0])) return true;
  if (word.size() < 2) return false;
  const auto second = static_cast<unsigned char>(word[1]);
  switch (first) {
    case 0xC3:  // À to Þ, but ×
      return second >= 0x80 && second <= 0x9E && second != 0x97;
    case 0xC4:  // Latin Extended-A: capitals have even code points, mostly
    case 0xC5:
      return second % 2 == 0 || (first == 0xC5 && second >= 0xB8);
    case 0xCE:  // Greek
      return second >= 0x86 && second <= 0xAB;
    case 0xD0:  // Cyrillic
      return second <= 0xAF;
    default:
      return false;
  }
}

// "W", "W.", "J.R."
bool IsInitials(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !IsAsciiUpper(word[i]) : word[i] != '.') return false;
  }
  return true;
}

Word KindOf(std::string_view word) {
  std::string lower = ToAsciiLower(word);
  if (std::ranges::find(kParticles, lower) != std::end(kParticles)) {
    return Word::kParticle;
  }
  if (std::ranges::find(kOpeners, lower) != std::end(kOpeners))
    return Word::kOther;
  if (IsCapital(word) &&
      std::ranges::find(kHeadlineWords, lower) != std::end(kHeadlineWords)) {
    return Word::kHeadline;
  }
  if (lower.ends_with('.')) lower.pop_back();
  if (IsCapital(word) &&
      std::ranges::find(kTitles, lower) != std::end(kTitles)) {
    return Word::kTitle;
  }
  const bool spelt = std::ranges::all_of(word, [](char c) {
    return IsAsciiAlpha(c) || c == '.' || c == '\'' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  if (!spelt || !IsCapital(word)) return Word::kOther;
  if (IsInitials(word)) return Word::kName;
  // "RN", "BMid", "MRCP"; "McCall", "O'Neill" and "Anne-Marie" are names.
  const bool is_double = word.find('\'') != std::string_view::npos ||
                         word.find('-') != std::string_view::npos ||
                         word.find("\xE2\x80\x99") != std::string_view::npos ||
                         word.starts_with("Mc") || word.starts_with("Mac");
  const auto capitals = std::ranges::count_if(word, IsAsciiUpper);
  return capitals >= 2 && !is_double ? Word::kLetters : Word::kName;
}

}  // namespace

std::size_t PersonNamePrefix(std::string_view text) {
  int titles = 0;
  int names = 0;
  bool lettered = false;  // what follows letters is no part of the name
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    const bool comma = word.size() > 1 && word.ends_with(',');
    if (comma) word.remove_suffix(1);
    if (word.empty()) break;
    const Word kind = KindOf(word);
    // "Ann Lee. She ..."; but "W. Lee", "Dr. Lee", "Ph.D."
    const bool stops = word.ends_with('.') && kind != Word::kTitle &&
                       kind != Word::kParticle && !IsInitials(word);
    const bool complete = names >= 2 || (titles > 0 && names >= 1);
    if (kind == Word::kHeadline) return 0;
    if (kind == Word::kOther || (kind == Word::kTitle && names > 0)) break;
    if (kind == Word::kParticle && names == 0 && titles == 0) break;
    if (kind == Word::kLetters && !complete) break;
    if (kind == Word::kName && (names == kMostNames || lettered)) break;
    if (kind == Word::kTitle) ++titles;
    if (kind == Word::kName) ++names;
    if (kind == Word::kLetters) lettered = true;
    if (kind == Word::kName || kind == Word::kLetters) {
      const bool full_stop = stops && word.find('.') + 1 == word.size();
      length = at + word.size() - (full_stop ? 1 : 0);
    }
    if (stops) break;
    if (comma) lettered = true;  // after a comma only letters go on
    at = end + 1;
  }
  return names >= 2 || (titles > 0 && names >= 1) ? length : 0;
}

}  // namespace medlint
