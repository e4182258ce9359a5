// SPDX-License-Identifier: Apache-2.0
//
// Every kind is held to the rules in the TOML beside it.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "linter/kinds/registry.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("the examples beside every kind hold") {
  const fs::path folder = fs::path(MEDLINT_SOURCE_DIR) / "linter/kinds";
  int kinds = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_directory()) continue;
    const fs::path path =
        entry.path() / (entry.path().filename().string() + ".toml");
    CAPTURE(path.string());
    std::ifstream in(path);
    const std::string toml{std::istreambuf_iterator<char>(in), {}};
    const RuleSet::Loaded loaded = testing::LoadText(toml);
    for (const Error& error : loaded.errors)
      FAIL_CHECK(error.ToText());
    CHECK(testing::ExampleFailures(loaded.rules) == "");
    for (const Rule& rule : loaded.rules.rules()) {
      CHECK(FindKind(rule.info.kind) != nullptr);
    }
    CHECK(!loaded.rules.rules().empty());
    ++kinds;
  }
  CHECK(kinds == static_cast<int>(AllKinds().size()));
}

}  // namespace
}  // namespace medlint
