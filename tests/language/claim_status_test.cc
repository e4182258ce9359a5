// SPDX-License-Identifier: Apache-2.0

#include "linter/language/claim_status.h"

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/english.h"
#include "tests/support/tab_separated.h"

namespace medlint::testing {
namespace {

struct Row {
  std::string status;
  std::string marked;
};

std::vector<Row> ReadRows() {
  std::ifstream in(std::string(MEDLINT_SOURCE_DIR) +
                   "/tests/language/scopes.tsv");
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = SplitAtTabs(line);
    REQUIRE(fields.size() >= 2);
    rows.push_back({fields[0], fields[1]});
  }
  return rows;
}

// Written and labelled in the manner of health articles before anyone looked at
// results; see the note at the top of the file.
TEST_CASE("labelled statuses") {
  int right = 0;
  int denied_right = 0;
  int denied_wrong = 0;
  int denied_missed = 0;
  std::map<std::string, int> missed;
  const std::vector<Row> rows = ReadRows();
  CHECK(rows.size() >= 300);
  for (const Row& row : rows) {
    const std::string status(ClaimStatusName(StatusOf(row.marked, English())));
    right += status == row.status ? 1 : 0;
    if (row.status == "negated") {
      ++(status == "negated" ? denied_right : denied_missed);
    } else if (status == "negated") {
      ++denied_wrong;
    }
    if (status != row.status) {
      ++missed[row.status];
      MESSAGE(row.status << " read as " << status << ": " << row.marked);
    }
  }
  const double f1 =
      2.0 * denied_right / (2.0 * denied_right + denied_wrong + denied_missed);
  MESSAGE(right << " of " << rows.size() << " right; denied: F1 " << f1);
  CHECK(f1 >= 0.95);
  CHECK(right * 100 >= static_cast<int>(rows.size()) * 93);
}

struct Case {
  std::string_view html;
  std::string_view words;
  std::string_view status;
};

constexpr Case kCases[] = {
    {"<p>Honey cures colds.</p>", "cures", "asserted"},
    {"<p>Honey may cure colds.</p>", "cure", "hedged"},
    {"<p>Honey can cure colds.</p>", "cure", "asserted"},
    {"<p>Does honey cure colds?</p>", "cure", "asked"},
    {"<p>Sellers claim that honey cures colds.</p>", "cures", "reported"},
    {"<p>Sellers claim that honey cures colds, but no evidence supports "
     "it.</p>",
     "cures", "debunked"},
    {"<p>Honey cures colds. Not true.</p>", "cures", "debunked"},
    {"<p>Beware of anyone who sells cures.</p>", "cures", "debunked"},
    {"<p>If honey cures your cold, tell us.</p>", "cures", "conditional"},
    {"<p>In the 18th century honey cured colds.</p>", "cured", "historical"},
    {"<p>The search for a cure goes on.</p>", "cure", "sought"},
    {"<p>Avoid the word cure.</p>", "cure", "mentioned"},
    // Myths by layout.
    {"<p>Myth: honey cures colds. Fact: honey soothes throats.</p>", "cures",
     "myth"},
    {"<p>Myth: honey cures colds. Fact: honey soothes throats.</p>", "soothes",
     "asserted"},
    {"<p>Myth busters say honey cures colds.</p>", "cures", "asserted"},
    {"<h2>Myth 3: honey cures colds</h2><p>It soothes throats.</p>", "cures",
     "myth"},
    {"<h2>Myth 3: honey cures colds</h2><p>It soothes throats.</p>", "soothes",
     "asserted"},
    {"<h2>Common myths about honey</h2><ul><li>It cures colds</li></ul>",
     "cures", "myth"},
    {"<h2>Myths and facts</h2><ul><li>It cures colds</li></ul>", "cures",
     "asserted"},
    {"<table><tr><th>Myth</th><th>What is true</th></tr><tr><td>It cures "
     "colds</td><td>It soothes throats</td></tr></table>",
     "cures", "myth"},
    {"<table><tr><th>Myth</th><th>What is true</th></tr><tr><td>It cures "
     "colds</td><td>It soothes throats</td></tr></table>",
     "soothes", "asserted"},
    // A heading holds up what stands under it.
    {"<h2>Claims to be wary of:</h2><p>It cures colds.</p>", "cures",
     "debunked"},
};

TEST_CASE("statuses by cue and by layout") {
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CAPTURE(c.words);
    const ReadPage page(c.html, English());
    const ClaimReading claim = ReadClaim(page.reading, page.Find(c.words));
    CHECK(ClaimStatusName(claim.status) == c.status);
    CHECK(claim.cue.empty() == (claim.status == ClaimStatus::kAsserted));
  }
}

TEST_CASE("hedges have grades, and boosters take them back") {
  const auto grade = [](std::string_view html) {
    const ReadPage page(html, English());
    return HedgeOf(page.reading, page.Find("cure")).grade;
  };
  CHECK(grade("<p>It will cure gout.</p>") == 0);
  CHECK(grade("<p>It can cure gout.</p>") == 1);
  CHECK(grade("<p>It may cure gout.</p>") == 2);
  CHECK(grade("<p>It may cure gout, but the evidence is limited.</p>") == 3);
  CHECK(grade("<p>It can definitely cure gout.</p>") == 0);
}

}  // namespace
}  // namespace medlint::testing
