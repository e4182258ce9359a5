// SPDX-License-Identifier: Apache-2.0

#include "linter/document/labels.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/text/span.h"

namespace medlint {
namespace {

TEST_CASE("labels end at a dash, or a colon after bold") {
  struct Case {
    std::string_view bold;  // how the text begins, if in bold
    std::string_view rest;
    std::string_view label;
  };
  constexpr Case kCases[] = {
      {"Nurses", " \u2013 They see it daily.", "Nurses"},
      {"Nurses", " \u2014 They see it daily.", "Nurses"},
      {"Nurses", "\u2014They see it daily.", "Nurses"},
      {"Nurses", " - They see it daily.", "Nurses"},
      {"Nurses", "\u00A0\u2013\u00A0They see it daily.", "Nurses"},
      {"Nurses \u2013", " They see it daily.", "Nurses"},
      {"Nurses:", " They see it daily.", "Nurses"},
      {"Nurses", ": They see it daily.", "Nurses"},
      {"Nurses ", ": They see it daily.", "Nurses"},
      {"1. Nurses", ": They see it daily.", "1. Nurses"},
      // Bold words that begin a sentence are no label.
      {"Nurses", " see it daily.", ""},
      {"Nurses", "-led clinics see it daily.", ""},
      // No statement, no label.
      {"Nurses:", "", ""},
      {"Nurses", " \u2013 ", ""},
      {"One two three four five six seven eight nine ten eleven twelve more",
       ": text", ""},
      // Plain words.
      {"", "Nurses \u2013 They see it daily.", "Nurses"},
      {"", "Nurses\u00A0\u2014 They see it daily.", "Nurses"},
      {"", "Ward nurses on nights too - They see it.",
       "Ward nurses on nights too"},
      {"", "Seven words are too many for it - no.", ""},
      {"", "Nurses: they see it daily.", ""},
      {"", "Nurses-led clinics - see it", "Nurses-led clinics"},
      {"", "self-care", ""},
      {"", "Is it safe? No \u2013 not at all.", ""},
      // An insertion between dashes.
      {"", "Ginger \u2013 a root \u2013 is hot.", ""},
      {"", "Ginger \u2013 a root. It is \u2013 well \u2013 hot.", "Ginger"},
      {"", "", ""},
  };
  for (const Case& c : kCases) {
    const std::string text = std::string(c.bold) + std::string(c.rest);
    CAPTURE(text);
    const TextSpan block{0, static_cast<Offset>(text.size())};
    const TextSpan bold{0, static_cast<Offset>(c.bold.size())};
    CHECK(FindLabel(text, block, bold).In(text) == c.label);
  }
}

TEST_CASE("words are counted between spaces of any kind") {
  CHECK(CountWords("") == 0);
  CHECK(CountWords(" \u00A0 ") == 0);
  CHECK(CountWords("one") == 1);
  CHECK(CountWords(" one\u00A0two\u2009three ") == 3);
}

TEST_CASE("spans are trimmed of no-break spaces, too") {
  const std::string_view text = " \u00A0ab c\u202F ";
  const TextSpan all{0, static_cast<Offset>(text.size())};
  CHECK(TrimSpan(text, all).In(text) == "ab c");
  const std::string_view blank = "\u00A0 ";
  CHECK(TrimSpan(blank, {0, static_cast<Offset>(blank.size())}).empty());
}

}  // namespace
}  // namespace medlint
