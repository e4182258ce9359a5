// SPDX-License-Identifier: Apache-2.0
//
// The structure that SARIF 2.1.0 asks for.  Validation against the OASIS schema
// needs a validator; these are the parts consumers depend on.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/report/file_uri.h"
#include "linter/report/writer.h"
#include "tests/report/sample_report.h"

namespace medlint {
namespace {

using nlohmann::json;
using testing::SampleReport;

json Run(SampleReport& sample) {
  const json log = json::parse(WriteSarif(sample.report(), {}));
  CHECK(log["version"] == "2.1.0");
  CHECK(log["$schema"].get<std::string>().ends_with("sarif-2.1.0.json"));
  REQUIRE(log["runs"].size() == 1);
  return log["runs"][0];
}

TEST_CASE("a run without files") {
  SampleReport sample;
  const json run = Run(sample);
  CHECK(run["tool"]["driver"]["name"] == "medlint");
  CHECK(run["tool"]["driver"]["rules"] == json::array());
  CHECK(run["tool"]["extensions"][0]["name"] == "medlint");
  CHECK(run["tool"]["extensions"][0]["version"] == "1.2.0");
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["results"] == json::array());
  CHECK(run["artifacts"] == json::array());
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
}

TEST_CASE("a result") {
  SampleReport sample;
  sample.AddFile("./dir/a b.html", "\xEF\xBB\xBF<p>\n\u00E9 <b>cu</b>res</p>");
  Finding& finding = sample.AddFinding("claims/cure", "cu</b>res", "cures");
  finding.notes = {{.where = {0, 3}, .message = "in here"}};
  const json run = Run(sample);

  const json& result = run["results"][0];
  CHECK(result["ruleId"] == "claims/cure");
  CHECK(result["ruleIndex"] == 0);
  CHECK(result["level"] == "error");
  CHECK(result["message"]["text"] == "Claims too much: \"cures\"");
  REQUIRE(result["locations"].size() == 1);
  const json& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"] ==
        json{{"uri", "dir/a%20b.html"}, {"index", 0}});
  CHECK(place["region"] == json{{"startLine", 2},
                                {"startColumn", 6},
                                {"endLine", 2},
                                {"endColumn", 15},
                                {"byteOffset", 13},
                                {"byteLength", 9},
                                {"snippet", {{"text", "cu</b>res"}}}});
  const json& related = result["relatedLocations"][0];
  CHECK(related["message"]["text"] == "in here");
  CHECK(related["physicalLocation"]["region"]["byteOffset"] == 3);
  CHECK(result["partialFingerprints"] ==
        json{{"medlintFingerprint/v1", "0123456789abcdef"}});
  CHECK_FALSE(result.contains("suppressions"));

  const json& artifact = run["artifacts"][0];
  CHECK(artifact["location"]["uri"] == "dir/a%20b.html");
  CHECK(artifact["hashes"]["sha-256"] ==
        sample.report().files[0].source->Sha256());
  CHECK(artifact["mimeType"] == "text/html");
}

TEST_CASE("rules are listed once, by id, and results point to them") {
  SampleReport sample;
  sample.Rule("trust/byline").severity = Severity::kWarning;
  sample.Rule("claims/all").severity = Severity::kInfo;
  sample.AddFile("a.html", "<p>It cures all</p>");
  sample.AddFinding("trust/byline", "It", "It");
  sample.AddFinding("claims/cure", "cures", "cures");
  sample.AddFinding("claims/all", "all", "all");
  sample.AddFile("b.html", "<p>It cures all</p>");
  sample.AddFinding("claims/cure", "cures", "cures");
  const json run = Run(sample);

  const json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(rules.size() == 3);
  CHECK(rules[0]["id"] == "claims/all");
  CHECK(rules[1]["id"] == "claims/cure");
  CHECK(rules[1]["shortDescription"]["text"] == "Words that promise too much");
  CHECK(rules[1]["help"]["text"] == "say what the evidence shows");
  CHECK(rules[1]["defaultConfiguration"]["level"] == "error");
  CHECK(rules[1]["properties"]["tags"] == json::array({"claims"}));

  // By severity, then by place.
  const json& results = run["results"];
  REQUIRE(results.size() == 4);
  std::string order;
  for (const json& result : results) {
    const auto index = result["ruleIndex"].get<std::size_t>();
    CHECK(rules[index]["id"] == result["ruleId"]);
    order +=
        result["level"].get<std::string>() +
        result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
            .dump() +
        " ";
  }
  CHECK(order == "error0 error1 warning0 note0 ");
}

TEST_CASE("document findings, suppressed findings and errors") {
  SampleReport sample;
  FileReport& file =
      sample.AddFile("a.txt", "cures", {SourceFile::Format::kPlainText, ""});
  Finding finding = sample.AddFinding("safety/avoid", "", "");
  finding.is_span = false;
  file.findings[0].is_span = false;
  file.suppressed.push_back({.finding = finding, .reason = "a stub"});
  sample.report().errors.push_back(
      Error(Error::Code::kNotFound, "gone.html", "there is no such file")
          .WithHint("look elsewhere"));
  const json run = Run(sample);

  REQUIRE(run["results"].size() == 2);
  for (const json& result : run["results"]) {
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"] ==
          1);
    CHECK(result["properties"]["scope"] == "document");
  }
  // All results of a run have them, or none.
  CHECK(run["results"][0]["suppressions"] == json::array());
  CHECK_FALSE(run["results"][0].contains("baselineState"));
  CHECK(run["results"][1]["suppressions"] ==
        json::array({{{"kind", "inSource"}, {"justification", "a stub"}}}));
  CHECK(run["artifacts"][0]["mimeType"] == "text/plain");
  const json& invocation = run["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  const json& notification = invocation["toolExecutionNotifications"][0];
  CHECK(notification["level"] == "error");
  CHECK(notification["message"]["text"] ==
        "gone.html: there is no such file (look elsewhere)");
}

TEST_CASE("what a baseline has is suppressed from outside") {
  SampleReport sample;
  FileReport& file = sample.AddFile("a.html", "<p>cures");
  const Finding finding = sample.AddFinding("claims/cure", "cures", "cures");
  sample.report().baseline = "b.toml";
  for (const SuppressedBy by : {SuppressedBy::kPage, SuppressedBy::kBaseline,
                                SuppressedBy::kBaselineInFile}) {
    file.suppressed.push_back({.finding = finding, .reason = "", .by = by});
  }
  const json results = Run(sample)["results"];
  REQUIRE(results.size() == 4);
  std::string states;
  std::string kinds;
  for (const json& result : results) {
    states += result["baselineState"].get<std::string>() + " ";
    for (const json& each : result["suppressions"]) {
      kinds += each["kind"].get<std::string>() + " ";
      CHECK_FALSE(each.contains("justification"));
    }
  }
  CHECK(states == "new new unchanged updated ");
  CHECK(kinds == "inSource external external ");
}

TEST_CASE("a very long place has no snippet") {
  SampleReport sample;
  const std::string words(3000, 'x');
  sample.AddFile("a.html", "<p>" + words + "</p>");
  sample.AddFinding("claims/cure", words, words);
  const json region =
      Run(sample)["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(region["byteLength"] == 3000);
  CHECK_FALSE(region.contains("snippet"));
}

TEST_CASE("paths as URIs") {
  struct Case {
    std::string_view path;
    std::string_view uri;
  };
  static constexpr Case kCases[] = {
      {"a/b-c_d.~e.html", "a/b-c_d.~e.html"},
      {"./a.html", "a.html"},
      {"../a.html", "../a.html"},
      {"a b#c?d%e:f.html", "a%20b%23c%3Fd%25e%3Af.html"},
      {"/srv/a.html", "file:///srv/a.html"},
      {"<stdin>", "%3Cstdin%3E"},
      {"\u00E9.html", "%C3%A9.html"},
      {"\xFF", "%FF"},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.path);
    CHECK(FileUri(c.path) == c.uri);
  }
}

}  // namespace
}  // namespace medlint
