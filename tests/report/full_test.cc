// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"
#include "tests/report/sample_report.h"

namespace medlint {
namespace {

using testing::SampleReport;

constexpr std::string_view kPage =
    "<h1>Reiki</h1>\n"
    "<p>It <b>cu</b>res&nbsp;all\n"
    "of it. It cures\tyou.</p>\n";

// What WriteFull says before the summary.
std::string Findings(SampleReport& sample, const WriteOptions& options = {}) {
  const std::string text = WriteFull(sample.report(), options);
  return text.substr(0, text.find("checked "));
}

TEST_CASE("a finding shows the words, what a reader sees, and what to do") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.AddFinding("claims/cure", "cu</b>res", "cures");
  CHECK(Findings(sample) == R"(error[claims/cure]: Claims too much: "cures"
 --> a.html:2:10
  |
2 | <p>It <b>cu</b>res&nbsp;all
  |          ^^^^^^^^^ reads: "cures"
  |
  = help: say what the evidence shows
  = rule: claims/cure — medlint explain claims/cure

)");
}

TEST_CASE("a reader's text is not repeated if it is the same") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.Rule("claims/cure").help = "";
  sample.Rule("claims/cure").severity = Severity::kWarning;
  sample.AddFinding("claims/cure", "cures\tyou", "cures you");
  CHECK(Findings(sample) ==
        R"(warning[claims/cure]: Claims too much: "cures you"
 --> a.html:3:11
  |
3 | of it. It cures you.</p>
  |           ^^^^^^^^^
  |
  = rule: claims/cure — medlint explain claims/cure

)");
}

TEST_CASE("a finding over several lines shows the first") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.AddFinding("claims/cure", "all\nof it", "all of it");
  const std::string text = Findings(sample);
  CAPTURE(text);
  CHECK(text.find("2 | <p>It <b>cu</b>res&nbsp;all\n"
                  "  |                         ^^^ … to 3:6\n") !=
        std::string::npos);
}

TEST_CASE("a finding about the page has a place and no excerpt") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.Rule("safety/avoid").needs_review = true;
  Finding& finding = sample.AddFinding("safety/avoid", "Reiki", "Reiki");
  finding.is_span = false;
  finding.message = "No section says when to avoid it";
  finding.notes = {{.where = {18, 20}, .message = "the claim is here"}};
  CHECK(Findings(sample) ==
        R"(error[safety/avoid]: No section says when to avoid it
 --> a.html:1:5 (document)
  = note: the claim is here (at 2:4)
  = help: say what the evidence shows
  = rule: safety/avoid (awaits review by a clinician) — medlint explain safety/avoid

)");
}

TEST_CASE("repeats are folded, one count for each rule and file") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  for (int i = 0; i < 4; ++i)
    sample.AddFinding("claims/cure", "cures", "cures");
  sample.AddFinding("claims/all", "all", "all");
  const auto count = [](std::string_view text, std::string_view part) {
    int n = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1)) {
      ++n;
    }
    return n;
  };
  const std::string folded = Findings(sample, {.max_per_rule = 1});
  CHECK(count(folded, "error[claims/cure]") == 1);
  CHECK(count(folded, "error[claims/all]") == 1);
  CHECK(folded.ends_with(
      "a.html: … and 3 more of claims/cure (--max-per-rule 0 shows all)\n\n"));
  CHECK(count(Findings(sample, {.max_per_rule = 4}), "error[claims/cure]") ==
        4);
  CHECK(count(Findings(sample, {.max_per_rule = 4}), "more of") == 0);
  CHECK(count(Findings(sample, {.max_per_rule = 0}), "error[claims/cure]") ==
        4);
}

TEST_CASE("a page cannot steer the terminal") {
  SampleReport sample;
  sample.AddFile("a\x1b[2J\n.html", "<p>x \u009B2J\u202E cures</p>");
  sample.AddFinding("claims/cure", "\u009B2J\u202E cures",
                    "\u009B2J\u202E cures");
  for (const char* const name : {"concise", "full", "grouped", "markdown"}) {
    const std::string text = FindFormat(name)->write(sample.report(), {});
    CAPTURE(name);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\u009B") == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find("a␛[2J␊.html") != std::string::npos);
  }
}

TEST_CASE("colours are there only when asked for") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.AddFinding("claims/cure", "cures", "cures");
  CHECK(WriteFull(sample.report(), {.color = true}).find("\x1b[1;31merror") !=
        std::string::npos);
  CHECK(WriteConcise(sample.report(), {.color = true}).find("\x1b[1;31m") !=
        std::string::npos);
  CHECK(WriteFull(sample.report(), {}).find('\x1b') == std::string::npos);
}

TEST_CASE("the summary says what was done and what it is worth") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.AddFinding("claims/cure", "cures", "cures");
  sample.Rule("claims/all").severity = Severity::kInfo;
  sample.AddFinding("claims/all", "all", "all");
  sample.AddFile("b.html", "x");
  const std::string notice = std::string(kNotice) + "\n";
  const std::string rules = "rules: medlint 1.2.0; as of 2026-01-15\n" + notice;
  CHECK(SummaryText(sample.report(), {}) ==
        "checked 2 files: 1 error, 0 warnings, 1 info, 0 suppressed\n"
        "failed: 1 finding at or above error\n" +
            rules);
  CHECK(SummaryText(sample.report(), {.fail_on = Severity::kInfo})
            .find("failed: 2 findings at or above info\n") !=
        std::string::npos);
  CHECK(SummaryText(sample.report(), {.fail_on = std::nullopt})
            .find("passed: findings do not fail\n") != std::string::npos);

  sample.report().files[0].findings.clear();
  CHECK(SummaryText(sample.report(), {})
            .find("passed: no finding at or above error\n") !=
        std::string::npos);
  sample.report().errors.emplace_back(Error::Code::kNotFound, "c.html", "gone");
  const std::string incomplete = SummaryText(sample.report(), {});
  CHECK(incomplete.find("incomplete: 1 error kept") != std::string::npos);
  CHECK(incomplete.find("passed") == std::string::npos);
}

TEST_CASE("concise: one line for a finding") {
  SampleReport sample;
  sample.AddFile("a.html", std::string(kPage));
  sample.AddFinding("claims/cure", "cu</b>res", "cures").message = "Two\nlines";
  sample.AddFinding("claims/cure", "cures", "cures");
  sample.AddFile("b.html", "x");
  const std::string text = WriteConcise(sample.report(), {.max_per_rule = 1});
  CHECK(text ==
        "a.html:2:10: error[claims/cure] Two lines\n"
        "a.html: … and 1 more of claims/cure (--max-per-rule 0 shows "
        "all)\n" +
            SummaryText(sample.report(), {}));
}

TEST_CASE("the scores of a page are shown on request") {
  SampleReport sample;
  FileReport& file = sample.AddFile("a.html", std::string(kPage));
  file.type_scores = {
      {.type = "treatment",
       .tenths = 95,
       .parts = {{.field = "title", .tenths = 60, .terms = {"reiki", "cure"}},
                 {.field = "h2", .tenths = 35, .terms = {}}}},
      {.type = "symptom", .tenths = 5, .parts = {}}};
  const std::string_view expected =
      "a.html:\n"
      "type treatment 9.5 = title 6.0 (reiki, cure) + h2 3.5\n"
      "type symptom 0.5\n";
  for (const auto write : {WriteFull, WriteConcise}) {
    CHECK(write(sample.report(), {.explain_type = true}).find(expected) == 0);
    CHECK(write(sample.report(), {}).find("treatment") == std::string::npos);
  }
}

TEST_CASE("formats are found by name") {
  std::string names;
  for (const Format& format : AllFormats()) {
    names += std::string(format.name) + " ";
    REQUIRE(FindFormat(format.name) != nullptr);
    CHECK((FindFormat(format.name)->write == format.write));
  }
  CHECK(names ==
        "checkstyle concise full github gitlab grouped html json jsonl junit "
        "markdown rdjson sarif ");
  CHECK(FindFormat("Full") == nullptr);
}

}  // namespace
}  // namespace medlint
