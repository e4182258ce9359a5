// SPDX-License-Identifier: Apache-2.0

#include "linter/language/quotation.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/language/cpu_time.h"
#include "tests/support/english.h"

namespace medlint::testing {
namespace {

struct QuotationCase {
  std::string_view paragraph;
  std::string_view words;
  std::string_view quotation;  // "" if they are in none
};

constexpr QuotationCase kQuotationCases[] = {
    {"He said “it cured my gout” today.", "cured", "“it cured my gout”"},
    {"He said \"it cured my gout\" today.", "cured", "\"it cured my gout\""},
    {"He said ‘it cured my gout’ today.", "cured", "‘it cured my gout’"},
    {"He said 'it cured my gout' today.", "cured", "'it cured my gout'"},
    {"He said «it cured my gout» today.", "cured", "«it cured my gout»"},
    {"Er sagte „it cured my gout“ today.", "cured", "„it cured my gout“"},
    // Outside.
    {"He said “it cured my gout” today.", "today", ""},
    {"“It hurt so much” he cured “them all at once”.", "cured", ""},
    {"\"It hurt so much\" he cured \"them all at once\".", "cured", ""},
    {"'It hurt so much' he cured 'them all at once'.", "cured", ""},
    // Fewer than four words.
    {"The so-called “miracle cure” fails.", "cure", ""},
    {"The “one true cure” fails.", "cure", ""},
    {"The “one true gout cure” fails.", "cure", "“one true gout cure”"},
    // Apostrophes.
    {"It doesn’t matter, it’s the patients’ cure.", "cure", ""},
    {"‘It doesn’t hurt and cured me,’ he said.", "cured",
     "‘It doesn’t hurt and cured me,’"},
    {"‘My patients’ pain is cured now,’ he said.", "cured",
     "‘My patients’ pain is cured now,’"},
    {"Rock ’n’ roll cured the patients’ pain.", "cured", ""},
    {"Don't say it cured the patients' pain.", "cured", ""},
    {"In the '90s it cured the patients' pain.", "cured", ""},
    {"'It doesn't hurt and cured me,' he said.", "cured",
     "'It doesn't hurt and cured me,'"},
    // Inches.
    {"A 5'10\" man was cured by a 6'1\" man.", "cured", ""},
    // No partner.
    {"He said “it cured my gout today.", "cured", ""},
    {"He said it cured my gout” today.", "cured", ""},
    {"“ It began. He said “it cured my gout” today.", "cured",
     "“it cured my gout”"},
    // One in another: the inner one.
    {"“He said ‘it cured my gout’ to me.”", "cured", "‘it cured my gout’"},
    {"“He said ‘it cured my gout’ to me.”", "to me",
     "“He said ‘it cured my gout’ to me.”"},
    {"“He said ‘cured’ to me.”", "cured", "“He said ‘cured’ to me.”"},
    {"(“It cured all my gout.”)", "cured", "“It cured all my gout.”"},
    // A span that is not wholly inside.
    {"He “was quite well and cured” now.", "cured” now", ""},
};

TEST_CASE("quotations within a block") {
  for (const QuotationCase& c : kQuotationCases) {
    CAPTURE(c.paragraph);
    const ReadPage page("<p>" + EscapeHtml(c.paragraph) + "</p>", English());
    const auto quotation = page.reading.QuotationOver(page.Find(c.words));
    CHECK((quotation ? page.document.Slice(*quotation) : "") == c.quotation);
  }
}

TEST_CASE("a blockquote is a quotation") {
  const ReadPage page(
      "<p>Before it.</p><blockquote><p>It cured me.</p><p>It “did so for my "
      "dog” too.</p></blockquote><p>After it.</p>",
      English());
  const auto whole = page.reading.QuotationOver(page.Find("cured"));
  REQUIRE(whole);
  CHECK(page.document.Slice(*whole) ==
        "It cured me.\nIt “did so for my dog” too.");
  const auto inner = page.reading.QuotationOver(page.Find("dog"));
  REQUIRE(inner);
  CHECK(page.document.Slice(*inner) == "“did so for my dog”");
  CHECK_FALSE(page.reading.QuotationOver(page.Find("Before")));
  CHECK_FALSE(page.reading.QuotationOver(page.Find("After")));
}

TEST_CASE("quotations do not cross blocks") {
  const ReadPage page("<p>He said “it cured</p><p>my gout” today.</p>",
                      English());
  CHECK_FALSE(page.reading.QuotationOver(page.Find("cured")));
  CHECK_FALSE(page.reading.QuotationOver(page.Find("gout")));
}

TEST_CASE("finding quotations is linear on hostile text") {
  constexpr std::string_view kUnits[] = {
      "\u201C",  "\u201D",    "\"", " \"",
      "\u2018a", "s\u2019 a", " '", "\u201Ca b c d\u201D "};
  for (const std::string_view unit : kUnits) {
    CAPTURE(unit);
    const auto seconds = [unit](std::size_t bytes) {
      std::string text;
      while (text.size() < bytes) {
        text += unit;
      }
      const double start = ThreadSeconds();
      (void)FindQuotations(text, {0, static_cast<Offset>(text.size())}, 4);
      return ThreadSeconds() - start;
    };
    CHECK(GrowsLinearly(seconds));
  }
}

}  // namespace
}  // namespace medlint::testing
