// SPDX-License-Identifier: Apache-2.0
//
// What amounts say.

#include "linter/kinds/quantity/amount.h"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/text/fold.h"

namespace medlint::quantity {
namespace {

constexpr double kGram = 1e6;
constexpr double kMilligram = 1e3;

TEST_CASE("an amount is a dose and how often") {
  struct Case {
    std::string_view text;   // with one amount
    std::string_view where;  // the words of the amount
    Measure measure;
    double dose;
    double doses_a_day;
  };
  constexpr Measure kMass = Measure::kMass;
  constexpr Measure kUnits = Measure::kUnits;
  constexpr Measure kPieces = Measure::kPieces;
  static constexpr Case kCases[] = {
      // Numbers and units.
      {"take 500 mg now", "500 mg", kMass, 500 * kMilligram, 0},
      {"take 500mg now", "500mg", kMass, 500 * kMilligram, 0},
      {"take 1,000 mg now", "1,000 mg", kMass, kGram, 0},
      {"take 1.5 g now", "1.5 g", kMass, 1.5 * kGram, 0},
      {"take 25 \u00B5g now", "25 \u03BCg", kMass, 25, 0},
      {"take 25 micrograms now", "25 micrograms", kMass, 25, 0},
      {"take 600 to 800 IU now", "600 to 800 iu", kUnits, 800, 0},
      {"take 400 I.U. of it", "400 i.u.", kUnits, 400, 0},
      {"5\u201310 mg of it", "5-10 mg", kMass, 10 * kMilligram, 0},
      {"between 1 and 2 g of it", "1 and 2 g", kMass, 2 * kGram, 0},
      {"two 500 mg tablets", "two 500 mg tablets", kMass, kGram, 0},
      {"a 500-mg tablet", "500-mg tablet", kMass, 500 * kMilligram, 0},
      {"one or two 500 mg tablets", "one or two 500 mg tablets", kMass, kGram,
       0},
      {"three extra-strength 500 mg tablets",
       "three extra-strength 500 mg tablets", kMass, 1.5 * kGram, 0},
      {"four of the 25 mg capsules", "four of the 25 mg capsules", kMass,
       100 * kMilligram, 0},
      {"two tablets (500 mg each)", "two tablets (500 mg", kMass, kGram, 0},
      {"two tablets of 500 mg", "two tablets of 500 mg", kMass, kGram, 0},
      {"two capsules at first", "two capsules", kPieces, 2, 0},
      // How often.
      {"2 g a day", "2 g a day", kMass, 2 * kGram, 1},
      {"2 g/day", "2 g/day", kMass, 2 * kGram, 1},
      {"2 g daily", "2 g daily", kMass, 2 * kGram, 1},
      {"2 g in 24 hours", "2 g in 24 hours", kMass, 2 * kGram, 1},
      {"1 g twice a day", "1 g twice a day", kMass, kGram, 2},
      {"1 g up to four times daily", "1 g up to four times daily", kMass, kGram,
       4},
      {"1 g every 6 hours", "1 g every 6 hours", kMass, kGram, 4},
      {"1 g every four to six hours", "1 g every four to six hours", kMass,
       kGram, 4},
      {"1 g 6-hourly", "1 g 6-hourly", kMass, kGram, 4},
      {"1 g after each meal", "1 g after each meal", kMass, kGram, 3},
      {"1 g every single morning", "1 g every single morning", kMass, kGram, 1},
      {"1 g every other day", "1 g every other day", kMass, kGram, 0.5},
      {"7 g a week", "7 g a week", kMass, 7 * kGram, 1.0 / 7},
      {"7 g once weekly", "7 g once weekly", kMass, 7 * kGram, 1.0 / 7},
      {"every morning I took 1 g of it", "1 g", kMass, kGram, 1},
      {"capsules, a dozen a day", "dozen a day", kPieces, 12, 1},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const FoldedText folded(c.text);
    const std::vector<Amount> amounts = FindAmounts(folded.text());
    REQUIRE(amounts.size() == 1);
    const Amount& amount = amounts.front();
    CHECK(folded.text().substr(amount.begin, amount.end - amount.begin) ==
          c.where);
    CHECK(amount.measure == c.measure);
    CHECK(amount.dose == doctest::Approx(c.dose));
    CHECK(amount.doses_a_day == doctest::Approx(c.doses_a_day));
  }
}

TEST_CASE("what is no amount") {
  static constexpr std::string_view kTexts[] = {
      "15 mg/kg a day", "5 mg per 100 ml", "vitamin b6 helps", "three people",
      "a dozen a day",  "every 4 hours",   "five days a week"};
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    CHECK(FindAmounts(text).empty());
  }
}

TEST_CASE("each amount has its own how often") {
  const std::vector<Amount> amounts =
      FindAmounts("500 mg at first, then 250 mg twice a day; 1 g a day");
  REQUIRE(amounts.size() == 3);
  CHECK(amounts[0].doses_a_day == 0);
  CHECK(amounts[1].doses_a_day == 2);
  CHECK_FALSE(amounts[1].is_day_total);
  CHECK(amounts[2].doses_a_day == 1);
  CHECK(amounts[2].is_day_total);
}

TEST_CASE("a mass is told in the unit that suits it") {
  CHECK(MassText(8 * kGram) == "8 g");
  CHECK(MassText(1.25 * kGram) == "1.25 g");
  CHECK(MassText(300 * kMilligram) == "300 mg");
  CHECK(MassText(25) == "25 micrograms");
}

}  // namespace
}  // namespace medlint::quantity
