// SPDX-License-Identifier: Apache-2.0

#include "linter/page/date.h"

#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("dates are read in the forms pages use") {
  struct Case {
    std::string_view text;
    std::string_view iso;  // "" if it is no date
  };
  static constexpr Case kCases[] = {
      {"2025-02-11", "2025-02-11"},
      {"2025-02-11T08:00:00Z", "2025-02-11"},
      {"February 11th, 2025", "2025-02-11"},
      {"Feb. 11, 2025", "2025-02-11"},
      {"11 February 2025", "2025-02-11"},
      {"11th Feb 2025", "2025-02-11"},
      {"Sept 2024", "2024-09-01"},
      {"06/2019", "2019-06-01"},
      {"24/03/2025", "2025-03-24"},
      {"13/2019", ""},
      {"February 29, 2024", "2024-02-29"},
      {"February 29, 2025", ""},
      {"2025-13-01", ""},
      {"2025-00-10", ""},
      {"Febtober 3, 2025", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const auto date = ParseWrittenDate(c.text);
    CHECK((date ? date->ToString() : "") == c.iso);
  }
  CHECK(*ParseIsoDate("2025-02-11") < *ParseIsoDate("2025-02-12"));
  CHECK_FALSE(ParseIsoDate("11 Feb 2025"));
}

}  // namespace
}  // namespace medlint
