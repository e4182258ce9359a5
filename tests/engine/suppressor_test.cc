// SPDX-License-Identifier: Apache-2.0
//
// What suppressions do to a report.

#include "linter/engine/suppressor.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

std::string RuleText(std::string_view id, std::string_view severity,
                     std::string_view word, std::string_view rest = "") {
  return "[[rule]]\nid = \"" + std::string(id) +
         "\"\nkind = \"phrase\"\nseverity = \"" + std::string(severity) +
         "\"\nsummary = \"s\"\nmessage = \"m\"\nper = \"match\"\nany = [\"" +
         std::string(word) + "\"]\nbad = [\"[[" + std::string(word) +
         "]]\"]\ngood = [\"x\"]\n" + std::string(rest) + "\n";
}

const RuleSet& SuppressorRules() {
  static const RuleSet::Loaded loaded =
      testing::LoadText(RuleText("claims/cure", "error", "cure") +
                        RuleText("claims/heal", "info", "heal") +
                        RuleText("claims/british", "error", "brit",
                                 "when = {profile = [\"uk\"]}") +
                        RuleText("spam/apk", "error", "apk") +
                        RuleText("links/far", "warning", "far") +
                        RuleText("safety/dose", "error", "dose") +
                        RuleText("safety/note", "warning", "note") + R"(
[[rule]]
id = "trust/author"
kind = "metadata"
severity = "error"
summary = "s"
message = "m"
field = "author"
expect = "present"
bad = [{ html = "<h1>x</h1>" }]
good = [{ html = "<meta name=author content='Ana Petrova'><p>x" }]

[[rule]]
id = "structure/suppression"
kind = "suppression"
severity = "warning"
summary = "s"
message = "{what}{hint}"
problem = ["malformed", "unclosed", "unknown-rule", "unexplained", "forbidden",
           "expired", "unused"]
bad = [{ html = "<!-- medlint-enable -->" }]
good = ["x"]
)");
  for (const Error& error : loaded.errors)
    FAIL_CHECK(error.ToText());
  return loaded.rules;
}

using Adjust = std::function<void(LintOptions&)>;

// "rule «source»", one line for each finding, with the message for one about
// suppressions, and "- rule «source» (reason)" for what is suppressed.
std::string Lint(
    std::string_view html, const Adjust& adjust = [](LintOptions&) {}) {
  LintOptions options;
  options.as_of = {.year = 2026, .month = 1, .day = 15};
  options.page_kind = PageKind::kArticle;
  options.ignore = {"trust/*"};
  adjust(options);
  const auto source = SourceFile::FromBytes("t.html", std::string(html), {});
  const auto report = Linter(SuppressorRules(), options).Lint(*source);
  REQUIRE(report.has_value());
  const auto shown = [&](const Finding& finding) {
    return finding.rule->id + " «" +
           std::string(finding.where.In((*source)->clean())) + "»";
  };
  std::string text;
  for (const Finding& finding : report->findings) {
    text += shown(finding);
    if (finding.rule->kind == "suppression") text += " " + finding.message;
    text += "\n";
  }
  for (const SuppressedFinding& each : report->suppressed) {
    CHECK(each.by == SuppressedBy::kPage);
    text += "- " + shown(each.finding) + " (" + each.reason + ")\n";
  }
  return text;
}

struct Case {
  std::string_view html;
  std::string_view report;
};

void Check(
    const std::vector<Case>& cases, const Adjust& adjust = [](auto&) {}) {
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(Lint(c.html, adjust) == c.report);
  }
}

TEST_CASE("what a suppression covers is set aside with its reason") {
  Check({
      {"<p>cure</p><!--medlint-disable-next-block claims/cure: ad--><p>cure "
       "heal</p><p>cure</p>",
       "claims/cure «cure»\nclaims/heal «heal»\nclaims/cure «cure»\n"
       "- claims/cure «cure» (ad)\n"},
      {"<p data-medlint-ignore='claims/*' data-medlint-reason=ad>cure heal</p>",
       "- claims/cure «cure» (ad)\n- claims/heal «heal» (ad)\n"},
      {"<!--medlint-disable *: ad--><p>cure</p><!--medlint-enable--><p>heal",
       "claims/heal «heal»\n- claims/cure «cure» (ad)\n"},
      // The most exact selector, then the one that reaches furthest.
      {"<!--medlint-disable-file claims/*: all--><div "
       "data-medlint-ignore='claims/cure: one'>cure heal</div>",
       "- claims/cure «cure» (one)\n- claims/heal «heal» (all)\n"},
      {"<div data-medlint-ignore='claims/cure: out'>cure <p "
       "data-medlint-ignore='claims/cure: in'>cure</p> cure</div>",
       "structure/suppression «data-medlint-ignore='claims/cure: in'» this "
       "suppresses nothing\n- claims/cure «cure» (out)\n- claims/cure «cure» "
       "(out)\n- claims/cure «cure» (out)\n"},
  });
}

TEST_CASE("a finding about the page is covered where it is shown") {
  const Adjust with_author = [](LintOptions& options) { options.ignore = {}; };
  Check(
      {
          {"<h1>x</h1><!--medlint-disable-file trust/*: ad-->",
           "- trust/author «x» (ad)\n"},
          {"<!--medlint-disable-next-block trust/author: ad--><h1>x</h1>",
           "- trust/author «x» (ad)\n"},
          {"<h1>x</h1><!--medlint-disable-next-block trust/author: ad--><p>y",
           "trust/author «x»\nstructure/suppression "
           "«<!--medlint-disable-next-block trust/author: ad-->» this "
           "suppresses nothing\n"},
      },
      with_author);
}

TEST_CASE("some findings are not a page's to suppress") {
  const std::vector<Case> cases = {
      {"<!--medlint-disable-file spam/apk: x--><p>apk",
       "structure/suppression «spam/apk» a page may not suppress `spam/apk`; "
       "medlint.toml can make an exception\nspam/apk «apk»\n"},
      {"<!--medlint-disable-file links/*, claims/cure: x--><p>cure",
       "structure/suppression «links/*» a page may not suppress `links/*`; "
       "medlint.toml can make an exception\n- claims/cure «cure» (x)\n"},
      {"<!--medlint-disable-file *: x--><p>cure dose note far apk",
       "structure/suppression «*» a page may not suppress `links/far`; "
       "medlint.toml can make an exception\n"
       "safety/dose «dose»\nlinks/far «far»\nspam/apk «apk»\n"
       "- claims/cure «cure» (x)\n- safety/note «note» (x)\n"},
      {"<p data-medlint-ignore=safety/dose>dose</p>",
       "structure/suppression «safety/dose» a page may not suppress errors of "
       "`safety/dose`; medlint.toml can make an exception\n"
       "safety/dose «dose»\n"},
      {"<!--medlint-disable-file structure/suppression: x-->"
       "<!--medlint-enable-->",
       "structure/suppression «structure/suppression» a page may not suppress "
       "`structure/suppression`; medlint.toml can make an exception\n"
       "structure/suppression «<!--medlint-enable-->» there is nothing to "
       "enable here\n"},
      {"<!--medlint-disable-file structure/*, *: x--><!--medlint-enable-->"
       "<p>cure",
       "structure/suppression «structure/*» a page may not suppress "
       "`structure/*`; medlint.toml can make an exception\n"
       "structure/suppression «<!--medlint-enable-->» there is nothing to "
       "enable here\n- claims/cure «cure» (x)\n"},
  };
  Check(cases);
  CHECK(Lint("<!--medlint-disable-file *: x--><p>dose far apk",
             [](LintOptions& options) {
               options.suppressions.allowed = {"spam/*", "safety/dose"};
             }) ==
        "structure/suppression «*» a page may not suppress `links/far`; "
        "medlint.toml can make an exception\nlinks/far «far»\n"
        "- safety/dose «dose» (x)\n- spam/apk «apk» (x)\n");
}

TEST_CASE("suppressions that do nothing are reported where they are wrong") {
  Check({
      {"<!--medlint-disable-file claims/cure, claims/heal: x--><p>cure",
       "structure/suppression «claims/heal» there is nothing of `claims/heal` "
       "to suppress\n- claims/cure «cure» (x)\n"},
      {"<!--medlint-disable-file claims/cuer, claims/heal: x--><p>heal",
       "structure/suppression «claims/cuer» there is no rule `claims/cuer`; "
       "did "
       "you mean `claims/cure`?\n- claims/heal «heal» (x)\n"},
      {"<!--medlint-disable-file claims: x--><p>heal",
       "structure/suppression «claims» there is no rule `claims`; for all "
       "rules "
       "of the category write `claims/*`\nclaims/heal «heal»\n"},
      {"<!--medlint-disable-file claims/cure: x until=2026-01-14--><p>cure",
       "structure/suppression «until=2026-01-14» this suppression held until "
       "2026-01-14\nclaims/cure «cure»\n"},
      {"<!--medlint-disable-file claims/cure: x until=2026-01-15--><p>cure",
       "- claims/cure «cure» (x)\n"},
      {"<!--medlint-disable claims/cure: x--><p>cure",
       "structure/suppression «<!--medlint-disable claims/cure: x-->» nothing "
       "enables `claims/cure` again; end with medlint-enable, or write "
       "medlint-disable-file\n- claims/cure «cure» (x)\n"},
  });
}

TEST_CASE("a rule that does not run leaves its suppressions unjudged") {
  static constexpr std::string_view kUnused =
      "<!--medlint-disable-file claims/heal: x--><p>x";
  CHECK(Lint(kUnused) != "");
  CHECK(Lint(kUnused, [](LintOptions& options) {
          options.select = {"claims/cure", "structure/*"};
        }) == "");
  CHECK(Lint(kUnused, [](LintOptions& options) {
          options.ignore = {"claims/heal", "trust/*"};
        }) == "");
  // One that speaks only in another region does not run either.
  CHECK(Lint("<!--medlint-disable-file claims/british: x--><p>x") == "");
  CHECK(Lint("<!--medlint-disable-file claims/british: x--><p>x",
             [](LintOptions& options) { options.profiles = {"uk"}; }) != "");
  // What is too slight to be reported is there all the same.
  CHECK(Lint("<!--medlint-disable-file claims/heal: x--><p>heal",
             [](LintOptions& options) {
               options.min_severity = Severity::kWarning;
             }) == "");
}

TEST_CASE("reasons can be required, and suppressions passed over") {
  static constexpr std::string_view kPage =
      "<!--medlint-disable-file claims/cure--><p>cure</p>"
      "<!--medlint-enable-->";
  CHECK(Lint(kPage,
             [](LintOptions& options) {
               options.suppressions.require_reason = true;
             }) ==
        "structure/suppression «<!--medlint-disable-file claims/cure-->» this "
        "suppression has no reason, and so does not hold; write it after the "
        "rules and a colon, or in data-medlint-reason\nclaims/cure «cure»\n"
        "structure/suppression «<!--medlint-enable-->» there is nothing to "
        "enable here\n");
  CHECK(Lint(kPage, [](LintOptions& options) {
          options.suppressions.honoured = false;
        }) == "claims/cure «cure»\n");
}

TEST_CASE("a trace names the suppression") {
  LintOptions options;
  options.page_kind = PageKind::kArticle;
  const Linter linter(SuppressorRules(), options);
  const std::string html = "<p data-medlint-ignore='claims/cure: ad'>cure";
  const auto source = SourceFile::FromBytes("t.html", html, {});
  const auto traced = linter.LintWithTrace(*source);
  REQUIRE(traced.has_value());
  bool seen = false;
  for (const CandidateTrace& trace : traced->candidates) {
    if (trace.rule->id != "claims/cure") continue;
    seen = true;
    CHECK(trace.outcome == CandidateTrace::Outcome::kSuppressed);
    CHECK(trace.by == "ad");
    CHECK(trace.suppression.In(html) ==
          "data-medlint-ignore='claims/cure: ad'");
  }
  CHECK(seen);
}

TEST_CASE("many suppressions cost no more than they must") {
  std::string html;
  for (int i = 0; i < 5000; ++i) {
    html += "<!--medlint-disable claims/c" + std::to_string(i) +
            "--><!--medlint-disable claims/*--><div data-medlint-ignore=*>cure";
  }
  const std::string report = Lint(html);
  CHECK(report.find("- claims/cure «cure»") != std::string::npos);
}

}  // namespace
}  // namespace medlint
