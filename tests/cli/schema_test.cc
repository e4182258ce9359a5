// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schemas hold for real files and refuse what medlint refuses, as
// Python's jsonschema sees it.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

// Validates a TOML file; prints the paths of what is wrong.
constexpr const char* kValidate = R"py(
import datetime, json, sys, tomllib
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
def plain(value):
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, datetime.date) else value
for path in sys.argv[2:]:
    validator = jsonschema.Draft202012Validator(schema)
    page = plain(tomllib.load(open(path, "rb")))
    for error in validator.iter_errors(page):
        print("/".join(str(part) for part in error.absolute_path),
              error.validator)
)py";

testing::ProgramResult Run(std::vector<std::string> command) {
  return testing::RunProgram({.command = std::move(command),
                              .environment = {"PATH=/usr/bin:/bin"},
                              .folder = MEDLINT_SOURCE_DIR});
}

class Validator {
 public:
  explicit Validator(std::vector<std::string> which) {
    which.insert(which.begin(), {MEDLINT_BINARY, "config", "schema"});
    const auto schema = Run(std::move(which));
    REQUIRE(schema.status == 0);
    folder_.Write("schema.json", schema.output);
    const auto python =
        Run({"/usr/bin/env", "python3", "-c", "import jsonschema, tomllib"});
    is_there_ = python.status == 0;
    if (!is_there_) {
      MESSAGE("python3-jsonschema is not installed: nothing is validated");
    }
  }

  bool is_there() const { return is_there_; }

  // What is wrong with files of the source tree.
  std::string Validate(std::vector<std::string> paths) const {
    paths.insert(paths.begin(), {"/usr/bin/env", "python3", "-c", kValidate,
                                 folder_.At("schema.json")});
    const auto result = Run(std::move(paths));
    CHECK(result.errors == "");
    CHECK(result.status == 0);
    return result.output;
  }

  std::string ValidateText(const std::string& text) const {
    folder_.Write("medlint.toml", text);
    return Validate({folder_.At("medlint.toml")});
  }

 private:
  testing::TemporaryFolder folder_;
  bool is_there_ = false;
};

TEST_CASE("the schema of medlint.toml accepts real files") {
  const Validator validator({});
  if (!validator.is_there()) return;
  CHECK(validator.Validate({"fixtures/cli/site/medlint.toml",
                            "fixtures/cli/site/nested/medlint.toml"}) == "");
}

TEST_CASE("the schema of medlint.toml refuses what medlint refuses") {
  const Validator validator({});
  if (!validator.is_there()) return;
  struct Case {
    const char* text;
    const char* wrong;
  };
  static constexpr Case kCases[] = {
      {"fail-no = 1", " additionalProperties\n"},
      {"root = 1", "root type\n"},
      {"fail-on = \"eror\"", "fail-on enum\n"},
      {"severity-cap = \"never\"", "severity-cap enum\n"},
      {"fail-on = \"never\"", ""},
      {"as-of = \"soon\"", "as-of pattern\n"},
      {"profiles = [\"ul\"]", "profiles/0 enum\n"},
      {"allow-domains = [\"https://nhs.uk/\"]", "allow-domains/0 pattern\n"},
      {"suppressible = [\"spam\"]", "suppressible/0 pattern\n"},
      {"suppressible = [\"spam/*\", \"*\", \"links/spam-domain\"]", ""},
      {"[rules]\n\"claims/cure\" = \"of\"", "rules/claims/cure anyOf\n"},
      {"[rules]\n\"claims/cure\" = { severity = \"x\" }",
       "rules/claims/cure anyOf\n"},
      {"[[overrides]]\nseverity-cap = \"info\"", "overrides/0 required\n"},
      {"[[overrides]]\nfiles = []", "overrides/0/files minItems\n"},
      {"[[exception]]\nrule = \"claims/cure\"", "exception/0 required\n"},
      {"[extend-lexicon]\nherbs = \"a\"", "extend-lexicon/herbs type\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(validator.ValidateText(c.text) == c.wrong);
  }
}

TEST_CASE("the schema of rulesets accepts those that come with medlint") {
  const Validator validator({"ruleset"});
  if (!validator.is_there()) return;
  CHECK(validator.Validate(
            {"rulesets/ruleset.toml", "rulesets/rules/links.toml",
             "rulesets/rules/claims_cure.toml", "rulesets/rules/safety.toml",
             "rulesets/rules/spam.toml", "rulesets/lexicons/verbs.toml",
             "fixtures/cli/rules/small.toml"}) == "");
  CHECK(validator.ValidateText("[[rule]]\nid = \"a\"\nkind = \"phrse\"\n") !=
        "");
}

}  // namespace
}  // namespace medlint
