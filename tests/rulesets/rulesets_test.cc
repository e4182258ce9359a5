// SPDX-License-Identifier: Apache-2.0
//
// The shipped rules are held to their own examples.

#include <set>
#include <string>

#include <doctest/doctest.h>

#include "linter/engine/self_check.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

TEST_CASE("every example of every shipped rule holds") {
  CHECK(testing::ExampleFailures(testing::ShippedRules()) == "");
}

TEST_CASE("every shipped rule can be read by people") {
  for (const Rule& rule : testing::ShippedRules().rules()) {
    const RuleInfo& info = rule.info;
    CAPTURE(info.id);
    CHECK(!info.help.empty());
    CHECK(!info.why.empty());
    CHECK(!info.sources.empty());
    CHECK(!info.message.ends_with('.'));
    CHECK(!info.summary.ends_with('.'));
    int bad = 0;
    int good = 0;
    for (const Example& example : info.examples)
      ++(example.bad ? bad : good);
    CHECK(bad >= 2);
    CHECK(good >= 2);
  }
}

TEST_CASE("the rules that publishers rely on are shipped") {
  for (const char* const id :
       {"spam/ad-slot-marker", "spam/gambling-keyword",
        "spam/email-protected-residue", "spam/trailing-token-line",
        "disclaimers/mismatched-domain", "disclaimers/missing-medical",
        "trust/organisational-author", "trust/missing-medical-reviewer",
        "trust/missing-references", "claims/vague-authority",
        "claims/vague-research", "claims/cure", "claims/no-side-effects",
        "claims/natural-means-safe", "claims/replaces-medical-care",
        "safety/missing-emergency-signs", "safety/missing-contraindications"}) {
    CAPTURE(id);
    CHECK(testing::ShippedRules().Find(id) != nullptr);
  }
  CHECK(testing::ShippedRules().rules().size() >= 30);
}

}  // namespace
}  // namespace medlint
