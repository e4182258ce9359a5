// SPDX-License-Identifier: Apache-2.0

#include "linter/language/cue_scopes.h"

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "tests/language/cpu_time.h"
#include "tests/support/english.h"
#include "tests/support/tab_separated.h"

namespace medlint::testing {
namespace {

struct NegationRow {
  bool denied = false;
  bool known_mistake = false;
  std::string marked;
};

std::vector<NegationRow> ReadNegationRows() {
  std::ifstream in(std::string(MEDLINT_SOURCE_DIR) +
                   "/tests/language/negation.tsv");
  std::vector<NegationRow> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = SplitAtTabs(line);
    REQUIRE(fields.size() >= 3);
    const std::string& label = fields[0];
    REQUIRE_MESSAGE((label == "negated" || label == "affirmed"), line);
    rows.push_back({label == "negated", fields[2].starts_with("known mistake"),
                    fields[1]});
  }
  return rows;
}

TEST_CASE("labelled sentences") {
  int right = 0;
  const std::vector<NegationRow> rows = ReadNegationRows();
  CHECK(rows.size() >= 280);
  for (const NegationRow& row : rows) {
    CAPTURE(row.marked);
    const bool denied = IsDenied(row.marked, English());
    right += denied == row.denied ? 1 : 0;
    // A known mistake that is none any more is to lose its note.
    CHECK((denied == row.denied) != row.known_mistake);
  }
  MESSAGE(right << " of " << rows.size() << " right");
}

struct ScopeCase {
  std::string_view paragraph;
  std::string_view span;
  std::string_view cue;    // "" if it is not denied
  std::string_view reach;  // checked if not ""
};

constexpr ScopeCase kScopes[] = {
    {"Massage does not cure sciatica.", "cure", "not", " cure sciatica."},
    {"Massage doesn’t cure sciatica.", "cure", "doesn’t", " cure sciatica."},
    {"There is no evidence that it works.", "works", "there is no", ""},
    {"Magnets heal nerves is a myth.", "heal", "is a myth",
     "Magnets heal nerves "},
    {"Not only that, it cures.", "cures", "", ""},
    // The span begins in the reach, and may end outside.
    {"It does not cure colds but eases them.", "cure colds but eases", "not",
     " cure colds "},
    // Its first word counts, not a mark before it.
    {"It does not “cure” colds.", "“cure”", "not", ""},
    {"It does not “cure” colds.", "not “cure”", "", ""},
    // The nearer cue is named.
    {"It does not work without rest and water.", "water", "without", ""},
};

TEST_CASE("scopes name their cue") {
  for (const ScopeCase& c : kScopes) {
    CAPTURE(c.paragraph);
    CAPTURE(c.span);
    const ReadPage page("<p>" + EscapeHtml(c.paragraph) + "</p>", English());
    const auto scope = page.reading.NegationOver(page.Find(c.span));
    CHECK(scope.has_value() == !c.cue.empty());
    if (!scope) continue;
    CHECK(ToAsciiLower(page.document.Slice(scope->cue)) == c.cue);
    if (c.reach.empty()) continue;
    CHECK(page.document.Slice(scope->reach) == c.reach);
  }
}

TEST_CASE("a lead-in reaches the first sentence of each of its items") {
  const ReadPage page(
      "<p>It is cheap. Massage does not:</p>"
      "<ul><li>cure gout. It soothes</li>"
      "<li>treat <ul><li>asthma</li><li>flu, but calms</li></ul></li></ul>"
      "<p>It warms.</p>",
      English());
  const auto denied = [&page](std::string_view words) {
    return page.reading.NegationOver(page.Find(words)).has_value();
  };
  CHECK(denied("cure gout"));
  CHECK_FALSE(denied("soothes"));
  CHECK(denied("treat"));
  CHECK(denied("asthma"));
  CHECK(denied("flu"));
  CHECK_FALSE(denied("calms"));
  CHECK_FALSE(denied("warms"));
  CHECK_FALSE(denied("cheap"));
  const auto scope = page.reading.NegationOver(page.Find("asthma"));
  REQUIRE(scope);
  CHECK(page.document.Slice(scope->cue) == "not");
}

TEST_CASE("the answer does not depend on who asks first") {
  constexpr std::string_view kHtml =
      "<p>It does not cure gout, heal skin or mend bones, but it warms.</p>";
  const ReadPage forwards(kHtml, English());
  const ReadPage backwards(kHtml, English());
  constexpr std::string_view kWords[] = {"cure", "heal", "mend", "warms"};
  std::vector<bool> first;
  std::vector<bool> second;
  for (std::size_t i = 0; i < 4; ++i) {
    first.push_back(
        forwards.reading.NegationOver(forwards.Find(kWords[i])).has_value());
    second.insert(second.begin(),
                  backwards.reading.NegationOver(backwards.Find(kWords[3 - i]))
                      .has_value());
  }
  CHECK(first == second);
  CHECK(first == std::vector<bool>{true, true, true, false});
}

TEST_CASE("finding negations is linear on hostile text") {
  constexpr std::string_view kUnits[] = {
      "not ",         "a ",        "without ", "not - ",      "; not ",
      "is a myth ",   "not, ",     "not and ", "\u2014",      "!",
      "not (",        "not only ", "but ",     "not.\u201D ", "if not, ",
      "not and the ", ";",
  };
  for (const std::string_view unit : kUnits) {
    CAPTURE(unit);
    const auto seconds = [unit](std::size_t bytes) {
      std::string text = "not ";
      while (text.size() < bytes) {
        text += unit;
      }
      const FoldedText folded(text);
      const Hits hits = English().plan.Scan(text, folded);
      const double start = ThreadSeconds();
      (void)FindScopes(
          text, {0, static_cast<Offset>(text.size())}, hits, English().data,
          English().data.CuesOf(CueFamily::kNegation), std::nullopt);
      return ThreadSeconds() - start;
    };
    CHECK(GrowsLinearly(seconds));
  }
}

}  // namespace
}  // namespace medlint::testing
