// SPDX-License-Identifier: Apache-2.0
//
// Hints of a site on pages that are built as real templates build them.

#include "linter/page/hinted_facts.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/page/read_page.h"
#include "tests/support/load_rules.h"

namespace medlint {
namespace {

using testing::Join;

// WordPress: a theme with builder classes, the byline outside of the content.
constexpr std::string_view kWordPress =
    R"(<html><head><title>Ginger for colds - Healthy Roots</title>
<meta property="article:section" content="Home Remedies"></head>
<body class="single-post">
<div class="nav-wrap"><a href="/">Home</a> <a href="/a">All</a></div>
<div class="sidebar-content">
<h1 class="entry-title">Ginger for colds</h1>
<div class="meta-info"><span class="vcard">Jane Doe</span>
<span class="date-a">3 May 2024</span>
<span class="date-b">Last checked by our team on June 7, 2025</span></div>
<div class="entry-text">
<p>Ginger is a root that people have eaten for a very long time at sea.</p>
<div class="promo-box"><p>Buy our tea now, it is the best tea there is.</p></div>
<p>Some of them say that it settles the stomach on a long journey by bus.</p>
<div class="small-print"><p>We are only writers here, and no one's physician.
Ask your doctor.</p></div>
</div></div></body></html>)";

// Hints that all match, for one page.
struct HintText {
  HintField field;
  std::string_view selector;
};

std::unique_ptr<Page> ReadHintedPage(std::string_view html,
                                     const std::vector<HintText>& texts,
                                     ArticleHints& hints) {
  for (const HintText& text : texts) {
    HintSelector::Mistake mistake;
    auto selector = HintSelector::Compile(text.selector, mistake);
    REQUIRE(selector.has_value());
    hints.hints.push_back({text.field, *std::move(selector)});
  }
  return testing::ReadPage(html, &hints);
}

TEST_CASE("hints that match are believed") {
  ArticleHints hints;
  hints.types = {{"home remedies", "supplement"}};
  const auto page = ReadHintedPage(
      kWordPress,
      {{HintField::kType, "meta[property='article:section']@content"},
       {HintField::kAuthor, ".meta-info .vcard"},
       {HintField::kPublished, ".date-a"},
       {HintField::kReviewed, ".meta-info > .date-b"},
       {HintField::kMain, ".entry-text"},
       {HintField::kDisclaimer, ".small-print"},
       {HintField::kSkip, ".promo-box"}},
      hints);
  const PageFacts& facts = page->facts;
  CHECK(facts.type == "supplement");
  CHECK(facts.type_is_clear);
  CHECK(Join(facts.authors) == "Jane Doe");
  CHECK(Join(facts.published) == "3 May 2024");
  CHECK(Join(facts.reviewed) == "June 7, 2025");
  REQUIRE(facts.disclaimers.size() == 1);
  const Document& document = page->document;
  CHECK(document.Slice(facts.disclaimers[0].not_advice).starts_with("We are"));
  CHECK(!facts.disclaimers[0].consult.empty());
  CHECK(document.hinted().size() == 7);
  std::string kept;
  for (const Block& block : document.blocks()) {
    const bool in_main = document.main().Contains(block.text);
    if (!in_main || block.zone == Zone::kBoilerplate) continue;
    const std::string_view text = document.Slice(block.text);
    kept += (kept.empty() ? "" : "|") + std::string(text.substr(0, 6));
  }
  CHECK(kept == "Ginger|Jane D|Ginger|Some o|We are");
}

TEST_CASE(
    "without hints, and with hints that match nothing, pages are guessed") {
  ArticleHints none;
  ArticleHints useless;
  const auto plain = ReadHintedPage(kWordPress, {}, none);
  const auto page =
      ReadHintedPage(kWordPress,
                     {{HintField::kType, ".section"},
                      {HintField::kAuthor, ".writer"},
                      {HintField::kReviewed, "h1"},  // holds no date
                      {HintField::kMain, "#content"},
                      {HintField::kDisclaimer, "aside.note"},
                      {HintField::kSkip, ".ads"}},
                     useless);
  CHECK(page->facts.type == plain->facts.type);
  CHECK(Join(page->facts.authors) == Join(plain->facts.authors));
  CHECK(Join(page->facts.reviewed) == Join(plain->facts.reviewed));
  CHECK(page->document.main() == plain->document.main());
  CHECK(page->facts.disclaimers.size() == plain->facts.disclaimers.size());
}

TEST_CASE("names and dates are read out of what hints find") {
  struct Case {
    HintField field;
    std::string_view selector;
    std::string_view html;
    std::string_view value;
  };
  constexpr Case kCases[] = {
      {HintField::kAuthor, ".b", "<h1>A</h1><p class=b>Jane Doe</p>",
       "Jane Doe"},
      {HintField::kAuthor, ".b li",
       "<h1>A</h1><ul class=b><li>Jane Doe<li>John Roe</ul>",
       "Jane Doe | John Roe"},
      {HintField::kAuthor, "div@data-author",
       "<div data-author='J. Doe'><h1>A</h1></div>", "J. Doe"},
      {HintField::kAuthor, "meta[name=writer]@content",
       "<meta name=writer content='J. Doe'><h1>A</h1>", "J. Doe"},
      {HintField::kReviewer, "[itemprop=checker]",
       "<h1>A</h1><p itemprop=checker>Dr Ann Lee, MD</p>", "Dr Ann Lee, MD"},
      {HintField::kModified, "time@datetime",
       "<h1>A</h1><time datetime=2025-02-03T10:00>last week</time>",
       "2025-02-03T10:00"},
      {HintField::kPublished, ".d", "<h1>A</h1><p class=d>On 11 Feb 2025</p>",
       "11 Feb 2025"},
      {HintField::kPublished, ".d", "<h1>A</h1><p class=d>soon</p>", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    ArticleHints hints;
    const auto page = ReadHintedPage(c.html, {{c.field, c.selector}}, hints);
    const PageFacts& facts = page->facts;
    const std::string value =
        Join(c.field == HintField::kAuthor     ? facts.authors
             : c.field == HintField::kReviewer ? facts.reviewers
             : c.field == HintField::kModified ? facts.modified
                                               : facts.published);
    CHECK(value == c.value);
  }
}

}  // namespace
}  // namespace medlint
