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
#include <tuple>

namespace medlint {

ErrorPlace ReadErrorPlace(std::string_view where) {
  ErrorPlace result{.file = where};
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
  return {.file = rest, .line = numbers[0], .column = numbers[1]};
}

void SortByPlace(std::span<Error> errors) {
  std::map<std::string, std::size_t> order;
  for (const Error& error : errors)
    order.try_emplace(std::string(ReadErrorPlace(error.where()).file),
                      order.size());
  std::ranges::stable_sort(errors, {}, [&](const Error& error) {
    const ErrorPlace place = ReadErrorPlace(error.where());
    return std::tuple(order.at(std::string(place.file)), place.line,
                      place.column);
  });
}

}  // namespace medlint
