// SPDX-License-Identifier: Apache-2.0
//
// Each guard alone, on a rule that flags every "cures".

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/guards/registry.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

std::string RuleWith(std::string_view guard) {
  return R"([weights.plain]
bias   = 50
points = { "warm" = -60, "grandmother" = -60, "hot" = 30 }
[[rule]]
id       = "claims/example"
kind     = "phrase"
severity = "error"
summary  = "s"
message  = "m"
any      = ["cures"]
unless   = [)" +
         std::string(guard) + R"(]
bad      = ["It [[cures]]."]
good     = ["It helps."]
)";
}

TEST_CASE("guards silence what they are for, and nothing else") {
  struct Case {
    std::string_view guard;
    std::string_view html;
    bool flagged;
  };
  static constexpr Case kCases[] = {
      {"'negated'", "<p>No tea cures flu.</p>", false},
      {"'negated'", "<p>Tea cures flu.</p>", true},
      {"'negated'", "<p>It is not only mild, it cures flu.</p>", true},
      {"'negated'", "<p>Does it help?</p><p>Tea cures flu.</p>", true},
      {"'question'", "<p>Is it true that tea cures flu?</p>", false},
      {"'question'", "<p>Is it true? Tea cures flu.</p>", true},
      {"'question'", "<h2>Why tea cures flu</h2><p>x</p>", false},
      {"'question'", "<h2>Tea cures flu</h2><p>x</p>", true},
      {"'quoted'", "<p>She said “this tea cures flu for good” once.</p>",
       false},
      {"'quoted'", "<blockquote>Tea cures flu.</blockquote>", false},
      {"'quoted'", "<p>She said “so there” and tea cures flu.</p>", true},
      {"'quoted'", "<p>The word “cures” is too strong.</p>", true},
      {"{ quoted = { min-words = 1 } }",
       "<p>The word “cures” is too strong.</p>", false},
      {"{ quoted = { min-words = 1 } }", "<p>The word cures is “big”.</p>",
       true},
      {"'code'", "<p>Type <code>cures</code> here.</p>", false},
      {"'code'", "<p>Type <b>cures</b> <code>here</code>.</p>", true},
      {"'code'", "<pre>cures</pre>", false},
      {"{ inside = { attribute = 'data-x' } }",
       "<p>It <b data-x=1><i>cures</i></b> flu.</p>", false},
      {"{ inside = { attribute = 'data-x' } }",
       "<p>It <b data-x=1>never</b> <i>cures</i> flu.</p>", true},
      {"'titled'", "<p>She wrote <em>Tea Cures Flu</em> in 1950.</p>", false},
      {"'titled'", "<p>She wrote <cite>tea cures flu</cite> in 1950.</p>",
       false},
      {"'titled'", "<p>Tea <em>cures</em> flu.</p>", true},
      {"'titled'", "<p><em>Tea cures flu</em> at last.</p>", true},
      {"{ outweighed = { weights = 'plain' } }", "<p>Warm tea cures colds.</p>",
       false},
      {"{ outweighed = { weights = 'plain' } }",
       "<p>Hot tea cures colds, warm tea too.</p>", true},
      {"{ outweighed = { weights = 'plain', below = -40 } }",
       "<p>Warm tea cures colds.</p>", true},
      {"{ outweighed = { weights = 'plain' } }",
       "<p>Tea is warm and nice. Tea cures all colds.</p>", true},
      {"{ outweighed = { weights = 'plain' } }", "<p>Warm tea cures.</p>",
       true},
      {"'heading'", "<h2>Tea cures flu</h2><p>x</p>", false},
      {"'heading'", "<h2>Tea</h2><p>It cures flu.</p>", true},
      {"'cited'",
       "<p>Tea cures flu (<a href='https://www.who.int/x'>WHO</a>)."
       "</p>",
       false},
      {"'cited'", "<p>Tea cures flu.<sup>1</sup></p>", false},
      {"'cited'", "<p>Tea cures flu on 3 m<sup>2</sup>.</p>", true},
      {"'cited'",
       "<p>Tea cures flu.</p><p><a href='https://www.who.int/x'>"
       "WHO</a></p>",
       true},
      {"'cited'",
       "<p>Tea cures flu (<a href='https://shop.example/'>shop</a>)."
       "</p>",
       true},
      {"'cited'",
       "<p>Tea cures flu. So says the <a "
       "href='https://www.who.int/x'>WHO</a>.</p>",
       true},
      {"{ cited = { within = 'paragraph' } }",
       "<p>Tea cures flu. So says the <a href='https://www.who.int/x'>WHO</a>."
       "</p>",
       false},
      {"{ cited = { tier = 1 } }",
       "<p>Tea cures flu (<a href='https://www.who.int/x'>WHO</a>).</p>", true},
      {"{ cited = { within = 'section' } }",
       "<h2>Tea</h2><p>Tea cures flu.</p><p><a href='https://www.who.int/x'>"
       "WHO</a></p>",
       false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.guard);
    CAPTURE(c.html);
    const RuleSet::Loaded loaded = testing::LoadText(RuleWith(c.guard));
    REQUIRE(loaded.errors.empty());
    const FileReport report =
        testing::LintHtml(loaded.rules, std::string(c.html));
    CHECK(!report.findings.empty() == c.flagged);
  }
}

TEST_CASE("guards are listed by name") {
  std::string previous;
  for (const Guard* const guard : AllGuards()) {
    CHECK(previous < guard->name);
    CHECK(FindGuard(guard->name) == guard);
    CHECK(!guard->summary.empty());
    previous = guard->name;
  }
  CHECK(FindGuard("no-such-guard") == nullptr);
}

}  // namespace
}  // namespace medlint
