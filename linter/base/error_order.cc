// SPDX-License-Identifier: Apache-2.0

#include "linter/base/error_order.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace medlint {
namespace {

struct Where {
  std::string_view file;
  std::array<int, 2> numbers = {0, 0};  // line and column
};

// Takes "name:12:5" apart.
Where ReadWhere(std::string_view where) {
  Where result{.file = where, .numbers = {0, 0}};
  std::string_view rest = where;
  std::array<int, 2> numbers = {0, 0};
  for (std::size_t i = numbers.size(); i-- > 0;) {
    const std::size_t colon = rest.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return result;
    const char* const end = rest.data() + rest.size();
    const auto [stop, failure] =
        std::from_chars(rest.data() + colon + 1, end, numbers[i]);
    if (failure != std::errc() || stop != end) return result;
    rest = rest.substr(0, colon);
  }
  return {.file = rest, .numbers = numbers};
}

}  // namespace

void SortByPlace(std::span<Error> errors) {
  std::map<std::string, std::size_t> order;
  for (const Error& error : errors)
    order.try_emplace(std::string(ReadWhere(error.where()).file), order.size());
  std::ranges::stable_sort(errors, {}, [&](const Error& error) {
    const Where where = ReadWhere(error.where());
    return std::pair(order.at(std::string(where.file)), where.numbers);
  });
}

}  // namespace medlint
