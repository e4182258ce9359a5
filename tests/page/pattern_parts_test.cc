// SPDX-License-Identifier: Apache-2.0
//
// Parts of patterns, through the table that has them.

#include "linter/page/pattern_parts.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/load_rules.h"

namespace medlint {
namespace {

TEST_CASE("a part that there is not is a mistake in the pattern") {
  const RuleSet::Loaded loaded = testing::LoadText(R"toml([page.byline]
author = ["penned by @{naem}", "by @{name"]
[page.byline.parts]
name = "[a-z]+"
)toml");
  REQUIRE(loaded.errors.size() == 2);
  CHECK(loaded.errors[0].ToString() ==
        "test.toml:2:22: there is no part `naem`");
  CHECK(loaded.errors[0].hint() == "did you mean `name`?");
  CHECK(loaded.errors[1].where().starts_with("test.toml:2:"));
}

TEST_CASE("a mistake in a part is one of the pattern that has it") {
  const RuleSet::Loaded loaded = testing::LoadText(R"toml([page.byline]
author = ["penned by @{name}"]
[page.byline.parts]
name = "(?=x)"
)toml");
  REQUIRE(loaded.errors.size() == 1);
  CHECK(loaded.errors[0].where() == "test.toml:2:11");
}

}  // namespace
}  // namespace medlint
