// SPDX-License-Identifier: Apache-2.0
//
// Each repair alone: a page before, and what its fixes make of it.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/engine/fixer.h"
#include "linter/engine/linter.h"
#include "linter/fixes/registry.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

constexpr std::string_view kHead = R"([[rule]]
id       = "spam/example"
severity = "error"
language = "any"
summary  = "s"
message  = "m"
bad      = ["x [[ad1]]"]
good     = ["It helps."]
)";

// Flags every ad1, ad2, ... wherever it stands.
std::string Words(std::string_view fix) {
  return std::string(kHead) + R"(kind = "phrase"
per  = "match"
any  = ['ad\d+']
whole-words = false
zones = ["title", "heading", "summary", "main", "quote", "meta", "jsonld", "attribute", "url", "comment", "boilerplate", "hidden"]
fix  = )" +
         std::string(fix) + "\n";
}

std::string Links(std::string_view fix) {
  return std::string(kHead) + R"(kind = "markup"
element = ["a"]
attribute = "href"
value = ["*aff=*"]
lacks-rel = ["sponsored"]
fix = )" +
         std::string(fix) + "\n";
}

// The page once no more fix can be made.
std::string Fixed(std::string_view rule, std::string html,
                  SourceFile::Format format = SourceFile::Format::kHtml) {
  // Read once: it takes longer than all that is done with it.
  static std::map<std::string, RuleSet::Loaded, std::less<>> read_rules;
  auto known = read_rules.find(rule);
  if (known == read_rules.end()) {
    known = read_rules.emplace(rule, testing::LoadText(rule)).first;
  }
  const RuleSet::Loaded& loaded = known->second;
  REQUIRE_MESSAGE(loaded.errors.empty(), loaded.errors.front().ToString());
  LintOptions options;
  options.page_kind = PageKind::kArticle;
  const Linter linter(loaded.rules, options);
  const SourceFile::Options read = {.format = format};
  const auto source = SourceFile::FromBytes("page", std::move(html), read);
  REQUIRE(source);
  auto report = linter.Lint(*source);
  REQUIRE(report);
  const FixedPage page =
      FixPage(*std::move(report), FixScope::kAll, read,
              [&](auto changed) { return linter.Lint(std::move(changed)); });
  CHECK_FALSE(page.problem);
  return std::string(page.report.source->bytes());
}

struct Case {
  std::string_view before;
  std::string_view after;
};

TEST_CASE("remove takes words away and what would be left over") {
  static constexpr Case kCases[] = {
      // Words.
      {"<p>Rest ad1 well.</p>", "<p>Rest well.</p>"},
      {"<p>ad1 Rest well.</p>", "<p>Rest well.</p>"},
      {"<p>Rest well ad1.</p>", "<p>Rest well.</p>"},
      {"<p>Rest well. ad1</p>", "<p>Rest well.</p>"},
      {"<p>Rest (ad1) well.</p>", "<p>Rest well.</p>"},
      {"<p>Rest.\n  ad1 ad2\n</p>", "<p>Rest.\n</p>"},
      {"<p>Rest.\nad1\nWalk.</p>", "<p>Rest.\nWalk.</p>"},
      {"<p>Rest. a<b>d</b>1 Walk.</p>", "<p>Rest. <b></b>Walk.</p>"},
      {"<p>Rest &#97;d1 well.</p>", "<p>Rest well.</p>"},
      {"<p>Rest ad1<!-- note --> well.</p>", "<p>Rest <!-- note -->well.</p>"},
      // Words that would run together stay.
      {"<p>Restad1well.</p>", "<p>Restad1well.</p>"},
      // Elements.
      {"<p>Rest.</p>\n<p>ad1</p>\n<p>Walk.</p>\n",
       "<p>Rest.</p>\n<p>Walk.</p>\n"},
      {"<p>Rest.</p>\n\n  <p class=\"x\">\n    ad1\n  </p>\n\n<p>Walk.</p>\n",
       "<p>Rest.</p>\n\n<p>Walk.</p>\n"},
      {"<p>Rest.</p><p>ad1 | ad2</p><p>Walk.</p>", "<p>Rest.</p><p>Walk.</p>"},
      {"<p>Rest.</p><p><b>ad1</b> <i>ad2</i></p><p>Walk.</p>",
       "<p>Rest.</p><p>Walk.</p>"},
      {"<p>Rest <b>ad1</b> well.</p>", "<p>Rest well.</p>"},
      {"<p>Rest. <b><i>ad1</i> <i>ad2</i></b></p>", "<p>Rest.</p>"},
      {"<p>Rest.</p><ul><li>ad1</li></ul><p>Walk.</p>",
       "<p>Rest.</p><p>Walk.</p>"},
      {"<ul><li>Rest.</li><li>ad1</li></ul>", "<ul><li>Rest.</li></ul>"},
      {"<ul><li>Rest.\n<li>ad1\n<li>Walk.</ul>",
       "<ul><li>Rest.\n<li>Walk.</ul>"},
      {"<p>Rest.</p><table><tr><td>ad1<td>ad2</table><p>Walk.</p>",
       "<p>Rest.</p><p>Walk.</p>"},
      {"<table><tr><td>Rest.<td>ad1</table>",
       "<table><tr><td>Rest.<td></table>"},
      // What may be looked for stays, without its words.
      {"<p>Rest.</p><div id=\"slot\">ad1</div>",
       "<p>Rest.</p><div id=\"slot\"></div>"},
      {"<p>Rest.</p><p>ad1<img src=\"a.png\" alt=\"A knee\"></p>",
       "<p>Rest.</p><p><img src=\"a.png\" alt=\"A knee\"></p>"},
      {"<p>Rest.</p><p><!-- more -->ad1</p>",
       "<p>Rest.</p><p><!-- more --></p>"},
      // What parts two texts stays.
      {"<div>Rest.<p>ad1</p>Walk.</div>", "<div>Rest.<p></p>Walk.</div>"},
      // A line of its own goes with its line break.
      {"<p>Rest.<br>ad1<br>Walk.</p>", "<p>Rest.<br>Walk.</p>"},
      {"<p>Rest.<br>\nad1</p>", "<p>Rest.</p>"},
      // Nothing is left without its words that needs some.
      {"<h1>ad1</h1><p>Rest.</p>", "<h1>ad1</h1><p>Rest.</p>"},
      {"<p>Rest. <a href=\"/x\">ad1</a></p>",
       "<p>Rest. <a href=\"/x\">ad1</a></p>"},
      {"<title>ad1</title><p>Rest.</p>", "<title>ad1</title><p>Rest.</p>"},
      {"<title>Rest ad1</title><p>Rest.</p>",
       "<title>Rest</title><p>Rest.</p>"},
      // Not seen in place.
      {"<p>Rest.</p><img src=\"a.png\" alt=\"A knee ad1\">",
       "<p>Rest.</p><img src=\"a.png\" alt=\"A knee\">"},
      {"<p><a href=\"/ad1\">Rest.</a></p>",
       "<p><a href=\"/ad1\">Rest.</a></p>"},
      {"<meta name=\"description\" content=\"ad1\"><p>Rest.</p>",
       "<meta name=\"description\" content=\"ad1\"><p>Rest.</p>"},
      // Line ends stay what they are.
      {"<p>Rest.</p>\r\n<p>ad1</p>\r\n<p>Walk.</p>\r\n",
       "<p>Rest.</p>\r\n<p>Walk.</p>\r\n"},
  };
  const std::string rule = Words(R"({ do = "remove", title = "t" })");
  for (const Case& c : kCases)
    CHECK(Fixed(rule, std::string(c.before)) == c.after);
}

TEST_CASE("remove takes lines out of plain text") {
  const std::string rule = Words(R"({ do = "remove", title = "t" })");
  CHECK(Fixed(rule, "Rest.\n\nad1 ad2\n\nWalk.\n",
              SourceFile::Format::kPlainText) == "Rest.\n\nWalk.\n");
}

TEST_CASE("what is suppressed stays, and what would take it away is not made") {
  const std::string rule = Words(R"({ do = "remove", title = "t" })");
  const std::string html =
      "<p>Rest.</p><!-- medlint-disable-next-block spam/* -- a quotation -->"
      "<p>ad1</p><p>Walk ad2 on.</p>";
  // spam/* may not be suppressed in a page, so all of it goes but the comment.
  CHECK(Fixed(rule, html) ==
        "<p>Rest.</p><!-- medlint-disable-next-block spam/* -- a quotation -->"
        "<p>Walk on.</p>");
}

TEST_CASE("remove-characters takes some of the characters away") {
  const std::string rule =
      Words(R"({ do = "remove-characters", title = "t", characters = '\d' })");
  CHECK(Fixed(rule, "<p>An ad&#49;2 is here.</p>") == "<p>An ad is here.</p>");
}

TEST_CASE("replace writes other words") {
  struct Swap {
    std::string_view swaps;
    std::string_view before;
    std::string_view after;
  };
  static constexpr Swap kCases[] = {
      {R"({ from = 'ad(\d)', to = '\1 & \1' })", "<p>An ad1.</p>",
       "<p>An 1 &amp; 1.</p>"},
      {R"({ from = '^a', to = "<" }, { from = 'd1', to = "\"" })",
       "<p><img src=a alt=\"An ad1\">Rest.</p>",
       "<p><img src=a alt=\"An &lt;&quot;\">Rest.</p>"},
      {R"({ from = '^', to = "b" }, { from = 'ad1', to = "c" })",
       "<p>An ad1.</p>", "<p>An bad1.</p>"},
      {R"({ from = 'ad1', to = "c" })", "<p>An a<b>d</b>1.</p>",
       "<p>An c<b></b>.</p>"},
      {R"({ from = 'ad1', to = "c" })",
       "<p>Rest.</p><script type=\"application/ld+json\">{\"@type\": "
       "\"Article\", \"headline\": \"An ad1\"}</script>",
       "<p>Rest.</p><script type=\"application/ld+json\">{\"@type\": "
       "\"Article\", \"headline\": \"An ad1\"}</script>"},
  };
  for (const Swap& c : kCases) {
    const std::string rule =
        Words("{ do = \"replace\", title = \"t\", of = ['ad1'], swaps = [" +
              std::string(c.swaps) + "] }");
    // The rule would find what "^" leaves for ever.
    const std::string once =
        c.swaps.starts_with("{ from = '^',") ? "bbbbbbbbbbbbbbbbbbbb" : "";
    if (once.empty()) {
      CHECK(Fixed(rule, std::string(c.before)) == c.after);
    } else {
      CHECK(Fixed(rule, std::string(c.before)) == "<p>An " + once + "ad1.</p>");
    }
  }
}

TEST_CASE("remove-parameter takes a parameter and one sign beside it") {
  const std::string rule = Words(R"({ do = "remove-parameter", title = "t" })");
  static constexpr Case kCases[] = {
      {"<p><a href=\"/x?ad1\">Rest.</a></p>",
       "<p><a href=\"/x\">Rest.</a></p>"},
      {"<p><a href=\"/x?ad1&amp;b=1\">Rest.</a></p>",
       "<p><a href=\"/x?b=1\">Rest.</a></p>"},
      {"<p><a href=\"/x?a=1&ad1#top\">Rest.</a></p>",
       "<p><a href=\"/x?a=1#top\">Rest.</a></p>"},
      {"<p><a href=\"/x?a=1&ad1.b\">Rest.</a></p>",
       "<p><a href=\"/x?a=1&ad1.b\">Rest.</a></p>"},
      {"<p><a href=\"/x?bad1\">Rest.</a></p>",
       "<p><a href=\"/x?bad1\">Rest.</a></p>"},
      {"<p>See https://a.example/?ad1 now.</p>",
       "<p>See https://a.example/ now.</p>"},
  };
  for (const Case& c : kCases)
    CHECK(Fixed(rule, std::string(c.before)) == c.after);
}

TEST_CASE("add-rel keeps what a link says of itself") {
  const std::string rule =
      Links(R"({ do = "add-rel", rel = "sponsored", title = "t" })");
  static constexpr Case kCases[] = {
      {"<p><a href=\"/?aff=1\" class=x>Mat</a></p>",
       "<p><a href=\"/?aff=1\" rel=\"sponsored\" class=x>Mat</a></p>"},
      {"<p><a href=/?aff=1>Mat</a></p>",
       "<p><a href=/?aff=1 rel=\"sponsored\">Mat</a></p>"},
      {"<p><a href='/?aff=1' rel='noopener'>Mat</a></p>",
       "<p><a href='/?aff=1' rel='noopener sponsored'>Mat</a></p>"},
      {"<p><a rel=ugc href='/?aff=1'>Mat</a></p>",
       "<p><a rel=\"ugc sponsored\" href='/?aff=1'>Mat</a></p>"},
      {"<p><a rel=\"\" href='/?aff=1'>Mat</a></p>",
       "<p><a rel=\"sponsored\" href='/?aff=1'>Mat</a></p>"},
      {"<p><a rel href='/?aff=1'>Mat</a></p>",
       "<p><a rel=\"sponsored\" href='/?aff=1'>Mat</a></p>"},
  };
  for (const Case& c : kCases)
    CHECK(Fixed(rule, std::string(c.before)) == c.after);
}

TEST_CASE("unwrap and remove-element") {
  CHECK(Fixed(Links(R"({ do = "unwrap", title = "t" })"),
              "<p>A <a href=\"/?aff=1\"><b>mat</b></a>.</p>") ==
        "<p>A <b>mat</b>.</p>");
  CHECK(Fixed(Links(R"({ do = "remove-element", title = "t" })"),
              "<p>A <a href=\"/?aff=1\">mat</a> helps.</p>") ==
        "<p>A helps.</p>");
  CHECK(Fixed(Words(R"({ do = "remove-element", title = "t" })"),
              "<p>Rest.</p>\n<div style=\"display:none\">ad1 <b>x</b></div>\n"
              "<p>Walk.</p>") == "<p>Rest.</p>\n<p>Walk.</p>");
}

TEST_CASE("mistakes in a fix have a place") {
  struct Mistake {
    std::string_view fix;
    std::string_view what;
  };
  static constexpr Mistake kCases[] = {
      {R"({ do = "remvoe", title = "t" })", "there is no repair `remvoe`"},
      {R"({ do = "remove" })", "has no `title`"},
      {R"({ do = "remove", title = "t", sfae = true })", "unknown key `sfae`"},
      {R"({ do = "remove-characters", title = "t" })", "has no `characters`"},
      {R"({ do = "remove-characters", title = "t", characters = '[' })", ""},
      {R"({ do = "replace", title = "t" })", "`replace` needs `swaps`"},
      {R"({ do = "replace", title = "t", swaps = [{ from = 'a', to = '\x' }] })",
       "the number of a group"},
      {R"({ do = "add-rel", title = "t", rel = "a b" })", "one word"},
      {R"({ do = "remove", title = "t", of = ['('] })", ""},
      {R"("remove")", "`fix`"},
  };
  for (const Mistake& c : kCases) {
    const RuleSet::Loaded loaded = testing::LoadText(Words(c.fix));
    CAPTURE(c.fix);
    REQUIRE(loaded.errors.size() >= 1);
    CHECK(loaded.errors.front().ToString().starts_with("test.toml:"));
    CHECK(loaded.errors.front().what().find(c.what) != std::string::npos);
  }
}

TEST_CASE("repairs are found by name, in alphabetical order") {
  const auto all = AllRepairs();
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(FindRepair(all[i]->name) == all[i]);
    if (i > 0) CHECK(all[i - 1]->name < all[i]->name);
  }
  CHECK(FindRepair("nonsense") == nullptr);
}

}  // namespace
}  // namespace medlint
