// SPDX-License-Identifier: Apache-2.0

#include "linter/page/person_name.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"
#include "linter/text/fold.h"

namespace medlint {
namespace {

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

Word KindOf(std::string_view word, const NameWords& words) {
  std::string folded = Fold(word);
  if (words.particles.contains(folded)) return Word::kParticle;
  if (words.openers.contains(folded) || !IsCapital(word)) return Word::kOther;
  if (words.headline.contains(folded)) return Word::kHeadline;
  if (folded.ends_with('.')) folded.pop_back();
  if (words.titles.contains(folded)) return Word::kTitle;
  const bool spelt = std::ranges::all_of(word, [](char c) {
    return IsAsciiAlpha(c) || c == '.' || c == '\'' || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  if (!spelt) return Word::kOther;
  if (IsInitials(word)) return Word::kName;
  // "RN", "BMid", "MRCP"; "McCall", "O'Neill" and "Anne-Marie" are names.
  const bool is_double = word.find('\'') != std::string_view::npos ||
                         word.find('-') != std::string_view::npos ||
                         word.find("\xE2\x80\x99") != std::string_view::npos ||
                         word.starts_with("Mc") || word.starts_with("Mac");
  const auto capitals = std::ranges::count_if(word, IsAsciiUpper);
  return capitals >= 2 && !is_double ? Word::kLetters : Word::kName;
}

// What has been read of a name.
struct NameSoFar {
  int titles = 0;
  int names = 0;
  bool lettered = false;  // what follows letters is no part of the name

  bool IsComplete() const { return names >= 2 || (titles > 0 && names >= 1); }

  bool Takes(Word kind) const {
    switch (kind) {
      case Word::kTitle:
        return names == 0;
      case Word::kParticle:
        return names > 0 || titles > 0;
      case Word::kName:
        return names < kMostNames && !lettered;
      case Word::kLetters:
        return IsComplete();
      case Word::kHeadline:
      case Word::kOther:
        break;
    }
    return false;
  }

  // REQUIRES: Takes(kind)
  void Take(Word kind) {
    if (kind == Word::kTitle) ++titles;
    if (kind == Word::kName) ++names;
    if (kind == Word::kLetters) lettered = true;
  }
};

}  // namespace

std::size_t PersonNamePrefix(std::string_view text, const NameWords& words) {
  NameSoFar name;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    const bool comma = word.size() > 1 && word.ends_with(',');
    if (comma) word.remove_suffix(1);
    if (word.empty()) break;
    const Word kind = KindOf(word, words);
    if (kind == Word::kHeadline) return 0;
    if (!name.Takes(kind)) break;
    name.Take(kind);
    // "Ann Lee. She ..."; but "W. Lee", "Dr. Lee", "Ph.D."
    const bool stops = word.ends_with('.') && kind != Word::kTitle &&
                       kind != Word::kParticle && !IsInitials(word);
    if (kind == Word::kName || kind == Word::kLetters) {
      const bool full_stop = stops && word.find('.') + 1 == word.size();
      length = at + word.size() - (full_stop ? 1 : 0);
    }
    if (stops) break;
    if (comma) name.lettered = true;  // after a comma only letters go on
    at = end + 1;
  }
  return name.IsComplete() ? length : 0;
}

}  // namespace medlint
