// SPDX-License-Identifier: Apache-2.0

#include "linter/base/spelling.h"

#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("NearestName finds a slip and leaves strangers alone") {
  static constexpr std::string_view kNames[] = {"severity", "summary", "zones",
                                                "unless", "kind"};
  struct Case {
    std::string_view name;
    std::string_view nearest;
  };
  static constexpr Case kCases[] = {
      {"sevrity", "severity"}, {"severty", "severity"},
      {"zone", "zones"},       {"knid", "kind"},  // swapped neighbours
      {"sumary", "summary"},   {"unles", "unless"},
      {"colour", ""},          {"x", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    CHECK(NearestName(c.name, kNames) == c.nearest);
  }
  CHECK(DidYouMean("zone", kNames) == "did you mean `zones`?");
  CHECK(DidYouMean("colour", kNames).empty());
}

}  // namespace
}  // namespace medlint
