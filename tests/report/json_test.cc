// SPDX-License-Identifier: Apache-2.0

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"
#include "tests/report/sample_report.h"

namespace medlint {
namespace {

using nlohmann::json;
using testing::SampleReport;

TEST_CASE("an empty report has every key") {
  SampleReport sample;
  const json report = json::parse(WriteJson(sample.report(), {}));
  CHECK(report["schema"] == "medlint-report/1");
  CHECK(report["notice"] == std::string(kNotice));
  CHECK(report["as_of"] == "2026-01-15");
  CHECK(report["tool"]["name"] == "medlint");
  CHECK(report["tool"]["version"].get<std::string>().find('.') !=
        std::string::npos);
  CHECK(report["tool"]["rulesets"] ==
        json::array({{{"id", "medlint"},
                      {"version", "1.2.0"},
                      {"sha256", std::string(64, 'a')}}}));
  for (const char* const key : {"files", "findings", "suppressed", "errors"}) {
    CAPTURE(key);
    CHECK(report[key] == json::array());
  }
  CHECK(report["summary"] == json{{"files", 0},
                                  {"errors", 0},
                                  {"warnings", 0},
                                  {"infos", 0},
                                  {"suppressed", 0},
                                  {"fixed", 0}});
}

TEST_CASE("a finding") {
  SampleReport sample;
  // A byte order mark counts for offsets and not for columns.
  sample.AddFile("a b.html", "\xEF\xBB\xBF<p>\n\u00E9 <b>cu</b>res</p>");
  sample.AddFinding("claims/cure", "cu</b>res", "cures");
  const json report = json::parse(WriteJson(sample.report(), {}));
  CHECK(report["files"] ==
        json::array({{{"path", "a b.html"},
                      {"page", ""},
                      {"type", "treatment"},
                      {"topics", {"cancer", "pain"}},
                      {"language", "en"},
                      {"words", 12},
                      {"sha256", sample.report().files[0].source->Sha256()}}}));
  REQUIRE(report["findings"].size() == 1);
  CHECK(report["findings"][0] ==
        json{{"path", "a b.html"},
             {"rule", "claims/cure"},
             {"category", "claims"},
             {"severity", "error"},
             {"scope", "span"},
             {"status", "asserted"},
             {"support", ""},
             {"message", "Claims too much: \"cures\""},
             {"help", "say what the evidence shows"},
             {"text", "cures"},
             {"source", "cu</b>res"},
             {"start", {{"offset", 13}, {"line", 2}, {"column", 6}}},
             {"end", {{"offset", 22}, {"line", 2}, {"column", 15}}},
             {"related", json::array()},
             {"fixes", json::array()},
             {"fingerprint", "0123456789abcdef"}});
  CHECK(report["summary"]["errors"] == 1);
}

TEST_CASE("what else a report may hold") {
  SampleReport sample;
  FileReport& file = sample.AddFile("a.html", "<p>cures</p>");
  file.type_scores = {
      {.type = "treatment",
       .tenths = 60,
       .parts = {{.field = "title", .tenths = 60, .terms = {"reiki"}}}}};
  Finding finding = sample.AddFinding("claims/cure", "cures", "");
  finding.is_span = false;
  finding.notes = {{.where = {0, 3}, .message = "opens here"}};
  file.suppressed.push_back(
      {.finding = finding, .reason = "quoted on purpose"});
  file.findings.clear();
  sample.report().errors.push_back(
      Error(Error::Code::kNotFound, "gone.html", "there is no such file")
          .WithHint("look elsewhere"));
  const json report =
      json::parse(WriteJson(sample.report(), {.explain_type = true}));
  CHECK(report["findings"].empty());
  REQUIRE(report["suppressed"].size() == 1);
  const json& suppressed = report["suppressed"][0];
  CHECK(suppressed["reason"] == "quoted on purpose");
  CHECK(suppressed["suppressed_by"] == "page");
  CHECK(suppressed["scope"] == "document");
  CHECK(suppressed["text"] == "");
  CHECK(suppressed["related"][0]["message"] == "opens here");
  CHECK(suppressed["related"][0]["source"] == "<p>");
  CHECK(suppressed["related"][0]["end"]["column"] == 4);
  CHECK(report["errors"] == json::array({{{"where", "gone.html"},
                                          {"message", "there is no such file"},
                                          {"hint", "look elsewhere"}}}));
  CHECK(report["summary"]["suppressed"] == 1);
  CHECK(
      report["files"][0]["type_scores"] ==
      json::array(
          {{{"type", "treatment"},
            {"tenths", 60},
            {"parts",
             {{{"field", "title"}, {"tenths", 60}, {"terms", {"reiki"}}}}}}}));
}

TEST_CASE("findings are never folded") {
  SampleReport sample;
  sample.AddFile("a.html", "<p>cures</p>");
  for (int i = 0; i < 50; ++i)
    sample.AddFinding("claims/cure", "cures", "cures");
  const WriteOptions options{.max_per_rule = 1};
  CHECK(json::parse(WriteJson(sample.report(), options))["findings"].size() ==
        50);
  CHECK(json::parse(WriteSarif(sample.report(), options))["runs"][0]["results"]
            .size() == 50);
}

TEST_CASE("a name that is no UTF-8 is still valid JSON") {
  SampleReport sample;
  sample.AddFile("\xFF.html", "<p>cures</p>");
  const json report = json::parse(WriteJson(sample.report(), {}));
  CHECK(report["files"][0]["path"] == "\uFFFD.html");
}

TEST_CASE("a run with a baseline says what is left of it") {
  SampleReport sample;
  FileReport& file = sample.AddFile("a.html", "<p>cures");
  const Finding finding = sample.AddFinding("claims/cure", "cures", "cures");
  CHECK_FALSE(json::parse(WriteJson(sample.report(), {})).contains("baseline"));
  file.suppressed.push_back({.finding = finding,
                             .reason = "in the baseline",
                             .by = SuppressedBy::kBaseline});
  sample.report().baseline = "b.toml";
  sample.report().stale = {
      {.path = "a.html", .rule = "claims/heal", .fingerprint = "00"}};
  const json report = json::parse(WriteJson(sample.report(), {}));
  CHECK(report["suppressed"][0]["suppressed_by"] == "baseline");
  const json stale = {
      {"path", "a.html"}, {"rule", "claims/heal"}, {"fingerprint", "00"}};
  CHECK(report["baseline"] == json{{"path", "b.toml"},
                                   {"matched", 1},
                                   {"stale", json::array({stale})}});
}

}  // namespace
}  // namespace medlint
