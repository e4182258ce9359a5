// SPDX-License-Identifier: Apache-2.0

#include "linter/kinds/quantity/amount.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/utf8.h"

namespace medlint::quantity {
namespace {

struct Token {
  enum class Kind : std::uint8_t { kNumber, kWord, kSign };
  Kind kind = Kind::kSign;
  std::string_view text;
  std::size_t begin = 0;
  double value = 0;  // of a number

  std::size_t end() const { return begin + text.size(); }
};

bool IsWordByte(char c) {
  // Letters beyond ASCII count as such; among them the micro sign.
  return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Digits with "," between thousands and "." before decimals.
Token NumberAt(std::string_view text, std::size_t at) {
  Token token{.kind = Token::Kind::kNumber, .text = {}, .begin = at};
  double scale = 0;
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    const bool more = end + 1 < text.size() && IsAsciiDigit(text[end + 1]);
    if (IsAsciiDigit(c)) {
      if (scale > 0) {
        token.value += (c - '0') * scale;
        scale /= 10;
      } else {
        token.value = token.value * 10 + (c - '0');
      }
    } else if (c == '.' && more && scale == 0) {
      scale = 0.1;
    } else if (c != ',' || !more || scale > 0) {
      break;
    }
  }
  token.text = text.substr(at, end - at);
  return token;
}

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    Token token{.kind = Token::Kind::kSign, .text = {}, .begin = at};
    if (IsAsciiDigit(text[at])) {
      token = NumberAt(text, at);
    } else if (IsWordByte(text[at])) {
      // "b6" is a word; in "500mg" the word begins after the number.
      std::size_t end = at;
      while (end < text.size() &&
             (IsWordByte(text[end]) || IsAsciiDigit(text[end])))
        ++end;
      token.kind = Token::Kind::kWord;
      token.text = text.substr(at, end - at);
    } else {
      token.text = text.substr(at, 1);
    }
    at = token.end();
    tokens.push_back(token);
  }
  return tokens;
}

struct NamedValue {
  std::string_view name;
  double value = 0;
};

constexpr NamedValue kNumbers[] = {
    {"half", 0.5}, {"one", 1},    {"two", 2},     {"three", 3},  {"four", 4},
    {"five", 5},   {"six", 6},    {"seven", 7},   {"eight", 8},  {"nine", 9},
    {"ten", 10},   {"dozen", 12}, {"twelve", 12}, {"couple", 2},
};

constexpr NamedValue kMasses[] = {
    {"g", 1e6},
    {"gram", 1e6},
    {"grams", 1e6},
    {"gm", 1e6},
    {"mg", 1e3},
    {"milligram", 1e3},
    {"milligrams", 1e3},
    {"mcg", 1},
    {"microgram", 1},
    {"micrograms", 1},
    {"ug", 1},
    {"\u03BCg", 1},
    {"\u00B5g", 1},
    {"milligramme", 1e3},
    {"milligrammes", 1e3},
};

// How often a period that stands alone ("daily") or after "a", "per", "each",
// "every", "/" is in a day.
constexpr NamedValue kPeriods[] = {
    {"day", 1},          {"week", 1.0 / 7},     {"fortnight", 1.0 / 14},
    {"month", 1.0 / 30}, {"year", 1.0 / 365},   {"daily", 1},
    {"weekly", 1.0 / 7}, {"monthly", 1.0 / 30}, {"d", 1},
};

// Times of the day at which one dose is taken.
constexpr std::string_view kMoments[] = {
    "morning", "evening", "night",  "bedtime",   "bed",  "breakfast",
    "lunch",   "dinner",  "supper", "afternoon", "noon", "nightly",
};

constexpr std::string_view kForms[] = {
    "tablet",  "tablets", "capsule", "capsules", "pill",
    "pills",   "caplet",  "caplets", "softgel",  "softgels",
    "gummy",   "gummies", "lozenge", "lozenges", "sachet",
    "sachets", "gelcap",  "gelcaps", "tab",      "tabs",
};

// What may stand between a count and a strength: "two of the 25 mg capsules",
// "three extra-strength 500 mg".
constexpr std::string_view kFillers[] = {
    "of",       "the",     "these",    "those",    "your",   "extra",
    "strength", "-",       "x",        "\u00D7",   "*",      "more",
    "full",     "regular", "ordinary", "standard", "normal",
};

const double* Find(std::span<const NamedValue> table, std::string_view name) {
  const auto it = std::ranges::find(table, name, &NamedValue::name);
  return it == table.end() ? nullptr : &it->value;
}

bool Contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// What was read, and the index of the token after it.
struct Number {
  double value = 0;
  std::size_t next = 0;
};
struct Strength {
  Measure measure = Measure::kMass;
  double value = 0;
  std::size_t next = 0;
  bool is_ratio = false;  // mg/kg
};
struct Often {
  double doses_a_day = 0;
  bool is_day_total = false;
  std::size_t next = 0;
};

class AmountReader {
 public:
  explicit AmountReader(std::string_view text) : tokens_(Tokenize(text)) {}

  std::vector<Amount> Read() {
    std::vector<Found> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::optional<Found> amount = AmountAt(i);
      if (amount) found.push_back(*amount);
      i = amount ? amount->next : i + 1;
    }
    std::vector<Amount> amounts;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].is_ratio) continue;
      const std::size_t from = i == 0 ? 0 : found[i - 1].next;
      const std::size_t to =
          i + 1 < found.size() ? found[i + 1].first : tokens_.size();
      amounts.push_back(WithOften(found[i], from, to));
    }
    return amounts;
  }

 private:
  struct Found {
    std::size_t first = 0, next = 0;  // tokens
    Measure measure = Measure::kMass;
    double dose = 0;
    bool is_ratio = false;
  };

  std::string_view Text(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].text : std::string_view();
  }

  std::optional<Number> PlainNumberAt(std::size_t i) const {
    if (i >= tokens_.size()) return std::nullopt;
    if (tokens_[i].kind == Token::Kind::kNumber) {
      return Number{.value = tokens_[i].value, .next = i + 1};
    }
    const double* const named = Find(kNumbers, Text(i));
    if (named == nullptr) return std::nullopt;
    return Number{.value = *named, .next = i + 1};
  }

  // A number or the upper end of a range.
  std::optional<Number> NumberAt(std::size_t i) const {
    std::optional<Number> number = PlainNumberAt(i);
    if (!number) return std::nullopt;
    const std::string_view joint = Text(number->next);
    const bool is_between = joint == "and" && i > 0 && Text(i - 1) == "between";
    if (joint == "-" || joint == "to" || joint == "or" || is_between) {
      if (const auto upper = PlainNumberAt(number->next + 1)) return upper;
    }
    return number;
  }

  // "mg", "international units", "i.u."; "next" is 0 if there is no unit.
  Strength UnitAt(std::size_t i) const {
    if (Text(i) == "-") ++i;  // "500-mg tablets"
    if (const double* const mass = Find(kMasses, Text(i))) {
      return {.measure = Measure::kMass, .value = *mass, .next = i + 1};
    }
    Strength units{.measure = Measure::kUnits, .value = 1, .next = 0};
    if (Text(i) == "international") ++i;
    if (Text(i) == "iu" || Text(i) == "units" || Text(i) == "ius") {
      units.next = i + 1;
    } else if (Text(i) == "i" && Text(i + 1) == "." && Text(i + 2) == "u") {
      units.next = i + (Text(i + 3) == "." ? 4 : 3);
    }
    return units;
  }

  std::optional<Strength> StrengthAt(std::size_t i) const {
    const std::optional<Number> number = NumberAt(i);
    if (!number) return std::nullopt;
    Strength strength = UnitAt(number->next);
    if (strength.next == 0) return std::nullopt;
    strength.value *= number->value;
    const std::string_view after = Text(strength.next);
    if (after == "/" || after == "per") {
      const std::string_view whole = Text(strength.next + 1);
      strength.is_ratio = Find(kPeriods, whole) == nullptr && whole != "dose" &&
                          !Contains(kForms, whole);
    }
    return strength;
  }

  std::optional<Found> AmountAt(std::size_t i) const {
    if (const auto strength = StrengthAt(i)) {
      return Found{.first = i,
                   .next = AfterForm(strength->next),
                   .measure = strength->measure,
                   .dose = strength->value,
                   .is_ratio = strength->is_ratio};
    }
    const std::optional<Number> count = NumberAt(i);
    if (!count) return std::nullopt;
    std::size_t next = count->next;
    const bool has_form = AfterForm(next) > next;
    next = AfterForm(next);
    // "two 500 mg tablets", "two tablets of 500 mg", "two tablets (500 mg
    // each)"
    std::size_t at = next;
    while (at < next + 4 && (Contains(kFillers, Text(at)) || Text(at) == "("))
      ++at;
    if (const auto strength = StrengthAt(at)) {
      return Found{.first = i,
                   .next = AfterForm(strength->next),
                   .measure = strength->measure,
                   .dose = count->value * strength->value,
                   .is_ratio = strength->is_ratio};
    }
    const bool is_count =
        has_form || (HasFormBefore(i) && OftenAt(next).has_value());
    if (!is_count) return std::nullopt;
    return Found{.first = i,
                 .next = next,
                 .measure = Measure::kPieces,
                 .dose = count->value};
  }

  // Skips "tablets".
  std::size_t AfterForm(std::size_t i) const {
    std::size_t form = i;
    if (Text(form) == "-" || Text(form) == "(") ++form;
    return Contains(kForms, Text(form)) ? form + 1 : i;
  }

  bool HasFormBefore(std::size_t i) const {
    return std::any_of(
        tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(i),
        [](const Token& token) { return Contains(kForms, token.text); });
  }

  // Looks behind the amount first, then before it.
  Amount WithOften(const Found& found, std::size_t from, std::size_t to) const {
    constexpr std::size_t kBehind = 8;
    constexpr std::size_t kBefore = 6;
    Amount amount{.begin = tokens_[found.first].begin,
                  .end = tokens_[found.next - 1].end(),
                  .measure = found.measure,
                  .dose = found.dose};
    std::optional<Often> often;
    to = std::min(to, found.next + kBehind);
    for (std::size_t i = found.next; i < to && !often; ++i) {
      if (Text(i) == ";" || Text(i) == ".") break;
      often = OftenAt(i);
      if (often)
        amount.end = std::max(amount.end, tokens_[often->next - 1].end());
    }
    from = std::max(from, found.first - std::min(found.first, kBefore));
    for (std::size_t i = from; i < found.first && !often; ++i) {
      often = OftenAt(i);
    }
    if (often) {
      amount.doses_a_day = often->doses_a_day;
      amount.is_day_total = often->is_day_total;
    }
    return amount;
  }

  std::optional<Often> OftenAt(std::size_t i) const {
    if (const auto hours = HoursAt(i)) return hours;
    if (const auto times = TimesAt(i)) return times;
    if (const auto meals = MomentAt(i)) return meals;
    return PeriodAt(i);
  }

  // "every 4 to 6 hours", "4-hourly"
  std::optional<Often> HoursAt(std::size_t i) const {
    const bool every = Text(i) == "every" || Text(i) == "each";
    const std::optional<Number> number = NumberAt(every ? i + 1 : i);
    if (!number) return std::nullopt;
    std::size_t unit = number->next;
    if (Text(unit) == "-") ++unit;
    const std::string_view text = Text(unit);
    const bool is_hours = text == "hours" || text == "hour" || text == "hrs" ||
                          text == "hr" || text == "h";
    const bool fits = every ? is_hours || text == "hourly" : text == "hourly";
    if (!fits || number->value <= 0) return std::nullopt;
    return Often{.doses_a_day = 24 / number->value, .next = unit + 1};
  }

  // "twice a day", "3 to 4 times daily", "4x a day"
  std::optional<Often> TimesAt(std::size_t i) const {
    double times = 0;
    std::size_t next = i + 1;
    if (Text(i) == "once") {
      times = 1;
    } else if (Text(i) == "twice") {
      times = 2;
    } else if (Text(i) == "thrice") {
      times = 3;
    } else {
      const std::optional<Number> number = NumberAt(i);
      if (!number) return std::nullopt;
      const std::string_view word = Text(number->next);
      if (word != "times" && word != "x") return std::nullopt;
      times = number->value;
      next = number->next + 1;
    }
    const std::optional<Often> period = PeriodAt(next);
    if (!period) return std::nullopt;
    return Often{.doses_a_day = times * period->doses_a_day,
                 .next = period->next};
  }

  // "every morning", "at bedtime", "with breakfast", "after each meal"
  std::optional<Often> MomentAt(std::size_t i) const {
    constexpr std::string_view kBefore[] = {"every", "each",   "at",  "with",
                                            "after", "before", "the", "single"};
    std::size_t at = i;
    while (at < i + 3 && Contains(kBefore, Text(at)))
      ++at;
    const std::string_view word = Text(at);
    if (at == i && word != "nightly") return std::nullopt;
    if (Contains(kMoments, word)) {
      return Often{.doses_a_day = 1, .next = at + 1};
    }
    if (word == "meal" || word == "meals") {
      return Often{.doses_a_day = 3, .next = at + 1};
    }
    return std::nullopt;
  }

  // "a day", "daily", "/day", "in 24 hours", "every other day"
  std::optional<Often> PeriodAt(std::size_t i) const {
    const std::string_view third = Text(i + 2);
    if (Text(i) == "in" && Text(i + 1) == "24" &&
        (third == "hours" || third == "hour")) {
      return Often{.doses_a_day = 1, .is_day_total = true, .next = i + 3};
    }
    constexpr std::string_view kPer[] = {"a",  "per", "each",   "every",
                                         "in", "/",   "single", "one"};
    std::size_t at = i;
    while (at < i + 2 && Contains(kPer, Text(at)))
      ++at;
    const bool alone = at == i;
    double share = 1;
    if (!alone && (Text(at) == "other" || Text(at) == "second")) {
      share = 0.5;
      ++at;
    }
    const double* const period = Find(kPeriods, Text(at));
    if (period == nullptr) return std::nullopt;
    if (alone && !Text(at).ends_with("ly")) return std::nullopt;
    return Often{.doses_a_day = *period * share,
                 .is_day_total = *period == 1 && share == 1,
                 .next = at + 1};
  }

  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Amount> FindAmounts(std::string_view folded) {
  return AmountReader(folded).Read();
}

std::string MassText(double micrograms) {
  const bool grams = micrograms >= 1e6;
  const bool milligrams = micrograms >= 1e3;
  const double value = grams        ? micrograms / 1e6
                       : milligrams ? micrograms / 1e3
                                    : micrograms;
  std::array<char, 48> text = {};
  std::snprintf(text.data(), text.size(), "%.4g %s", value,
                grams        ? "g"
                : milligrams ? "mg"
                             : "micrograms");
  return text.data();
}

}  // namespace medlint::quantity
