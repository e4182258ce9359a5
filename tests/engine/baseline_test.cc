// SPDX-License-Identifier: Apache-2.0
//
// What a baseline takes, and what it leaves.

#include "linter/engine/baseline.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "linter/engine/report.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

const RuleSet& Rules() {
  static const RuleSet::Loaded loaded = testing::LoadText(R"(
[[rule]]
id = "claims/cure"
kind = "phrase"
severity = "error"
summary = "s"
message = "m"
any = ["cures"]
bad = ["[[cures]]"]
good = ["x"]

[[rule]]
id = "claims/heal"
kind = "phrase"
severity = "error"
summary = "s"
message = "m"
any = ["heals"]
bad = ["[[heals]]"]
good = ["x"]
)");
  REQUIRE(loaded.errors.empty());
  return loaded.rules;
}

std::vector<BaselineEntry> Recorded(const std::string& html) {
  return EntriesOf(testing::LintHtml(Rules(), html), "t.html");
}

// The findings that stay, "claims/cure at 17", then what is stale.
std::string Match(const std::string& before, const std::string& after) {
  FileReport report = testing::LintHtml(Rules(), after);
  const Baseline baseline(Recorded(before));
  const auto stale = MatchBaseline(baseline.Of("t.html"), report);
  std::string text;
  for (const Finding& finding : report.findings) {
    text += (text.empty() ? "" : ", ") + finding.rule->id + " at " +
            std::to_string(finding.where.begin);
  }
  for (const BaselineEntry& entry : stale)
    text += (text.empty() ? "" : ", ") + ("stale " + entry.rule);
  return text;
}

TEST_CASE("a baseline knows a finding by its sentence, then by its rule") {
  struct Case {
    std::string before;
    std::string after;
    std::string left;
  };
  const std::vector<Case> cases = {
      {"<p>Tea cures flu.", "<p>Tea cures flu.", ""},
      // Markup, line ends and case are no part of the sentence.
      {"<p>Tea cures flu.", "<div>\n <p>\n  <b>TEA</b> cures\n  flu.", ""},
      // A sentence beside it was mended; then its own.
      {"<p>Warn tea. Tea cures flu.", "<p>Warm tea. Tea cures flu.", ""},
      {"<p>Te cures flu.", "<p>Tea cures flu.", ""},
      // A new one in the same block, after or before the old.
      {"<p>Tea cures flu.", "<p>Tea cures flu. It cures all.",
       "claims/cure at 21"},
      {"<p>Tea cures flu.", "<p>It cures all. Tea cures flu.",
       "claims/cure at 6"},
      {"<p>Tea cures flu.", "<p>Tea cures flu. Tea cures flu.",
       "claims/cure at 22"},
      // One was mended and one is new.
      {"<p>Te cures flu.", "<p>Tea cures flu. It cures all.",
       "claims/cure at 21"},
      // Another rule is another matter.
      {"<p>Tea cures flu.", "<p>Tea heals flu.",
       "claims/heal at 7, stale claims/cure"},
      {"<p>Tea cures flu. It heals.", "<p>It heals.", "stale claims/cure"},
      {"<p>Tea.", "<p>Tea cures flu.", "claims/cure at 7"},
      // What the page suppresses itself needs no baseline, and makes no room.
      {"<p>Tea cures flu.",
       "<p data-medlint-ignore='*'>Tea cures flu.</p><p>It cures all.",
       "claims/cure at 51, stale claims/cure"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.before);
    CAPTURE(c.after);
    CHECK(Match(c.before, c.after) == c.left);
  }
}

TEST_CASE("what a baseline has says so") {
  const Baseline baseline(Recorded("<p>Tea cures flu. Te heals."));
  FileReport report =
      testing::LintHtml(Rules(), "<p>Tea heals.</p><p>Tea cures flu.</p>");
  CHECK(MatchBaseline(baseline.Of("t.html"), report).empty());
  REQUIRE(report.suppressed.size() == 2);
  CHECK(report.suppressed[0].finding.rule->id == "claims/heal");
  CHECK(report.suppressed[0].by == SuppressedBy::kBaselineInFile);
  CHECK(report.suppressed[1].by == SuppressedBy::kBaseline);
  CHECK(report.suppressed[1].reason == "in the baseline");
  // What was taken is what the next baseline has, as it is now.
  CHECK(Baseline(EntriesOf(report, "t.html")).entries().size() == 2);
  CHECK(baseline.Of("other.html").empty());
}

TEST_CASE("entries are sorted, and doubles are one") {
  const BaselineEntry a{.path = "a", .rule = "r", .fingerprint = "1"};
  const BaselineEntry b{.path = "b", .rule = "r", .fingerprint = "1"};
  const Baseline baseline({b, a, b});
  CHECK(std::vector(baseline.entries().begin(), baseline.entries().end()) ==
        std::vector{a, b});
  CHECK(baseline.Of("b").size() == 1);
}

// A page as lines, so that lines can be put between them.
const std::vector<std::string>& Lines() {
  static const std::vector<std::string> lines = {
      "<h1>Tea</h1>",
      "<p>Tea is warm. Tea cures flu. It also cures",
      "colds, and it heals wounds.</p>",
      "<ul><li>Ginger cures flu.</li>",
      "<li>Ginger cures flu.</li></ul>",
      "<p>Tea cures flu.</p>",
  };
  return lines;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += line + "\n";
  return text;
}

TEST_CASE("insertions and indentation leave the baseline whole") {
  static constexpr std::string_view kHarmless[] = {
      "<!-- a comment -->", "", "<div class=ad></div>", "<br>", "<hr>"};
  const Baseline baseline(Recorded(Joined(Lines())));
  CHECK(baseline.entries().size() == 6);
  std::mt19937 random(20260115);
  const auto pick = [&](std::size_t below) { return random() % below; };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> lines = Lines();
    for (std::string& line : lines)
      line.insert(0, std::string(pick(9), pick(2) == 0 ? ' ' : '\t'));
    for (std::size_t i = pick(100); i > 0; --i) {
      // Between blocks anything may stand; in one, blank lines.
      const std::size_t at = pick(lines.size() + 1);
      const auto end = std::ranges::find_if(lines, [](const std::string& line) {
        return line.ends_with("heals wounds.</p>");
      });
      const auto begin = std::ranges::find_if(lines, [](const auto& line) {
        return line.ends_with("It also cures");
      });
      const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
      const bool in_block = begin < place && place <= end;
      lines.insert(place, in_block ? "" : std::string(kHarmless[pick(5)]));
    }
    if (pick(2) == 0) lines.insert(lines.begin(), "<p>Rest well.</p>");
    std::string html = Joined(lines);
    CAPTURE(html);
    FileReport report = testing::LintHtml(Rules(), html);
    CHECK(MatchBaseline(baseline.Of("t.html"), report).empty());
    CHECK(report.findings.empty());
    CHECK(std::ranges::count(report.suppressed, SuppressedBy::kBaseline,
                             &SuppressedFinding::by) == 6);

    // A bad sentence of the block, once more in the same block.
    html.insert(html.find("It also"), "Tea cures flu. ");
    FileReport again = testing::LintHtml(Rules(), html);
    CHECK(MatchBaseline(baseline.Of("t.html"), again).empty());
    CHECK(again.findings.size() == 1);
  }
}

}  // namespace
}  // namespace medlint
