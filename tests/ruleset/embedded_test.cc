// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/embedded.h"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/ruleset/rule_set.h"

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

std::vector<RulesetSource> Copies(const std::vector<RulesetSource>& built_in) {
  std::vector<RulesetSource> copies;
  for (const RulesetSource& source : built_in) {
    copies.push_back({.name = source.name,
                      .group = source.group,
                      .bytes = std::string(source.built_in->text)});
  }
  return copies;
}

TEST_CASE("what is built in loads as its text does") {
  const std::vector<RulesetSource> sources = BuiltInRulesets();
  const RuleSet::Loaded loaded = LoadRules(sources);
  const RuleSet::Loaded parsed = LoadRules(Copies(sources));
  CHECK(loaded.errors.empty());
  REQUIRE(loaded.rules.identities().size() == 1);
  CHECK(loaded.rules.identities()[0].id == "medlint");
  CHECK(loaded.rules.identities()[0].sha256 ==
        parsed.rules.identities()[0].sha256);
  REQUIRE(loaded.rules.rules().size() == parsed.rules.rules().size());
  for (std::size_t i = 0; i < loaded.rules.rules().size(); ++i) {
    const RuleInfo& a = loaded.rules.rules()[i].info;
    const RuleInfo& b = parsed.rules.rules()[i].info;
    CAPTURE(a.id);
    CHECK(a.id == b.id);
    CHECK(a.message == b.message);
    CHECK(a.why == b.why);
    CHECK(a.sources == b.sources);
    CHECK(a.place.line == b.place.line);
    REQUIRE(a.examples.size() == b.examples.size());
    for (std::size_t n = 0; n < a.examples.size(); ++n)
      CHECK(a.examples[n].text == b.examples[n].text);
  }
}

TEST_CASE("only the examples of built-in rules may be left out") {
  std::vector<RulesetSource> sources = BuiltInRulesets();
  sources.push_back({.name = "house.toml",
                     .group = "house",
                     .bytes = "[[rule]]\nid = 'claims/house'\n"
                              "kind = 'phrase'\nseverity = 'info'\n"
                              "summary = 's'\nmessage = 'm'\nany = ['tea']\n"
                              "bad = ['[[tea]]']\n"});
  const RuleSet::Loaded loaded = LoadRules(sources, {.examples = false});
  REQUIRE(loaded.errors.size() == 1);
  CHECK(loaded.errors[0].what() == "[[rule]] claims/house has no good example");
  CHECK(loaded.rules.rules().size() > 20);
  for (const Rule& rule : loaded.rules.rules())
    CHECK(rule.info.examples.empty());
}

}  // namespace
}  // namespace medlint
