// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/fingerprint.h"
#include "linter/engine/linter.h"
#include "linter/engine/message.h"
#include "linter/engine/selector.h"
#include "linter/engine/self_check.h"
#include "tests/language/cpu_time.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

TEST_CASE("messages take their captures") {
  const std::map<std::string, std::string> captures = {
      {"match", "cures\n  flu"}, {"brand", "1win"}};
  CHECK(FormatMessage("“{match}” by {brand}", captures) ==
        "“cures flu” by 1win");
  CHECK(FormatMessage("{nobody} {} {two words} {match", captures) ==
        " {} {two words} {match");
  const std::string longer(200, 'x');
  CHECK(FormatMessage("{match}", {{"match", longer}}) ==
        longer.substr(0, 80) + "…");
}

TEST_CASE("the words found stand in for {match} unless a capture does") {
  CHECK(FormatMessage("“{match}” by {brand}", {{"brand", "1win"}}, "apk") ==
        "“apk” by 1win");
  CHECK(FormatMessage("{match}", {{"match", "captured"}}, "found") ==
        "captured");
}

TEST_CASE("selectors choose rules") {
  struct Case {
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    bool cure;  // is claims/cure on?
    bool spam;  // is spam/zero-width?
  };
  const std::vector<Case> cases = {
      {{}, {}, true, true},
      {{"claims/*"}, {}, true, false},
      {{"claims/cure"}, {}, true, false},
      {{"*"}, {"claims/*"}, false, true},
      {{}, {"claims/*"}, false, true},
      {{}, {"*"}, false, false},
      {{"claims/cure"}, {"claims/*"}, true, false},
      {{"claims/*"}, {"claims/cure"}, false, false},
      {{"claims/cure"}, {"claims/cure"}, false, false},
  };
  for (const Case& c : cases) {
    CHECK(IsSelected("claims/cure", c.select, c.ignore) == c.cure);
    CHECK(IsSelected("spam/zero-width", c.select, c.ignore) == c.spam);
  }
}

TEST_CASE("fingerprints tell like from like by their order") {
  Fingerprinter one;
  one.Enter("tea cures flu");
  const std::string first = one.Next("claims/cure");
  const std::string second = one.Next("claims/cure");
  CHECK(first.size() == 16);
  CHECK(first != second);
  CHECK(first != one.Next("claims/heal"));
  one.Enter("tea heals flu");
  CHECK(first != one.Next("claims/cure"));
  Fingerprinter other;
  other.Enter("tea cures flu");
  CHECK(other.Next("claims/cure") == first);
  // The same words elsewhere are told from them too.
  other.Enter("tea heals flu");
  other.Enter("tea cures flu");
  CHECK(other.Next("claims/cure") == second);
}

TEST_CASE("fingerprints are linear in a sentence of many findings") {
  const auto seconds = [](std::size_t bytes) {
    const std::string sentence(bytes, 'a');
    const double start = testing::ThreadSeconds();
    Fingerprinter fingerprinter;
    fingerprinter.Enter(sentence);
    for (std::size_t i = 0; i < bytes / 8; ++i)
      (void)fingerprinter.Next("spam/marker");
    return testing::ThreadSeconds() - start;
  };
  CHECK(testing::GrowsLinearly(seconds));
}

constexpr std::string_view kRules = R"(
[[rule]]
id = "spam/words"
kind = "phrase"
severity = "error"
summary = "s"
message = "{match}"
any = ["tea", "apk"]
per = "match"
severity-in = { heading = "info" }
bad = ["[[tea]]"]
good = ["x"]

[[rule]]
id = "spam/brand"
kind = "phrase"
severity = "error"
summary = "s"
message = "{match} of {brand}"
any = ["(?P<brand>acme) apk"]
supersedes = ["spam/words"]
unless = ["negated"]
bad = ["[[acme apk]]"]
good = ["x"]

[[rule]]
id = "safety/missing"
kind = "page-needs"
severity = "error"
summary = "s"
message = "m"
section = { headings = ["risks"] }
when = { type = ["treatment"] }
bad = [{ html = "<p>x" }]
good = [{ html = "<h2>Risks</h2><ul><li>a</li><li>b</li></ul>" }]
)";

const RuleSet& EngineRules() {
  static const RuleSet::Loaded loaded = testing::LoadText(kRules);
  REQUIRE(loaded.errors.empty());
  return loaded.rules;
}

TEST_CASE("findings are precise, ordered and superseded") {
  CHECK(testing::Summarize(testing::LintHtml(
            EngineRules(),
            "<h2>Tea</h2><p>An acme <b>a</b>pk and <i>tea</i>.</p>"
            "<p>Not acme apk.</p>")) ==
        "1:5-1:8 info spam/words «Tea»\n"
        "1:19-1:34 error spam/brand «acme apk»\n"
        "1:42-1:45 error spam/words «tea»\n"
        "1:66-1:69 error spam/words «apk»\n");
}

TEST_CASE("a rule yields where any other has something to say") {
  const RuleSet::Loaded loaded = testing::LoadText(R"(
[[rule]]
id = "spam/any-word"
kind = "phrase"
severity = "warning"
summary = "s"
message = "m"
any = ["(?:red|blue) [a-z]+(?: [a-z]+){0,3}"]
yields-to = ["spam/*", "links/one"]
bad = ["[[red tea]]"]
good = ["x"]

[[rule]]
id = "spam/tea"
kind = "phrase"
severity = "warning"
summary = "s"
message = "m"
any = ["tea"]
bad = ["[[tea]]"]
good = ["x"]

[[rule]]
id = "links/one"
kind = "phrase"
severity = "warning"
summary = "s"
message = "m"
any = ["one"]
bad = ["[[one]]"]
good = ["x"]

[[rule]]
id = "links/two"
kind = "phrase"
severity = "warning"
summary = "s"
message = "m"
any = ["two"]
bad = ["[[two]]"]
good = ["x"]
)");
  for (const Error& error : loaded.errors)
    FAIL_CHECK(error.ToText());
  CHECK(loaded.rules.Find("spam/tea")->info.supersedes ==
        std::vector<std::string>{"spam/any-word"});
  CHECK(testing::Summarize(testing::LintHtml(
            loaded.rules,
            "<p>Red cup of tea. Blue one. Blue two. Red hat, and tea.</p>")) ==
        "1:15-1:18 warning spam/tea «tea»\n"
        "1:25-1:28 warning links/one «one»\n"
        "1:30-1:38 warning spam/any-word «Blue two»\n"
        "1:35-1:38 warning links/two «two»\n"
        "1:40-1:47 warning spam/any-word «Red hat»\n"
        "1:53-1:56 warning spam/tea «tea»\n");
}

TEST_CASE("every candidate has a reason") {
  LintOptions options;
  options.min_severity = Severity::kWarning;
  const Linter linter(EngineRules(), options);
  auto source = SourceFile::FromBytes(
      "t", "<h2>Tea</h2><p>An acme apk.</p><p>Not acme apk.</p>", {});
  const auto traced = linter.LintWithTrace(*source);
  REQUIRE(traced.has_value());
  std::string text;
  using Outcome = CandidateTrace::Outcome;
  for (const CandidateTrace& trace : traced->candidates) {
    const std::map<Outcome, std::string> names = {
        {Outcome::kFinding, "finding"},
        {Outcome::kExcused, "excused"},
        {Outcome::kSuperseded, "superseded"},
        {Outcome::kBelowMinimum, "below"}};
    text += trace.rule->id + " " + names.at(trace.outcome) + " " + trace.by +
            " «" + std::string(traced->document->Slice(trace.cue)) + "»\n";
  }
  CHECK(text ==
        "spam/words below  «»\n"
        "spam/brand finding  «»\n"
        "spam/words superseded spam/brand «»\n"
        "spam/brand excused negated «Not»\n"
        "spam/words finding  «»\n");
}

TEST_CASE("what a page lacks is an error only if its type is clear") {
  LintOptions options;
  options.select = {"safety/*"};
  auto source = SourceFile::FromBytes(
      "t", "<h1>Acupuncture therapy</h1><p>Acupuncture is a therapy.</p>", {});
  options.type = "treatment";
  const auto stated = Linter(EngineRules(), options).Lint(*source);
  REQUIRE(stated->findings.size() == 1);
  CHECK(stated->findings[0].severity == Severity::kError);
  CHECK_FALSE(stated->findings[0].is_span);
  CHECK(stated->findings[0].text == "Acupuncture therapy");
  options.type = "news";
  CHECK(Linter(EngineRules(), options).Lint(*source)->findings.empty());
}

TEST_CASE("any number of threads gives the same report") {
  std::vector<std::shared_ptr<const SourceFile>> sources;
  for (int i = 0; i < 40; ++i) {
    std::string html = "<h1>Page " + std::to_string(i) + "</h1>";
    for (int k = 0; k < i; ++k)
      html += "<p>tea and acme apk</p>";
    sources.push_back(
        *SourceFile::FromBytes("p" + std::to_string(i), html, {}));
  }
  const auto lint = [&](int threads) {
    const Linter linter(EngineRules(), {});
    const Report report = linter.LintAll(
        sources.size(),
        [&](std::size_t i) -> Result<std::shared_ptr<const SourceFile>> {
          if (i == 7) return Error(Error::Code::kUnreadable, "p7", "gone");
          return sources[i];
        },
        threads);
    std::string text = std::to_string(report.errors.size()) + "\n";
    for (const FileReport& file : report.files) {
      text += file.source->name() + "\n" + testing::Summarize(file);
    }
    return text;
  };
  const std::string one = lint(1);
  CHECK(one.starts_with("1\np0\n"));
  CHECK(lint(2) == one);
  CHECK(lint(8) == one);
}

TEST_CASE("self-check tells noisy, missing and misplaced examples") {
  const RuleSet::Loaded loaded = testing::LoadText(R"(
[[rule]]
id = "claims/x"
kind = "phrase"
severity = "error"
summary = "s"
message = "m"
any = ["tea"]
bad = ["So [[tea]].", "So [[coffee]].", "So [[tea and]] more."]
good = ["Coffee.", "Tea."]
)");
  REQUIRE(loaded.errors.empty());
  const SelfCheckResult result = SelfCheck(loaded.rules);
  CHECK(result.rules == 1);
  CHECK(result.examples == 5);
  REQUIRE(result.failures.size() == 3);
  CHECK(result.failures[0].kind == ExampleFailure::Kind::kMissing);
  CHECK(result.failures[1].kind == ExampleFailure::Kind::kMisplaced);
  CHECK(result.failures[1].what == "flagged «tea», expected «tea and»");
  CHECK(result.failures[2].kind == ExampleFailure::Kind::kNoisy);
}

}  // namespace
}  // namespace medlint
