// SPDX-License-Identifier: Apache-2.0
//
// Fixes on bytes, in every encoding, and what the shipped rules make of their
// own bad examples.

#include "linter/engine/fixer.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "linter/engine/self_check.h"
#include "linter/text/encoding.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

using Sources = std::shared_ptr<const SourceFile>;

Sources FromBytes(std::string bytes, const SourceFile::Options& options) {
  auto source = SourceFile::FromBytes("page", std::move(bytes), options);
  REQUIRE(source);
  return *source;
}

FixedPage FixAll(const Linter& linter, std::string bytes, FixScope scope,
                 const SourceFile::Options& options = {}) {
  auto report = linter.Lint(FromBytes(std::move(bytes), options));
  REQUIRE(report);
  return FixPage(*std::move(report), scope, options,
                 [&](Sources changed) { return linter.Lint(changed); });
}

std::string Bytes(const FixedPage& page) {
  return std::string(page.report.source->bytes());
}

TEST_CASE("text is encoded as files are") {
  struct Case {
    std::string_view utf8;
    std::string_view encoding;
    std::optional<std::string_view> bytes;
  };
  using std::string_view_literals::operator""sv;
  static constexpr Case kCases[] = {
      {"é€", "UTF-8", "é€"},
      {"é€", "windows-1252", "\xE9\x80"},
      {"\u0081", "windows-1252", "\x81"},
      {"ł", "windows-1252", std::nullopt},
      {"a😀", "UTF-16LE", "a\0\x3D\xD8\0\xDE"sv},
      {"a😀", "UTF-16BE", "\0a\xD8\x3D\xDE\0"sv},
      {"あ", "windows-31j", "\x82\xA0"},
      {"ł", "windows-31j", std::nullopt},
      {"a", "ISO-2022-JP", std::nullopt},
      {"a", "no such encoding", std::nullopt},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.encoding);
    const auto bytes = Encode(c.utf8, std::string(c.encoding));
    REQUIRE(bytes.has_value() == c.bytes.has_value());
    if (bytes) CHECK(*bytes == *c.bytes);
  }
}

TEST_CASE("fixes leave every other byte as it is, in any encoding") {
  struct Case {
    std::string name;
    std::string before;
    std::string after;
  };
  const auto utf16 = [](std::string_view text, bool big) {
    return (big ? "\xFE\xFF" : "\xFF\xFE") +
           *Encode(text, big ? "UTF-16BE" : "UTF-16LE");
  };
  const std::string_view before =
      "<p>Café 😀.</p>\r\n<p>ad4 ad2</p>\r\n<p>Rest.</p>";
  const std::string_view after = "<p>Café 😀.</p>\r\n<p>Rest.</p>";
  const std::vector<Case> cases = {
      {"utf-8", std::string(before), std::string(after)},
      {"bom", "\xEF\xBB\xBF" + std::string(before),
       "\xEF\xBB\xBF" + std::string(after)},
      {"utf-16le", utf16(before, false), utf16(after, false)},
      {"utf-16be", utf16(before, true), utf16(after, true)},
      {"windows-1252",
       "<meta charset=windows-1252><p>Caf\xE9 \x93.</p>\n<p>ad4</p>\n",
       "<meta charset=windows-1252><p>Caf\xE9 \x93.</p>\n"},
      {"shift_jis",
       "<meta charset=shift_jis><p>\x82\xA0\x83\x5C.</p>\n<p>ad4</p>\n",
       "<meta charset=shift_jis><p>\x82\xA0\x83\x5C.</p>\n"},
      {"invalid bytes and NUL",
       "<p>Caf\xE9 \x01.</p>\n<p>ad4</p>\n<p>\xC3\xA9 \xFF</p>",
       "<p>Caf\xE9 \x01.</p>\n<p>\xC3\xA9 \xFF</p>"},
      {"CR alone", "<p>Rest.</p>\r<p>ad4</p>\r<p>Walk.</p>\r",
       "<p>Rest.</p>\r<p>Walk.</p>\r"},
  };
  LintOptions options;
  options.select = {"spam/ad-slot-marker"};
  const Linter linter(testing::ShippedRules(), options);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const FixedPage page = FixAll(linter, c.before, FixScope::kSafe);
    CHECK_FALSE(page.problem);
    CHECK(page.fixed > 0);
    CHECK(Bytes(page) == c.after);
  }
}

TEST_CASE("what an encoding lacks becomes a character reference, or an error") {
  const std::vector<Edit> edits = {
      {.where = {.begin = 3, .end = 4}, .replacement = "ł“"}};
  const SourceFile::Options html = {.encoding = "windows-1252"};
  const auto page = FromBytes("<p>\xE9</p>", html);
  // "é" is two bytes of the clean text.
  const std::vector<Edit> whole = {
      {.where = {.begin = 3, .end = 5}, .replacement = "ł“"}};
  const auto fixed = ApplyEdits(*page, whole, html);
  REQUIRE(fixed);
  CHECK(*fixed == "<p>&#322;\x93</p>");

  const SourceFile::Options text = {.format = SourceFile::Format::kPlainText,
                                    .encoding = "windows-1252"};
  const auto plain = FromBytes("abcdef", text);
  const auto refused = ApplyEdits(*plain, edits, text);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what().find("cannot be written in windows-1252") !=
        std::string::npos);
  CHECK_FALSE(refused.error().hint().empty());

  const SourceFile::Options japanese = {.encoding = "iso-2022-jp"};
  const auto stateful = FromBytes("<p>abc</p>", japanese);
  CHECK_FALSE(ApplyEdits(*stateful, edits, japanese));
}

const Rule kAnyRule;

Finding Fixable(Offset begin, Offset end, std::string replacement) {
  Finding made;
  made.rule = &kAnyRule.info;
  made.where = {begin, end};
  made.fixes.push_back({.title = "t",
                        .is_safe = true,
                        .edits = {{.where = {begin, end},
                                   .replacement = std::move(replacement)}}});
  return made;
}

TEST_CASE("what the encoding cannot hold holds up no other fix") {
  struct Case {
    std::string_view encoding;
    std::string_view after;
    std::vector<std::string_view> reasons;
  };
  const std::vector<Case> cases = {
      {"windows-1252", "AbcdeFgh", {"“→” cannot be written in windows-1252"}},
      {"utf-8", "Ab→eFgh", {}},
      {"iso-2022-jp",
       "abcdefgh",
       {"what a byte means in ", "what a byte means in ",
        "what a byte means in "}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.encoding);
    const SourceFile::Options options = {
        .format = SourceFile::Format::kPlainText,
        .encoding = std::string(c.encoding)};
    FileReport report;
    report.source = FromBytes("abcdefgh", options);
    report.findings = {Fixable(0, 1, "A"), Fixable(2, 4, "→"),
                       Fixable(5, 6, "F")};
    const auto unwritable = UnwritableFixes(report, FixScope::kSafe);
    REQUIRE(unwritable.size() == c.reasons.size());
    for (std::size_t i = 0; i < unwritable.size(); ++i)
      CHECK(unwritable[i].reason.starts_with(c.reasons[i]));
    const int writable = 3 - static_cast<int>(unwritable.size());
    Report all;
    all.files.push_back(report);
    CHECK(CountFixable(all, FixScope::kSafe) == writable);
    const FixedPage page =
        FixPage(report, FixScope::kSafe, options, [&](Sources changed) {
          FileReport again;
          again.source = std::move(changed);
          if (writable == 2) again.findings = {report.findings[1]};
          return Result<FileReport>(std::move(again));
        });
    CHECK_FALSE(page.problem);
    CHECK(page.fixed == writable);
    CHECK(Bytes(page) == c.after);
    CHECK(page.report.findings.size() == unwritable.size());
  }
}

TEST_CASE("of two fixes in each other's way the first wins") {
  FileReport report;
  report.source = FromBytes("abcdefghij", {});
  report.findings = {Fixable(0, 4, ""),  Fixable(2, 6, ""),  Fixable(4, 8, "x"),
                     Fixable(4, 8, "x"), Fixable(8, 8, "y"), Fixable(8, 8, "z"),
                     Fixable(9, 9, "")};
  const FixPlan plan = PlanFixes(report, FixScope::kSafe);
  CHECK(plan.findings == 5);
  REQUIRE(plan.edits.size() == 4);
  CHECK(plan.edits[1].where == CleanSpan{4, 8});
  CHECK(plan.edits[2].replacement == "y");

  // What holds a suppressed finding stays.
  report.suppressed.push_back({.finding = Fixable(7, 9, ""), .reason = "r"});
  CHECK(PlanFixes(report, FixScope::kSafe).findings == 2);
  // And unsafe fixes are asked for.
  for (Finding& each : report.findings)
    each.fixes.front().is_safe = false;
  CHECK(PlanFixes(report, FixScope::kSafe).edits.empty());
  CHECK(PlanFixes(report, FixScope::kAll).findings == 2);
}

// What is found in a page, apart from where.
std::multiset<std::string> FoundIn(const FileReport& report) {
  std::multiset<std::string> found;
  for (const Finding& finding : report.findings)
    found.insert(finding.rule->id);
  return found;
}

// A chatbot's mark stands where a source should be, and hides that there is
// none: without it the claim is seen to be uncited, which is true.
bool IsUncovered(std::string_view fixed, std::string_view found) {
  return fixed == "spam/llm-citation-token" &&
         found.starts_with("claims/uncited-");
}

TEST_CASE("a fix mends its finding, and makes no new one") {
  const RuleSet& rules = testing::ShippedRules();
  int pages = 0;
  int fixed = 0;
  for (const Rule& rule : rules.rules()) {
    if (rule.fixes.empty()) continue;
    int fixed_of_rule = 0;
    for (const Example& example : rule.info.examples) {
      if (!example.bad) continue;
      CAPTURE(rule.info.id);
      CAPTURE(example.text);
      const std::string html = ExamplePage(example);
      const LintOptions only = ExampleOptions(rule.info, example);
      LintOptions all = only;
      all.select.clear();
      const Linter one(rules, only);
      const Linter linter(rules, all);
      const auto before = linter.Lint(FromBytes(html, {}));
      REQUIRE(before);
      const auto expected = one.Lint(FromBytes(html, {}));
      REQUIRE(expected);
      const FixedPage page = FixAll(one, html, FixScope::kAll);
      ++pages;
      fixed_of_rule += page.fixed;
      CHECK_FALSE(page.problem);
      // Nothing that can be fixed is left, so fixing again changes nothing.
      CHECK(PlanFixes(page.report, FixScope::kAll).edits.empty());
      CHECK(page.report.findings.size() +
                static_cast<std::size_t>(page.fixed) <=
            expected->findings.size());
      const auto after = linter.Lint(page.report.source);
      REQUIRE(after);
      const auto found_before = FoundIn(*before);
      const auto found_after = FoundIn(*after);
      for (const std::string& id : found_after) {
        if (IsUncovered(rule.info.id, id)) continue;
        CHECK_MESSAGE(found_after.count(id) <= found_before.count(id),
                      (id + " in " + Bytes(page)));
      }
    }
    CHECK_MESSAGE(fixed_of_rule > 0, rule.info.id);
    fixed += fixed_of_rule;
  }
  CHECK(pages > 50);
  CHECK(fixed > 50);
}

}  // namespace
}  // namespace medlint
