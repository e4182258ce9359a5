// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/embedded.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

namespace fs = std::filesystem;

// Path from the root -> bytes.
std::map<std::string, std::string> ReadRulesets() {
  const fs::path root = MEDLINT_SOURCE_DIR;
  std::map<std::string, std::string> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(root / "rulesets")) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), root).generic_string()] = {
        std::istreambuf_iterator<char>(in), {}};
  }
  return files;
}

TEST_CASE("what is embedded is what is on disk") {
  const std::map<std::string, std::string> files = ReadRulesets();
  REQUIRE(!files.empty());
  REQUIRE(EmbeddedRulesets().size() == files.size());
  auto file = files.begin();
  for (const EmbeddedRuleset& ruleset : EmbeddedRulesets()) {
    CHECK(ruleset.path == file->first);
    CHECK_MESSAGE(ruleset.text == file->second, ruleset.path);
    ++file;
  }
}

}  // namespace
}  // namespace medlint
