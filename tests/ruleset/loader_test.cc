// SPDX-License-Identifier: Apache-2.0
//
// Every mistake of a ruleset is reported, at its place, in one run.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "linter/ruleset/rule_set.h"
#include "tests/support/load_rules.h"
#include "tests/support/snapshot.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

TEST_CASE("malformed rulesets get the messages in fixtures/rules") {
  const fs::path folder = fs::path(MEDLINT_SOURCE_DIR) / "fixtures/rules";
  int files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path());
    const std::string toml{std::istreambuf_iterator<char>(in), {}};
    std::string messages;
    for (const Error& error : testing::LoadText(toml).errors) {
      messages += error.ToText() + "\n\n";
    }
    CHECK(!messages.empty());
    MEDLINT_CHECK_SNAPSHOT("rules/" + entry.path().stem().string() + ".errors",
                           messages);
    ++files;
  }
  CHECK(files >= 5);
}

TEST_CASE("a sound rule is read to the last key") {
  const RuleSet::Loaded loaded = testing::LoadText(R"(
[[rule]]
id = "claims/x"
kind = "phrase"
severity = "error"
summary = "s"
message = "m {match}"
help = "h"
why = "w"
sources = ["a", "b"]
review = "needed"
any = ["tea cures"]
when = { type = ["treatment"], not-topic = ["cancer"] }
unless = ["negated", { cited = { tier = 2 } }]
severity-in = { title = "info" }
bad = ["So [[tea cures]] flu.", { html = "<p>[[Tea cures]].</p>", as-of = "2025-01-01", topics = ["spine-nerve"], why = "y" }]
good = [{ text = "Tea is warm.", type = "drug" }]
)");
  for (const Error& error : loaded.errors)
    FAIL_CHECK(error.ToText());
  const Rule* const rule = loaded.rules.Find("claims/x");
  REQUIRE(rule != nullptr);
  const RuleInfo& info = rule->info;
  CHECK(info.severity == Severity::kError);
  CHECK(info.category() == "claims");
  CHECK(info.needs_review);
  CHECK(info.sources == std::vector<std::string>{"a", "b"});
  CHECK(info.when.types == std::vector<std::string>{"treatment"});
  CHECK(info.when.not_topics == std::vector<std::string>{"cancer"});
  CHECK(info.guards == std::vector<std::string>{"negated", "cited"});
  CHECK(rule->vetoes.size() == 2);
  CHECK(info.severity_in.at(Zone::kTitle) == Severity::kInfo);
  REQUIRE(info.examples.size() == 3);
  CHECK(info.examples[1].is_html);
  CHECK(info.examples[1].as_of == "2025-01-01");
  CHECK(info.examples[2].type == "drug");
  CHECK(info.place.line == 3);
  CHECK(loaded.rules.Find("claims/y") == nullptr);
}

TEST_CASE("a rule is for the language of its ruleset unless it says more") {
  const std::string rule = R"(
kind = "phrase"
severity = "error"
summary = "s"
message = "m"
any = ["tea"]
bad = ["Drink [[tea]]."]
good = ["Drink."]
)";
  const std::string rules =
      "[[rule]]\nid = 'claims/own'\n" + rule +
      "[[rule]]\nid = 'claims/any'\nlanguage = 'any'\n" + rule +
      "[[rule]]\nid = 'claims/one'\nlanguage = 'fr'\n" + rule +
      "[[rule]]\nid = 'claims/two'\nlanguage = ['fr', 'en']\n" + rule;
  const auto loaded = testing::LoadText(
      "[ruleset]\nid = 'house'\nversion = '1'\nlanguage = 'de'\n" + rules);
  for (const Error& error : loaded.errors)
    FAIL_CHECK(error.ToText());
  CHECK(loaded.rules.page_data().rule_languages ==
        std::vector<std::string>{"de"});
  CHECK(testing::ExampleFailures(loaded.rules).empty());
  const struct {
    std::string lang;
    std::string found;
  } cases[] = {
      {"de", "claims/any claims/own "},
      {"fr", "claims/any claims/one claims/two "},
      {"en", "claims/any claims/two "},
      {"pl", "claims/any "},
  };
  for (const auto& c : cases) {
    CAPTURE(c.lang);
    const FileReport report = testing::LintHtml(
        loaded.rules,
        "<html lang=" + c.lang + "><title>Flu</title><p>Drink tea.</p>");
    std::string found;
    for (const Finding& finding : report.findings)
      found += finding.rule->id + " ";
    CHECK(report.language == c.lang);
    CHECK(found == c.found);
  }
}

TEST_CASE("rulesets have an identity over their bytes") {
  const std::vector<RulesetSource> one = {
      {.name = "a.toml",
       .group = "g",
       .bytes = "[ruleset]\nid = 'house'\nversion = '1.2'\n"}};
  std::vector<RulesetSource> two = one;
  two[0].bytes += "# a comment\n";
  const auto first = LoadRules(one);
  const auto second = LoadRules(two);
  REQUIRE(first.errors.empty());
  REQUIRE(first.rules.identities().size() == 1);
  CHECK(first.rules.identities()[0].id == "house");
  CHECK(first.rules.identities()[0].version == "1.2");
  CHECK(first.rules.identities()[0].sha256.size() == 64);
  CHECK(first.rules.identities()[0].sha256 !=
        second.rules.identities()[0].sha256);
}

TEST_CASE("a ruleset that is not there says so") {
  std::vector<Error> errors;
  CHECK(ReadRulesets("/no/such/rules", errors).empty());
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code() == Error::Code::kNotFound);
}

}  // namespace
}  // namespace medlint
