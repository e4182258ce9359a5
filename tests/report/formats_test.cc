// SPDX-License-Identifier: Apache-2.0
//
// What all formats make of one hostile report, and whether those who read the
// formats could.

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "linter/report/summary.h"
#include "linter/report/tool.h"
#include "linter/report/writer.h"
#include "tests/report/hostile_report.h"
#include "tests/support/occurrences.h"
#include "tests/support/run_program.h"
#include "tests/support/snapshot.h"

namespace medlint {
namespace {

using nlohmann::json;
using testing::kHostilePath;
using testing::kHostileText;
using testing::MakeHostileReport;
using testing::SampleReport;

std::string WithoutVersion(std::string text) {
  for (const auto& [before, after] : {std::pair("\"", "\""), {">", "<"}}) {
    const std::string version = before + std::string(ToolVersion()) + after;
    for (std::size_t at = text.find(version); at != std::string::npos;
         at = text.find(version, at)) {
      text.replace(at, version.size(),
                   before + std::string("[version]") + after);
    }
  }
  return text;
}

TEST_CASE("every format, of one hostile report") {
  for (const Format& format : AllFormats()) {
    SampleReport sample = MakeHostileReport();
    const std::string text = format.write(sample.report(), {});
    MEDLINT_CHECK_SNAPSHOT("report/hostile." + std::string(format.name),
                           WithoutVersion(text));
    CHECK(text.ends_with('\n'));
    CHECK(text == format.write(MakeHostileReport().report(), {}));
    // Only formats for people may fold or colour.
    const bool for_people = format.name == "full" || format.name == "concise" ||
                            format.name == "grouped" || format.name == "html" ||
                            format.name == "markdown";
    if (!for_people) {
      CAPTURE(format.name);
      CHECK(text ==
            format.write(sample.report(), {.color = true, .max_per_rule = 1}));
    }
  }
}

TEST_CASE("every format, of nothing") {
  SampleReport sample;
  for (const Format& format : AllFormats()) {
    MEDLINT_CHECK_SNAPSHOT("report/empty." + std::string(format.name),
                           WithoutVersion(format.write(sample.report(), {})));
  }
}

TEST_CASE("XML is well-formed") {
  if (!std::filesystem::exists("/usr/bin/xmllint")) return;
  for (const std::string name : {"checkstyle", "html", "junit"}) {
    SampleReport hostile = MakeHostileReport();
    SampleReport empty;
    for (SampleReport* sample : {&hostile, &empty}) {
      const std::string text = FindFormat(name)->write(sample->report(), {});
      const auto result =
          testing::RunProgram({.command = {"/usr/bin/xmllint", "--noout", "-"},
                               .environment = {},
                               .folder = "/",
                               .input = text});
      CAPTURE(text);
      CHECK(result.errors == "");
      CHECK(result.status == 0);
    }
  }
}

TEST_CASE("jsonl: one object a line, the summary last") {
  SampleReport sample = MakeHostileReport();
  std::istringstream lines(WriteJsonl(sample.report(), {}));
  const json whole = json::parse(WriteJson(sample.report(), {}));
  json findings = json::array();
  json suppressed = json::array();
  json errors = json::array();
  json last = json::object();
  for (std::string line; std::getline(lines, line);) {
    CHECK(last.value("record", "") != "summary");
    last = json::parse(line);
    json rest = last;
    rest.erase("record");
    if (last["record"] == "finding") findings.push_back(rest);
    if (last["record"] == "suppressed") suppressed.push_back(rest);
    if (last["record"] == "error") errors.push_back(rest);
  }
  CHECK(findings.size() == 4);
  CHECK(findings == whole["findings"]);
  CHECK(suppressed == whole["suppressed"]);
  CHECK(errors == whole["errors"]);
  CHECK(last["record"] == "summary");
  CHECK(last["tool"] == whole["tool"]);
  for (const auto& [key, value] : whole["summary"].items()) {
    CAPTURE(key);
    CHECK(last[key] == value);
  }
}

// The keys of reviewdog's proto/rdf/jsonschema, as of its first version.
void CheckKeys(const json& object, const std::set<std::string>& known) {
  REQUIRE(object.is_object());
  for (const auto& [key, value] : object.items()) {
    CAPTURE(key);
    CHECK(known.contains(key));
  }
}

void CheckPosition(const json& position) {
  CheckKeys(position, {"line", "column"});
  CHECK(position["line"].get<int>() >= 1);
  CHECK(position["column"].get<int>() >= 1);
}

TEST_CASE("rdjson: what its schema has, columns in bytes") {
  SampleReport sample = MakeHostileReport();
  const json result = json::parse(WriteRdjson(sample.report(), {}));
  CheckKeys(result, {"diagnostics", "source", "severity"});
  CheckKeys(result["source"], {"name", "url"});
  REQUIRE(result["diagnostics"].size() == 5);
  for (const json& diagnostic : result["diagnostics"]) {
    CheckKeys(diagnostic, {"message", "location", "severity", "source", "code",
                           "suggestions", "original_output"});
    CHECK(diagnostic["message"].is_string());
    CHECK(std::set<std::string>{"ERROR", "WARNING", "INFO"}.contains(
        diagnostic["severity"]));
    CheckKeys(diagnostic["code"], {"value", "url"});
    CHECK(diagnostic["code"]["value"].is_string());
    CheckKeys(diagnostic["location"], {"path", "range"});
    CHECK(diagnostic["location"]["path"].is_string());
    if (!diagnostic["location"].contains("range")) continue;
    CheckKeys(diagnostic["location"]["range"], {"start", "end"});
    CheckPosition(diagnostic["location"]["range"]["start"]);
    CheckPosition(diagnostic["location"]["range"]["end"]);
  }
  // "<p>", two bytes, four bytes and a space come before it.
  const json& cure = result["diagnostics"][1]["location"];
  CHECK(cure["path"] == kHostilePath);
  CHECK(cure["range"] == json{{"start", {{"line", 1}, {"column", 11}}},
                              {"end", {{"line", 2}, {"column", 6}}}});
  CHECK(!result["diagnostics"][4]["location"].contains("range"));
}

TEST_CASE("gitlab: what it asks for, and fingerprints that differ") {
  SampleReport sample = MakeHostileReport();
  // The same page twice: the fingerprints within it are the same.
  FileReport copy = sample.report().files.back();
  copy.source = sample.AddFile("copy.html", "<p>cures</p>").source;
  for (Finding& finding : copy.findings)
    finding.where = {0, 3};
  sample.report().files.back() = copy;
  const json issues = json::parse(WriteGitlab(sample.report(), {}));
  REQUIRE(issues.size() == 9);
  std::set<std::string> fingerprints;
  for (const json& issue : issues) {
    CHECK(issue.size() == 5);
    CHECK(issue["description"].is_string());
    CHECK(issue["check_name"].is_string());
    CHECK(std::set<std::string>{"info", "minor", "major", "critical", "blocker"}
              .contains(issue["severity"]));
    CHECK(issue["location"]["lines"]["begin"].get<int>() >= 1);
    CHECK(!issue["location"]["path"].get<std::string>().starts_with("./"));
    fingerprints.insert(issue["fingerprint"]);
  }
  CHECK(fingerprints.size() == issues.size());
}

TEST_CASE("github: every line is a command or ours, and nothing breaks out") {
  SampleReport sample = MakeHostileReport();
  const std::string text = WriteGithub(sample.report(), {});
  const std::size_t end = text.find("checked 2 files");
  REQUIRE(end != std::string::npos);
  std::istringstream lines(text.substr(0, end));
  int commands = 0;
  for (std::string line; std::getline(lines, line); ++commands) {
    CAPTURE(line);
    REQUIRE(line.starts_with("::"));
    const std::string properties = line.substr(2, line.find("::", 2) - 2);
    CHECK(testing::Occurrences(properties, "title=") == 1);
    CHECK(line.find("\r") == std::string::npos);
  }
  CHECK(commands == 5);
  // Columns only where the lines are the same.
  CHECK(text.find(",line=1,endLine=2,title=claims/cure::") !=
        std::string::npos);
  CHECK(
      text.find(",line=2,col=8,endLine=2,endColumn=12,title=language/very::") !=
      std::string::npos);
  CHECK(text.find("file=100%25 a%2Cb%3Ac/") != std::string::npos);
}

TEST_CASE("github: ten of a level, and what was left out is said") {
  SampleReport sample;
  sample.AddFile("a.html", "<p>cures</p>");
  sample.Rule("language/very").severity = Severity::kInfo;
  sample.Rule("safety/avoid").severity = Severity::kWarning;
  for (int i = 0; i < 10; ++i) {
    sample.AddFinding("language/very", "cures", "very");
    sample.AddFinding("safety/avoid", "cures", "avoid");
    sample.AddFinding("claims/cure", "cures", "cures");
  }
  const std::string all = WriteGithub(sample.report(), {});
  CHECK(testing::Occurrences(all, "\n::warning ") == 10);
  CHECK(testing::Occurrences(all, "::notice ") == 10);
  CHECK(all.find("left out") == std::string::npos);

  sample.AddFinding("claims/cure", "cures", "the eleventh");
  const std::string cut = WriteGithub(sample.report(), {});
  CHECK(cut.starts_with("::error "));
  CHECK(testing::Occurrences(cut, "::error ") == 10);
  CHECK(testing::Occurrences(cut, "::warning ") == 10);
  CHECK(testing::Occurrences(cut, "::notice ") == 10);
  CHECK(cut.find("the eleventh") == std::string::npos);
  CHECK(cut.find("title=medlint::2 annotations left out") != std::string::npos);
  CHECK(WriteStepSummary(sample.report(), {}).find("the eleventh") !=
        std::string::npos);
}

TEST_CASE("markdown: nothing on a page becomes markup") {
  SampleReport sample;
  sample.AddFile("a.html", "<p>cures</p>");
  const struct {
    std::string_view text;
    std::string_view markdown;
  } cases[] = {
      {"a|b", "a\\|b"},
      {"<img src=x>", "&lt;img src=x&gt;"},
      {"a\n\n# b", "a # b"},
      {"&lt;", "&amp;lt;"},
      {"*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`"},
      {"[a](b)", "\\[a\\](b)"},
      {"https://a.b", "https\\://a.b"},
      {"WWW.a.b", "WWW\\.a.b"},
      {"@all a@b.c", "@&#8203;all a@&#8203;b.c"},
      {"#12 !34 # !", "#&#8203;12 !&#8203;34 # !"},
      {"100%. Well", "100%. Well"},
  };
  for (const auto& [text, markdown] : cases) {
    sample.report().files[0].findings.clear();
    sample.AddFinding("claims/cure", "cures", "").message = text;
    const std::string report = WriteMarkdown(sample.report(), {});
    CAPTURE(report);
    CHECK(report.find("| `claims/cure` | " + std::string(markdown) + " |\n") !=
          std::string::npos);
  }
}

TEST_CASE("markdown: repeats are folded, and what is too long is counted") {
  SampleReport sample;
  sample.AddFile("a.html", "<p>cures</p>");
  for (int i = 0; i < 3000; ++i) {
    sample.AddFinding("claims/cure", "cures", "").message =
        "Number " + std::to_string(i);
  }
  sample.report().files.back().suppressed.push_back(
      {.finding = sample.report().files.back().findings.back(),
       .reason = "meant so"});
  const std::string folded = WriteMarkdown(sample.report(), {});
  CHECK(testing::Occurrences(folded, "| Number ") == 5);
  CHECK(folded.find("… and 2995 more") != std::string::npos);
  CHECK(folded.find("<details><summary>1 suppressed</summary>\n\n"
                    "- `a.html:1:4` `claims/cure` meant so\n\n</details>\n") !=
        std::string::npos);

  const std::string cut = WriteMarkdown(sample.report(), {.max_per_rule = 0});
  CHECK(cut.size() < 65536);
  CHECK(cut.size() > 60000);
  const int rows = testing::Occurrences(cut, "| Number ");
  CHECK(cut.find("\n" + std::to_string(3001 - rows) + " rows left out") !=
        std::string::npos);
  CHECK(cut.find("details>") == std::string::npos);
  CHECK(cut.find("not thereby compliant") != std::string::npos);
  CHECK(testing::Occurrences(WriteStepSummary(sample.report(), {}),
                             "| Number ") == 3000);
}

TEST_CASE("junit: a test for each rule, one failure for all its places") {
  SampleReport sample = MakeHostileReport();
  const std::string text = WriteJunit(sample.report(), {});
  CHECK(text.find("<testsuites name=\"medlint\" tests=\"6\" failures=\"3\" "
                  "errors=\"1\" skipped=\"1\">") != std::string::npos);
  CHECK(testing::Occurrences(text, "<testsuite ") == 3);
  CHECK(testing::Occurrences(text, "<testcase ") == 6);
  CHECK(testing::Occurrences(text, "<failure ") == 3);
  CHECK(testing::Occurrences(text, "<skipped ") == 1);
  CHECK(text.find("<testcase classname=\"clean.html\" name=\"no findings\" "
                  "file=\"clean.html\"/>") != std::string::npos);
  CHECK(text.find(" (and 1 more)\" type=\"error\">") != std::string::npos);
}

TEST_CASE("grouped: places are in one column, repeats are folded") {
  SampleReport sample;
  sample.AddFile("a.html", "<p>all\n\n\n\n\n\n\n\n\n          cures</p>");
  sample.AddFinding("claims/all", "all", "all");
  sample.AddFinding("claims/cure", "cures", "cures");
  sample.AddFinding("claims/cure", "cures", "cures");
  sample.AddFile("b.html", "x");
  CHECK(WriteGrouped(sample.report(), {.max_per_rule = 1}) ==
        "a.html:\n"
        "  1:4    error[claims/all] Claims too much: \"all\"\n"
        "  10:11  error[claims/cure] Claims too much: \"cures\"\n"
        "  … and 1 more of claims/cure (--max-per-rule 0 shows all)\n\n" +
            SummaryText(sample.report(), {}));
}

}  // namespace
}  // namespace medlint
