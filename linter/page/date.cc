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
    while (at_ < text_.size() && IsAsciiAlpha(text_[at_]))
      ++at_;
    return text_.substr(begin, at_ - begin);
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

// 1..12, or 0.  Three letters are enough: "Sept" and "September" alike.
int MonthNamed(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string lower = ToAsciiLower(word);
  if (lower.size() < 3) return 0;
  const auto* const it = std::ranges::find_if(
      kMonths,
      [&](std::string_view month) { return month.starts_with(lower); });
  return it == kMonths.end() ? 0 : static_cast<int>(it - kMonths.begin()) + 1;
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

std::optional<Date> ParseWrittenDate(std::string_view text) {
  if (const auto iso = ParseIsoDate(text)) return iso;
  DateScanner scanner(text);
  scanner.SkipFiller();
  Date date;
  date.day = scanner.Number(1, 2);  // "11 Feb 2025"
  scanner.SkipOrdinal();
  scanner.SkipFiller();
  date.month = MonthNamed(scanner.Word());
  if (date.month == 0) return std::nullopt;
  scanner.SkipFiller();
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
