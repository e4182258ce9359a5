// SPDX-License-Identifier: Apache-2.0
//
// Amounts as health pages write them: "two 500 mg tablets every 4 hours", "1-2
// capsules with each meal", "50,000 units once a week".
//
// A reader of numbers, units and how often; it knows no substance.  Words are
// English.  Linear in the text.

#ifndef LINTER_KINDS_QUANTITY_AMOUNT_H_
#define LINTER_KINDS_QUANTITY_AMOUNT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medlint::quantity {

enum class Measure : std::uint8_t {
  kMass,    // in micrograms
  kUnits,   // international units: what one weighs depends on the substance
  kPieces,  // tablets, capsules and the like, of a strength that is not said
};

struct Amount {
  // Bytes of the text, from the number to the words that say how often where
  // these follow.
  std::size_t begin = 0;
  std::size_t end = 0;

  Measure measure = Measure::kMass;
  double dose = 0;  // taken at one time; the upper end of a range

  // 0 if the text does not say.  Of "every 4 to 6 hours", which labels write
  // together with a daily limit, the longer time.
  double doses_a_day = 0;

  // "4 g a day": the dose is all that a day has.
  bool is_day_total = false;
};

// "folded" is folded text (see text/fold.h).  In order of place.  Amounts per
// something else than a time, such as mg/kg and mg per 100 mL, are left out.
std::vector<Amount> FindAmounts(std::string_view folded);

// "8 g", "300 mg", "25 micrograms"
std::string MassText(double micrograms);

}  // namespace medlint::quantity

#endif  // LINTER_KINDS_QUANTITY_AMOUNT_H_
