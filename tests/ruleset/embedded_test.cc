// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/embedded.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/plan_snapshot.h"
#include "linter/ruleset/rule_set.h"
#include "linter/text/fold.h"
#include "tests/support/load_rules.h"

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

// Where each pattern is found, in all pages of fixtures/pages.
std::string HitsOf(const PatternPlan& plan) {
  std::string found;
  for (const auto& entry : fs::directory_iterator(fs::path(MEDLINT_SOURCE_DIR) /
                                                  "fixtures/pages")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (ValidUtf8Prefix(bytes) != bytes.size()) continue;
    const FoldedText folded(bytes);
    const Hits hits = plan.Scan(bytes, folded);
    for (PatternId id = 0; id < plan.size(); ++id) {
      for (const Hit& hit : hits.Of(id)) {
        found += std::to_string(id) + ':' + std::to_string(hit.where.begin) +
                 '-' + std::to_string(hit.where.end) + '#' +
                 std::to_string(hit.term) + '\n';
      }
    }
  }
  return found;
}

TEST_CASE("the plan that is built in is the plan of the rulesets") {
  const std::vector<RulesetSource> sources = BuiltInRulesets();
  REQUIRE(sources.front().plan != nullptr);
  const RuleSet::Loaded loaded = LoadRules(sources);
  const RuleSet::Loaded parsed = LoadRules(Copies(sources));
  const PatternPlan& plan = loaded.rules.plan();
  CHECK(plan.size() == sources.front().plan->patterns.size());
  // Shapes, anchors, programs: every byte of it.
  const PlanSnapshot built_in = WriteSnapshot(plan, "plan");
  const PlanSnapshot compiled = WriteSnapshot(parsed.rules.plan(), "plan");
  CHECK((built_in.bytes == compiled.bytes));
  CHECK(built_in.assembly == compiled.assembly);

  const std::string hits = HitsOf(plan);
  CHECK(hits.size() > 1000);
  CHECK((hits == HitsOf(parsed.rules.plan())));
  CHECK(plan.compiled_count() == 0);
}

std::string Linted(const std::vector<RulesetSource>& sources) {
  const RuleSet::Loaded loaded = LoadRules(sources);
  std::string out;
  for (const Error& error : loaded.errors)
    out += error.ToText() + '\n';
  std::ifstream in(fs::path(MEDLINT_SOURCE_DIR) /
                   "fixtures/pages/cupping_for_back_pain.html");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  return out + testing::Summarize(testing::LintHtml(loaded.rules, page));
}

TEST_CASE("rulesets of others join what is built in" *
          doctest::test_suite("slow")) {
  static constexpr std::string_view kRule =
      "[[rule]]\nid = 'claims/house'\nkind = 'phrase'\nseverity = 'info'\n"
      "summary = 's'\nmessage = 'm'\nbad = ['[[cupping]]']\ngood = ['tea']\n";
  struct Case {
    std::string_view toml;
    std::string_view says;  // is in what comes of it
  };
  static constexpr Case kCases[] = {
      {"any = ['cupping']\n", "claims/house"},
      {"any = ['@conditions']\n", "claims/house"},
      {"any = ['@mine']\n[lexicon.mine]\nterms = ['cup~']\n", "claims/house"},
      {"any = ['@mine of']\n[lexicon.mine]\nterms = ['zzz']\n"
       "include = ['conditions']\n",
       "claims/"},
      {"any = ['@mine']\n[lexicon.mine]\nterms = ['zzz']\n"
       "include = ['conditions']\n",
       "claims/house"},
      {"any = ['@mine']\n[lexicon.mine]\nterms = ['cup']\n"
       "include = ['condition']\n",
       "did you mean `conditions`"},
      {"any = ['@conditions']\n[lexicon.conditions]\nterms = ['cupping']\n",
       "defined twice"},
      {"any = ['@conditoins']\n", "did you mean `conditions`"},
      {"any = ['cup~(']\n", "error"},
      {"any = ['cupping']\n[language.fr]\nabbreviations = ['p.']\n",
       "one [language] table"},
      {"any = ['cupping']\n[[page.topic]]\nid = 'cups'\nterms = ['cupping']\n",
       "claims/house"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.toml);
    std::vector<RulesetSource> sources = BuiltInRulesets();
    std::vector<RulesetSource> copies = Copies(sources);
    const RulesetSource house = {
        .name = "house.toml",
        .group = "house",
        .bytes = std::string(kRule) + std::string(c.toml)};
    sources.push_back(house);
    copies.push_back(house);
    const std::string linted = Linted(sources);
    CHECK(linted == Linted(copies));
    CHECK(linted.find(c.says) != std::string::npos);
    // Whoever comes first defines: then what is built in means something else.
    std::rotate(sources.begin(), sources.end() - 1, sources.end());
    std::rotate(copies.begin(), copies.end() - 1, copies.end());
    CHECK(Linted(sources) == Linted(copies));
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
