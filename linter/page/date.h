// SPDX-License-Identifier: Apache-2.0
//
// A calendar day (proleptic Gregorian), and the forms in which pages write one.

#ifndef LINTER_PAGE_DATE_H_
#define LINTER_PAGE_DATE_H_

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace medlint {

struct Date {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31

  // "2026-01-15"
  std::string ToString() const;

  friend auto operator<=>(const Date&, const Date&) = default;
};

// Reads "2026-01-15", also as the beginning of a time stamp.  Fails on a day
// that does not exist.
std::optional<Date> ParseIsoDate(std::string_view text);

// Reads the date that a text begins with: ISO, "February 11th, 2025", "11 Feb
// 2025", "Feb 2025" (day 1), "14 de marzo de 2025", "14/01/2026" (day first
// unless that is no day).  Month names of English, Spanish, French, German,
// Italian and Portuguese.
std::optional<Date> ParseWrittenDate(std::string_view text);

}  // namespace medlint

#endif  // LINTER_PAGE_DATE_H_
