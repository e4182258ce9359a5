// SPDX-License-Identifier: Apache-2.0

#include "linter/page/date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

bool Exists(const Date& date) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
  if (date.month < 1 || date.month > 12 || date.day < 1) return false;
  const bool leap =
      date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  const int days = date.month == 2 && leap ? 29 : kDays[date.month - 1];
  return date.day <= days;
}

// Reads what a written date is made of, left to right.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : text_(text) {}

  // A number of "min" to "max" digits; -1 if there is none here.
  int Number(std::size_t min, std::size_t max) {
    std::size_t end = at_;
    while (end < text_.size() && IsAsciiDigit(text_[end]))
      ++end;
    if (end - at_ < min || end - at_ > max) return -1;
    int value = 0;
    for (; at_ < end; ++at_)
      value = value * 10 + (text_[at_] - '0');
    return value;
  }

  bool Skip(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void SkipFiller() {
    while (at_ < text_.size() &&
           (IsAsciiSpace(text_[at_]) || text_[at_] == ',' || text_[at_] == '.'))
      ++at_;
  }

  std::string_view Word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           (IsAsciiAlpha(text_[at_]) ||
            static_cast<unsigned char>(text_[at_]) >= 0x80))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // "14 de marzo de 2025", "the 3rd of May"
  void SkipOf() {
    const std::size_t begin = at_;
    const std::string word = ToAsciiLower(Word());
    if (word != "de" && word != "of" && word != "del" && word != "the") {
      at_ = begin;
    }
    SkipFiller();
  }

  // "st", "nd", "rd", "th" right after a day.
  void SkipOrdinal() {
    const std::size_t begin = at_;
    const std::string word = ToAsciiLower(Word());
    if (word != "st" && word != "nd" && word != "rd" && word != "th") {
      at_ = begin;
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// 1..12, or 0.  English months may be cut to three letters: "Sept"; those of
// other languages are written out.
int MonthNamed(std::string_view word) {
  using Year = std::array<std::string_view, 12>;
  static constexpr Year kEnglish = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  static constexpr Year kOthers[] = {
      {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
       "septiembre", "octubre", "noviembre", "diciembre"},
      {"janvier", "f\u00E9vrier", "mars", "avril", "mai", "juin", "juillet",
       "ao\u00FBt", "septembre", "octobre", "novembre", "d\u00E9cembre"},
      {"januar", "februar", "m\u00E4rz", "april", "mai", "juni", "juli",
       "august", "september", "oktober", "november", "dezember"},
      {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
       "agosto", "settembre", "ottobre", "novembre", "dicembre"},
      {"janeiro", "fevereiro", "mar\u00E7o", "abril", "maio", "junho", "julho",
       "agosto", "setembro", "outubro", "novembro", "dezembro"}};
  const std::string lower = ToAsciiLower(word);
  if (lower.size() < 3) return 0;
  for (std::size_t i = 0; i < kEnglish.size(); ++i) {
    if (kEnglish[i].starts_with(lower)) return static_cast<int>(i) + 1;
    for (const Year& names : kOthers) {
      if (names[i] == lower) return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

std::optional<Date> Checked(const Date& date) {
  if (!Exists(date)) return std::nullopt;
  return date;
}

}  // namespace

std::string Date::ToString() const {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year % 10000, month, day);
  return text;
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  DateScanner scanner(text);
  Date date;
  date.year = scanner.Number(4, 4);
  if (!scanner.Skip('-')) return std::nullopt;
  date.month = scanner.Number(2, 2);
  if (!scanner.Skip('-')) return std::nullopt;
  date.day = scanner.Number(2, 2);
  if (date.year < 0) return std::nullopt;
  return Checked(date);
}

std::optional<Date> ParseNumericDate(std::string_view text) {
  DateScanner scanner(text);
  Date date;
  date.day = scanner.Number(1, 2);
  if (!scanner.Skip('/') && !scanner.Skip('.')) return std::nullopt;
  date.year = scanner.Number(4, 4);
  if (date.year >= 0) {  // "06/2025"
    date.month = date.day;
    date.day = 1;
    return date.month < 0 ? std::nullopt : Checked(date);
  }
  date.month = scanner.Number(1, 2);
  if (!scanner.Skip('/') && !scanner.Skip('.')) return std::nullopt;
  date.year = scanner.Number(4, 4);
  if (date.day < 0 || date.month < 0 || date.year < 0) return std::nullopt;
  // Day first, as most of the world has it, unless that is no day.
  if (date.month > 12) std::swap(date.day, date.month);
  return Checked(date);
}

std::optional<Date> ParseWrittenDate(std::string_view text) {
  if (const auto iso = ParseIsoDate(text)) return iso;
  if (const auto numeric = ParseNumericDate(text)) return numeric;
  DateScanner scanner(text);
  scanner.SkipFiller();
  Date date;
  date.day = scanner.Number(1, 2);  // "11 Feb 2025"
  scanner.SkipOrdinal();
  scanner.SkipFiller();
  scanner.SkipOf();
  date.month = MonthNamed(scanner.Word());
  if (date.month == 0) return std::nullopt;
  scanner.SkipFiller();
  scanner.SkipOf();
  if (date.day < 0) {  // "February 11th, 2025", "Feb 2025"
    date.day = scanner.Number(1, 2);
    scanner.SkipOrdinal();
    scanner.SkipFiller();
    if (date.day < 0) date.day = 1;
  }
  date.year = scanner.Number(4, 4);
  if (date.year < 0) return std::nullopt;
  return Checked(date);
}

}  // namespace medlint
