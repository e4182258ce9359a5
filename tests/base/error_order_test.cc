// SPDX-License-Identifier: Apache-2.0

#include "linter/base/error_order.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace medlint {
namespace {

std::string Sorted(const std::vector<std::string_view>& places) {
  std::vector<Error> errors;
  for (const std::string_view place : places)
    errors.emplace_back(Error::Code::kInvalidRule, place, "what");
  SortByPlace(errors);
  std::string text;
  for (const Error& error : errors)
    text += (text.empty() ? "" : " ") + error.where();
  return text;
}

TEST_CASE("errors of a file are sorted by line and column, as numbers") {
  CHECK(Sorted({"a:10:1", "a:2:30", "a:2:4"}) == "a:2:4 a:2:30 a:10:1");
}

TEST_CASE("files stay in the order in which they come up") {
  CHECK(Sorted({"b:9:1", "a:1:1", "b:1:1"}) == "b:1:1 b:9:1 a:1:1");
}

TEST_CASE("an error without a line stands first in its file") {
  CHECK(Sorted({"a:1:1", "a", "", "a:1:x"}) == "a a:1:1  a:1:x");
}

}  // namespace
}  // namespace medlint
