// SPDX-License-Identifier: Apache-2.0

#include "linter/kinds/frame/rate.h"

#include <cstddef>
#include <string>

namespace medlint::frame {
namespace {

constexpr int kTenths = 10;
constexpr int kMost = 1'000'000;
constexpr std::size_t kMostDigits = 6;

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

// The entry for "word", or for its singular.
template <typename Table>
std::optional<int> Find(const Table& table, std::string_view word) {
  auto entry = table.find(word);
  if (entry == table.end() && word.ends_with('s')) {
    entry = table.find(word.substr(0, word.size() - 1));
  }
  if (entry == table.end()) return std::nullopt;
  return entry->second;
}

template <typename Table>
Table ReadTable(TableReader& rate, std::string_view key) {
  Table table;
  std::optional<TableReader> entries = rate.TableOrNone(key);
  if (!entries) return table;
  for (const std::string_view name : entries->Keys())
    table[std::string(name)] = entries->IntOr(name, 1, 1, kMost);
  entries->Finish();
  return table;
}

}  // namespace

std::optional<RateLimit> RateLimit::Read(TableReader& keys) {
  std::optional<TableReader> rate = keys.TableOrNone("rate");
  if (!rate) return std::nullopt;
  RateLimit limit;
  limit.most_ = rate->IntOr("most", 0, 0, kMost);
  limit.units_ = ReadTable<Table>(*rate, "units");
  limit.periods_ = ReadTable<Table>(*rate, "periods");
  limit.numbers_ = ReadTable<Table>(*rate, "numbers");
  if (limit.units_.empty()) {
    rate->Reject("units", "a rate needs units",
                 "say what each is worth: { kg = 1000, lb = 454 }");
  }
  rate->Finish();
  return limit;
}

std::optional<std::int64_t> RateLimit::Number(std::string_view words) const {
  if (words.empty()) return kTenths;
  if (!IsDigit(words.front())) {
    const std::optional<int> number = Find(numbers_, words);
    if (!number) return std::nullopt;
    return std::int64_t{*number} * kTenths;
  }
  const std::size_t sign = words.find('.');
  const std::string_view whole = words.substr(0, sign);
  if (whole.size() > kMostDigits) return std::nullopt;
  std::int64_t tenths = 0;
  for (const char c : whole) {
    if (!IsDigit(c)) return std::nullopt;
    tenths = tenths * 10 + (c - '0');
  }
  tenths *= kTenths;
  if (sign != std::string_view::npos && sign + 1 < words.size() &&
      IsDigit(words[sign + 1])) {
    tenths += words[sign + 1] - '0';
  }
  return tenths;
}

bool RateLimit::IsExceededBy(const RateWords& words) const {
  const auto amount = Number(words.amount);
  const auto count = Number(words.count);
  const auto unit = Find(units_, words.unit);
  const auto period =
      words.period.empty() ? std::optional(1) : Find(periods_, words.period);
  if (!amount || !count || !unit || !period) return false;
  return *amount * *unit > std::int64_t{most_} * *count * *period;
}

}  // namespace medlint::frame
