// SPDX-License-Identifier: Apache-2.0
//
// Amounts per time in a claim: "10 pounds in a week" is more than 1 kg a week.
//
//   rate = { most = 143, units = { kg = 1000, lb = 454 },
//            periods = { day = 1, week = 7 }, numbers = { a = 1, ten = 10 } }
//
// A pattern names the parts: (?P<amount>...), (?P<unit>...), (?P<count>...),
// (?P<period>...).  A unit or period is looked up as it is written, else
// without its plural s; an amount, count or period that is missing is 1.  What
// exceeds `most` (whole units per period: here grams a day) is a rate that
// counts.

#ifndef LINTER_KINDS_FRAME_RATE_H_
#define LINTER_KINDS_FRAME_RATE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "linter/toml/table_reader.h"

namespace medlint::frame {

// What a claim says of a rate, folded; "" where it says nothing.
struct RateWords {
  std::string_view amount;
  std::string_view unit;
  std::string_view count;
  std::string_view period;
};

class RateLimit {
 public:
  // Reads the table `rate`; nothing if there is none.  Mistakes go to "keys".
  static std::optional<RateLimit> Read(TableReader& keys);

  // True if "words" say more than the limit allows.  Words that it does not
  // know say nothing.
  bool IsExceededBy(const RateWords& words) const;

 private:
  using Table = std::map<std::string, int, std::less<>>;

  // In tenths: "2.5" is 25, and so is "2.57".
  std::optional<std::int64_t> Number(std::string_view words) const;

  int most_ = 0;
  Table units_;
  Table periods_;
  Table numbers_;
};

}  // namespace medlint::frame

#endif  // LINTER_KINDS_FRAME_RATE_H_
