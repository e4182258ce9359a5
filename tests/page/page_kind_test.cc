// SPDX-License-Identifier: Apache-2.0

#include "linter/page/page_kind.h"

#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "linter/engine/linter.h"
#include "tests/support/load_rules.h"

namespace medlint::testing {
namespace {

std::string KindOf(std::string html) {
  auto source = SourceFile::FromBytes("page.html", std::move(html), {});
  REQUIRE(source);
  const auto page = Linter(ShippedRules(), {}).Read(*source);
  REQUIRE(page);
  return std::string(PageKindName((*page)->facts.kind));
}

std::string Repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

TEST_CASE("kinds of pages") {
  const std::string health = Repeat(
      "<p>Arthritis is a disease of the joints, and pain is its symptom. A "
      "doctor can tell you about treatment.</p>",
      8);
  const std::string other = Repeat(
      "<p>The ferry leaves the quay at nine and crosses the bay in an hour, "
      "past the island with the white church.</p>",
      12);
  const std::string links = Repeat(
      "<li><a href=/a>Arthritis and other diseases of the joints</a></li>", 60);
  struct Case {
    std::string html;
    std::string_view kind;
  };
  const Case cases[] = {
      {"<h1>Arthritis</h1>" + health, "article"},
      {"<h1>Arthritis</h1><p>Too short to tell.</p>", "article"},
      {"<h1>A day in the bay</h1>" + other, "other"},
      {"<title>Privacy policy</title><h1>Privacy policy</h1>" + health,
       "policy"},
      {"<h1>Our privacy in hospital</h1>" + health, "article"},
      {"<h1>Conditions from A to Z</h1><ul>" + links + "</ul>", "hub"},
      {"<h1>Health library</h1><ul>" +
           Repeat("<li><a href=/a>Arthritis</a><p>What it is, what helps, "
                  "and when to ask for help with your joints.</p></li>",
                  16) +
           "</ul>",
       "hub"},
      // A recipe has herbs in it, and is about health if it says so often.
      {"<script type=application/ld+json>{\"@type\":\"Recipe\"}</script>"
       "<h1>Ginger cake</h1>" +
           Repeat("<p>Grate the ginger, melt the butter, stir in the honey and "
                  "bake it in a hot oven until a skewer comes out clean.</p>",
                  12),
       "other"},
      {"<script type=application/ld+json>{\"@type\":\"Recipe\"}</script>"
       "<h1>Soup for arthritis</h1>" +
           health,
       "article"},
      // Links among prose make no hub.
      {"<h1>Arthritis</h1>" + health + health + "<ul>" + links + "</ul>" +
           health + health,
       "article"},
      {"<h1>Joint capsules</h1>" + health +
           "<p>In stock</p><button>Add to basket</button>",
       "product"},
      {"<script type=application/ld+json>{\"@type\":\"Product\"}</script>"
       "<h1>Joint capsules</h1>" +
           health,
       "product"},
      // A review names a product and is an article.
      {"<script type=application/ld+json>[{\"@type\":\"Product\"},"
       "{\"@type\":\"Article\"}]</script><h1>Joint capsules</h1>" +
           health,
       "article"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html.substr(0, 120));
    CHECK(KindOf(c.html) == c.kind);
  }
}

TEST_CASE("an article type that the caller gives makes an article") {
  LintOptions options;
  options.type = "treatment";
  auto source = SourceFile::FromBytes(
      "page.html", "<title>Privacy policy</title><h1>Privacy policy</h1>", {});
  REQUIRE(source);
  const auto page = Linter(ShippedRules(), options).Read(*source);
  REQUIRE(page);
  CHECK((*page)->facts.kind == PageKind::kArticle);
}

TEST_CASE("a page that is not about health gets spam and structure alone") {
  std::string html =
      "<h1>A day in the bay</h1>" +
      Repeat(
          "<p>The ferry leaves the quay at nine and crosses the bay in an "
          "hour, past the island with the white church.</p>",
          60) +
      "<p>Our guide’s tea cures arthritis. ad7 ad2 1xbet apk ad11</p>";
  const FileReport report = LintHtml(ShippedRules(), html);
  CHECK(report.kind == "other");
  for (const Finding& finding : report.findings) {
    CAPTURE(finding.rule->id);
    const std::string_view category = finding.rule->category();
    CHECK(
        (category == "spam" || category == "links" || category == "structure"));
  }
  CHECK_FALSE(report.findings.empty());
}

TEST_CASE("names lead back to kinds") {
  for (std::size_t i = 0; i < kPageKinds; ++i) {
    const auto kind = static_cast<PageKind>(i);
    CHECK(PageKindNamed(PageKindName(kind)) == kind);
  }
  CHECK_FALSE(PageKindNamed("artikel"));
}

}  // namespace
}  // namespace medlint::testing
