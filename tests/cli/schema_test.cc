// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schemas hold for real files and refuse what medlint refuses, as
// Python's jsonschema sees it.

#include <filesystem>
#include <map>
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

testing::ProgramResult RunHere(std::vector<std::string> command) {
  return testing::RunProgram({.command = std::move(command),
                              .environment = {"PATH=/usr/bin:/bin"},
                              .folder = MEDLINT_SOURCE_DIR});
}

class Validator {
 public:
  explicit Validator(std::vector<std::string> which) {
    which.insert(which.begin(), {MEDLINT_BINARY, "config", "schema"});
    const auto schema = RunHere(std::move(which));
    REQUIRE(schema.status == 0);
    folder_.Write("schema.json", schema.output);
    const auto python = RunHere(
        {"/usr/bin/env", "python3", "-c", "import jsonschema, tomllib"});
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
    const auto result = RunHere(std::move(paths));
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
      {"templates = \"jinja\"\nexclude = [\"drafts/\"]", ""},
      {"templates = \"twig\"", "templates enum\n"},
      {"[article]\nauthor = \".byline a\"\nskip = [\"#comments\", \".ad\"]\n"
       "types = { Remedies = \"remedy\" }",
       ""},
      {"[article]\nauthr = \".byline a\"", "article additionalProperties\n"},
      {"[article]\nauthor = 1", "article/author anyOf\n"},
      {"[[overrides]]\nfiles = [\"a/\"]\ntemplates = \"php\"\n"
       "[overrides.article]\nskip = [\".ad\"]\ntypes = { Remedies = \"remedy\" "
       "}",
       ""},
      {"[[overrides]]\nfiles = [\"a/\"]\narticle = { authr = \".a\" }",
       "overrides/0/article additionalProperties\n"},
      {"[[overrides]]\nfiles = [\"a/\"]\ntemplates = \"twig\"",
       "overrides/0/templates enum\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(validator.ValidateText(c.text) == c.wrong);
  }
}

// Every .toml file in a folder of the source tree, at any depth.
std::vector<std::string> TomlFilesIn(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& each : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(MEDLINT_SOURCE_DIR) / folder)) {
    if (each.path().extension() == ".toml") files.push_back(each.path());
  }
  return files;
}

TEST_CASE("the schema of rulesets accepts every ruleset that medlint has") {
  const Validator validator({"ruleset"});
  if (!validator.is_there()) return;
  for (const char* const folder : {"rulesets", "linter/kinds"}) {
    const std::vector<std::string> files = TomlFilesIn(folder);
    CHECK(files.size() > 10);
    CHECK(validator.Validate(files) == "");
  }
  CHECK(validator.Validate({"fixtures/cli/rules/small.toml"}) == "");
}

// Prints what kinds there are; tries a key that none has, a key of another kind
// and a value of another type; writes a ruleset with one rule for each key.
constexpr const char* kTryKeys = R"py(
import json, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
rule = schema["properties"]["rule"]["items"]
common = set(rule["properties"])
validator = jsonschema.Draft202012Validator(rule)
def faults(keys):
    base = {"id": "a/b", "severity": "info", "summary": "s", "message": "m",
            "bad": [], "good": []}
    return [e.validator for e in validator.iter_errors({**base, **keys})]
out = open(sys.argv[2], "w")
kinds = {}
for each in rule["allOf"]:
    kind = each["if"]["properties"]["kind"]["const"]
    kinds[kind] = set(each["then"]["properties"]) - common
names = {k["const"] for k in rule["properties"]["kind"]["oneOf"]}
print("kinds without keys:", sorted(names ^ set(kinds)))
for kind, keys in sorted(kinds.items()):
    if faults({"kind": kind}) or not faults({"kind": kind, "zonse": []}):
        print(kind, "takes a key that there is not")
    for other in set.union(*kinds.values()) - keys:
        if not faults({"kind": kind, other: []}):
            print(kind, "takes", other, "of another kind")
    for key in sorted(keys):
        if not faults({"kind": kind, key: 1.5}):
            print(kind, "takes any", key)
        for more in ["", "hidden = true\n"] if kind == "markup" else [""]:
            if key != "hidden" or not more:
                out.write(f"[[rule]]\nid = 'spam/{kind}--{key}'\n"
                          f"kind = '{kind}'\n{key} = 1.5\n{more}")
)py";

TEST_CASE("the schema of rulesets has the keys that each kind reads") {
  const Validator validator({"ruleset"});
  if (!validator.is_there()) return;
  const testing::TemporaryFolder folder;
  const std::string schema = folder.At("schema.json");
  const std::string rules = folder.At("rules.toml");
  folder.Write("schema.json",
               RunHere({MEDLINT_BINARY, "config", "schema", "ruleset"}).output);
  const auto tried =
      RunHere({"/usr/bin/env", "python3", "-c", kTryKeys, schema, rules});
  CHECK(tried.errors == "");
  CHECK(tried.output == "kinds without keys: []\n");
  // A key that medlint does not know is one that only the schema has.  A markup
  // rule reads some keys with `hidden` and the others without.
  const std::string errors =
      RunHere({MEDLINT_BINARY, "rules", "--no-builtin", "--ruleset", rules})
          .errors;
  CHECK(errors.find("phrase--any") != std::string::npos);
  std::map<std::string, int> unknown;
  for (std::size_t at = errors.find("unknown key `"); at != std::string::npos;
       at = errors.find("unknown key `", at + 1)) {
    ++unknown[errors.substr(at, errors.find('\n', at) - at)];
  }
  for (const auto& [what, times] : unknown) {
    CAPTURE(what);
    CHECK(what.find("spam/markup--") != std::string::npos);
    CHECK(times == 1);
  }
}

}  // namespace
}  // namespace medlint
