// SPDX-License-Identifier: Apache-2.0

#include "linter/project/config.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "linter/project/config_keys.h"
#include "tests/project/sound_config.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

std::vector<Error> MistakesIn(std::string_view text) {
  std::vector<Error> errors;
  const auto file = TomlFile::Parse("medlint.toml", std::string(text), errors);
  ReadConfigFile(file, errors);
  return errors;
}

TEST_CASE("each mistake in a file has its place and a way out") {
  struct Case {
    std::string_view text;
    std::string_view where;
    std::string_view what;
    std::string_view hint;
  };
  static constexpr Case kCases[] = {
      {"fail-no = 1", "medlint.toml:1:1",
       "unknown key `fail-no` in the configuration", "did you mean `fail-on`?"},
      {"root = 1", "medlint.toml:1:8", "`root` must be true or false", ""},
      {"fail-on = \"eror\"", "medlint.toml:1:11",
       "`eror` is not one of the values", "did you mean `error`?"},
      {"severity-cap = \"never\"", "medlint.toml:1:16",
       "`never` is not one of the values", "info, warning, error"},
      {"as-of = \"2026-02-30\"", "medlint.toml:1:9", "`as-of` must be a day",
       "2026-01-31"},
      {"as-of = \"2026-01-15T10:00\"", "medlint.toml:1:9",
       "`as-of` must be a day", ""},
      {"profiles = [\"ul\"]", "medlint.toml:1:14", "there is no profile `ul`",
       "known profiles: intl us uk eu au nz"},
      {"allow-domains = [\"https://www.nhs.uk/a\"]", "medlint.toml:1:19",
       "`https://www.nhs.uk/a` is not a domain", "write `nhs.uk`"},
      {"allow-domains = [\"nhs\"]", "medlint.toml:1:19", "is not a domain", ""},
      {"[rules]\n\"claims/cure\" = \"of\"", "medlint.toml:2:17",
       "`of` is not one of the values", "did you mean `off`?"},
      {"[rules]\n\"claims/cure\" = 2", "medlint.toml:2:17",
       "`claims/cure` must be a string or a table, not an integer", "off, on"},
      {"[rules]\n\"claims/cure\" = { severity = \"bad\" }", "medlint.toml:2:30",
       "`bad` is not one of the values", ""},
      {"[rules]\n\"claims/cure\" = { bad = [] }", "medlint.toml:2:19",
       "`bad` of a rule cannot be changed", "a rule of your own"},
      {"[rules]\n\"claims/*\" = { gap = 3 }", "medlint.toml:2:16",
       "`gap` can be changed for one rule only", ""},
      {"[[overrides]]\nrules = {}", "medlint.toml:1:1",
       "[[overrides]] has no `files`", ""},
      {"[[overrides]]\nfiles = []", "medlint.toml:2:9", "`files` names no file",
       ""},
      {"[[overrides]]\nfiles = [\"a\", \"!b\"]", "medlint.toml:2:16",
       "a glob cannot begin with `!`", ""},
      {"[[overrides]]\nfiles = [\"[a\"]", "medlint.toml:2:11",
       "`[a` is not a glob", ""},
      {"[[overrides]]\nfiles = [\"a\"]\ntemplates = \"twig\"",
       "medlint.toml:3:13", "`twig` is not one of the values", "jinja, liquid"},
      {"[[overrides]]\nfiles = [\"a\"]\narticle = { authr = \".a\" }",
       "medlint.toml:3:13", "unknown key `authr`", "did you mean `author`?"},
      {"[[overrides]]\nfiles = [\"a\"]\n[overrides.article]\n"
       "skip = [\".a\", \"h2 + p\"]",
       "medlint.toml:4:19", "siblings are not supported", "`a > b`"},
      {"[[exception]]\nrule = \"a/b\"", "medlint.toml:1:1",
       "[[exception]] has no `reason`", ""},
      {"[[exception]]\nrule = \"a/b\"\nreason = \"\"", "medlint.toml:3:10",
       "`reason` is empty", ""},
      {"[[exception]]\nrule = \"a/b\"\nreason = \"x\"\nuntil = \"soon\"",
       "medlint.toml:4:9", "`until` must be a day", ""},
      {"[extend-lexicon]\nherbs = \"a\"", "medlint.toml:2:9",
       "`herbs` must be an array of strings", ""},
      {"[extend-lexicon]\nherbs = [\"\"]", "medlint.toml:2:10",
       "a term is empty", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const std::vector<Error> errors = MistakesIn(c.text);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where() == c.where);
    CHECK(errors[0].what().find(c.what) != std::string::npos);
    CHECK(errors[0].hint().find(c.hint) != std::string::npos);
    CHECK(errors[0].excerpt().line.size() > 0);
  }
}

TEST_CASE("all mistakes of a file are told at once") {
  CHECK(MistakesIn("root = 1\nfail-on = 2\n[rules]\na = 3\n[[exception]]\n")
            .size() == 5);
}

// A value of a type that no key takes: so each row of the tables is read, and
// read as what it is.
TEST_CASE("every key is known and refuses a decimal number") {
  const auto check = [](const auto& keys, std::string_view before) {
    const std::string line =
        std::to_string(1 + std::ranges::count(before, '\n'));
    for (const auto& key : keys) {
      CAPTURE(key.name);
      const std::string place = "medlint.toml:" + line + ":";
      const std::vector<Error> errors =
          MistakesIn(std::string(before) + std::string(key.name) + " = 1.5\n");
      CHECK(std::ranges::any_of(errors, [&](const Error& error) {
        return error.where().starts_with(place) &&
               error.what().find("must be") != std::string::npos;
      }));
    }
  };
  check(ConfigFileKeys(), "");
  check(ConfigOverrideKeys(), "[[overrides]]\n");
  check(ConfigExceptionKeys(), "[[exception]]\n");
  check(ConfigArticleKeys(), "[article]\n");
  check(ConfigArticleKeys(), "[[overrides]]\n[overrides.article]\n");
}

TEST_CASE("the nearest file applies, up to the repository root") {
  const TemporaryFolder folder;
  folder.Write("medlint.toml", "");
  folder.Write("site/.git/HEAD", "");
  folder.Write("site/plain/a.html", "");
  folder.Write("site/hidden/.medlint.toml", "");
  folder.Write("site/hidden/deep/er/a.html", "");
  folder.Write("site/both/medlint.toml", "");
  folder.Write("site/both/.medlint.toml", "");
  ConfigFinder finder;
  const auto find = [&](std::string_view page) {
    const Result<std::string> found = finder.Find(folder.At(page));
    return found ? *found : "error: " + found.error().what();
  };
  // The repository ends the search.
  CHECK(find("site/plain/a.html") == "");
  CHECK(find("a.html") == AbsolutePath(folder.At("medlint.toml")));
  const std::string hidden =
      AbsolutePath(folder.At("site/hidden/.medlint.toml"));
  CHECK(find("site/hidden/deep/er/a.html") == hidden);
  CHECK(find("site/hidden/not/there.html") == hidden);
  CHECK(find("site/both/a.html").starts_with("error: stands beside"));
}

TEST_CASE("root = true hides what lies above") {
  const TemporaryFolder folder;
  folder.Write(".git/HEAD", "");
  folder.Write("medlint.toml", "");
  folder.Write("a/b/medlint.toml", "");
  const std::string page = folder.At("a/b/c.html");
  CHECK(ConfigFinder().FindPassedOver(page) ==
        std::vector{AbsolutePath(folder.At("medlint.toml"))});
  folder.Write("a/b/medlint.toml", "root = true");
  CHECK(ConfigFinder().FindPassedOver(page).empty());
}

TEST_CASE("what a file extends comes before what it says") {
  const TemporaryFolder folder;
  folder.Write("base/medlint.toml",
               "fail-on = \"info\"\nseverity-cap = \"warning\"\n"
               "profiles = [\"us\"]\n"
               "[rules]\n\"a/b\" = \"off\"\n\"a/c\" = \"error\"\n");
  folder.Write("house.toml", "[[rule]]\nid = \"claims/x\"\n");
  folder.Write("rules/more.toml", "[lexicon.a]\n");
  folder.Write("medlint.toml",
               "extends = [\"base/medlint.toml\", \"builtin:uk\", "
               "\"house.toml\", \"rules\"]\n"
               "fail-on = \"never\"\n[rules]\n\"a/*\" = \"warning\"\n");
  const Config config = testing::SoundConfig(folder);
  REQUIRE(config.parts.size() == 2);
  CHECK(!LastOf(config, &ConfigFile::fail_on)->value.least);
  CHECK(LastOf(config, &ConfigFile::severity_cap)->value == Severity::kWarning);
  REQUIRE(config.profiles.size() == 2);
  CHECK(config.profiles[0].value == "us");
  CHECK(config.profiles[1].value == "uk");
  CHECK(config.rulesets.size() == 2);
  const auto layers = LayersFor(config, "");
  // The later file has the last word, though its selector is less exact.
  CHECK(!SettingsOf("a/b", layers).IsOff());
  CHECK(SettingsOf("a/b", layers).severity->value == Severity::kWarning);
  CHECK(!SettingsOf("b/a", layers).state);
}

TEST_CASE("extends: what is not there, and circles") {
  const TemporaryFolder folder;
  folder.Write("a.toml", "extends = [\"b.toml\"]\n");
  folder.Write("b.toml", "extends = [\n  \"a.toml\"]\n");
  folder.Write("c.toml", "extends = [\"builtin:ukk\", \"none.toml\"]\n");
  folder.Write("twice.toml", "extends = [\"d.toml\", \"e.toml\"]\n");
  folder.Write("d.toml", "extends = [\"e.toml\"]\n");
  folder.Write("e.toml", "profiles = [\"uk\"]\n");
  std::vector<Error> errors;
  LoadConfig(folder.At("a.toml"), errors);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].what() == "`a.toml` extends itself");
  CHECK(errors[0].where().ends_with("b.toml:2:3"));
  errors.clear();
  LoadConfig(folder.At("c.toml"), errors);
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].hint().find("did you mean `builtin:uk`?") == 0);
  CHECK(errors[1].what().find("`none.toml` cannot be read") == 0);
  errors.clear();
  const Config config = LoadConfig(folder.At("twice.toml"), errors);
  CHECK(errors.empty());
  CHECK(config.parts.size() == 3);
  CHECK(config.profiles.size() == 1);
}

TEST_CASE("a configuration that is no file is an error") {
  const TemporaryFolder folder;
  folder.Write("folder/medlint.toml/a", "");
  fs::create_symlink("medlint.toml", folder.At("medlint.toml"));
  std::vector<Error> errors;
  LoadConfig(folder.At("folder/medlint.toml"), errors);
  LoadConfig(folder.At("medlint.toml"), errors);
  LoadConfig(folder.At("none.toml"), errors);
  REQUIRE(errors.size() == 3);
  for (const Error& error : errors)
    CHECK(error.what().find("configuration cannot be read: ") == 4);
  CHECK(errors[0].what().ends_with("Is a directory"));
  CHECK(errors[2].code() == Error::Code::kNotFound);
}

TEST_CASE("overrides apply where their globs match") {
  struct Case {
    std::string_view glob;
    std::string_view page;  // from the folder of the file
    bool applies;
  };
  static constexpr Case kCases[] = {
      {"a.html", "a.html", true},        {"a.html", "x/a.html", true},
      {"a.html", "xa.html", false},      {"/a.html", "x/a.html", false},
      {"./a.html", "a.html", true},      {"x/*.html", "x/a.html", true},
      {"x/*.html", "x/y/a.html", false}, {"x/**/*.html", "x/y/a.html", true},
      {"x/**/*.html", "x/a.html", true}, {"x/", "x/y/a.html", true},
      {"x/", "y/x/a.html", false},       {"*.txt", "x/a.html", false},
      {"**", "x/a.html", true},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.glob);
    CAPTURE(c.page);
    const TemporaryFolder folder;
    folder.Write("medlint.toml", "[[overrides]]\nfiles = [\"" +
                                     std::string(c.glob) +
                                     "\"]\nseverity-cap = \"info\"\n");
    const Config config = testing::SoundConfig(folder);
    const auto layers = LayersFor(config, AbsolutePath(folder.At(c.page)));
    CHECK((layers.size() == 2) == c.applies);
    // Pages of other folders are never meant.
    CHECK(LayersFor(config, "/elsewhere/" + std::string(c.page)).size() == 1);
  }
}

TEST_CASE("the more exact selector of a table has the last word") {
  const TemporaryFolder folder;
  folder.Write("medlint.toml",
               "[rules]\n\"a/b\" = \"off\"\n\"*\" = \"info\"\n"
               "\"a/*\" = \"error\"\n\"a/d\" = { gap = 2 }\n"
               "[[overrides]]\nfiles = [\"x/\"]\n"
               "rules = { \"a/b\" = \"on\" }\n");
  const Config config = testing::SoundConfig(folder);
  const auto layers = LayersFor(config, "");
  CHECK(SettingsOf("a/b", layers).IsOff());
  CHECK(SettingsOf("a/c", layers).severity->value == Severity::kError);
  CHECK(SettingsOf("b/c", layers).severity->value == Severity::kInfo);
  const RuleSettings with_options = SettingsOf("a/d", layers);
  CHECK(with_options.severity->value == Severity::kError);
  REQUIRE(with_options.options != nullptr);
  const auto in_x = LayersFor(config, AbsolutePath(folder.At("x/a.html")));
  CHECK(!SettingsOf("a/b", in_x).IsOff());
  CHECK(SettingsOf("a/b", in_x).severity->value == Severity::kError);
}

}  // namespace
}  // namespace medlint
