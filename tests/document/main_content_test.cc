// SPDX-License-Identifier: Apache-2.0

#include "linter/document/main_content.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

// Prose that weighs something; "{1}" etc. in the pages below.
constexpr std::string_view kProse[] = {
    "<p>Ginger is a root that people have eaten for a very long time.</p>",
    "<p>Some of them say that it settles the stomach on a long journey.</p>",
    "<p>Others feel sick when they have had a lot of it in one day.</p>",
};

std::string Fill(std::string_view page) {
  std::string filled(page);
  for (std::size_t i = 0; i < std::size(kProse); ++i) {
    const std::string mark = "{" + std::to_string(i + 1) + "}";
    for (std::size_t at = filled.find(mark); at != std::string::npos;
         at = filled.find(mark, at)) {
      filled.replace(at, mark.size(), kProse[i]);
    }
  }
  return filled;
}

// The main content with '|' between blocks, its boilerplate left out.
std::string MainOf(const Document& document) {
  std::string main;
  for (const Block& block : document.blocks()) {
    if (!document.main().Contains(block.text)) continue;
    if (block.zone == Zone::kBoilerplate) continue;
    if (!main.empty()) main += '|';
    // The first two words tell the blocks apart.
    const std::string_view text = document.Slice(block.text);
    const std::size_t space = text.find(' ');
    main +=
        space == text.npos ? text : text.substr(0, text.find(' ', space + 1));
  }
  return main;
}

TEST_CASE("the main content of a page") {
  struct Case {
    std::string_view reason;
    std::string_view html;
    std::string_view main;
  };
  constexpr Case kCases[] = {
      {"article",
       "<body><nav><a href=/>Home</a></nav><article><h1>Ginger</h1>{1}{2}"
       "</article><p>Not part of it</p>",
       "Ginger|Ginger is|Some of"},
      {"the heaviest article",
       "<body><article><p>A teaser of some other page that is short</p>"
       "</article><article><h1>Ginger</h1>{1}{2}{3}</article>",
       "Ginger|Ginger is|Some of|Others feel"},
      {"teasers are no main content",
       "<body><main><h1>Roots</h1><article>{1}</article><article>{2}</article>"
       "<article>{3}</article></main>",
       "Roots|Ginger is|Some of|Others feel"},
      {"a comment is no main content, even if it is long",
       "<body><main><h1>Ginger</h1>{1}</main><section class=comments>"
       "<article>{2}{3}</article></section>",
       "Ginger|Ginger is"},
      {"main", "<body><p>Before</p><main><h1>Ginger</h1>{1}</main>",
       "Ginger|Ginger is"},
      {"role", "<body><p>Before</p><div role=main><h1>Ginger</h1>{1}</div>",
       "Ginger|Ginger is"},
      {"articleBody",
       "<body><p>Before it</p><div itemprop=articleBody>{1}{2}</div>",
       "Ginger is|Some of"},
      {"by weight",
       "<body><div><p>Before</p></div><div><div>{1}{2}{3}</div></div>"
       "<div>Contact us</div>",
       "Ginger is|Some of|Others feel"},
      {"the headline before the root",
       "<body><div><h1>Ginger</h1><p>By A. Writer</p></div>"
       "<article>{1}{2}</article>",
       "Ginger|By A.|Ginger is|Some of"},
      {"not the name of the site, if the title has the headline",
       "<title>All about ginger - Site</title><body><h1>Site</h1>"
       "<div><h2>All about ginger</h2>{1}{2}</div>",
       "All about|Ginger is|Some of"},
      {"breadcrumbs before the headline",
       "<body><main><p><a href=/>Home</a></p><h1>Ginger</h1>{1}{2}</main>",
       "Ginger|Ginger is|Some of"},
      {"the last lines stay",
       "<body><article><h1>Ginger</h1>{1}<p>Disclaimer: we only publish</p>"
       "<p>ad4 ad2 1win apk</p></article>",
       "Ginger|Ginger is|Disclaimer: we|ad4 ad2"},
      {"a fragment is main content as a whole",
       "<h1>Ginger</h1><p>Hot</p><ul><li>One</ul><p>ad4 ad2</p>",
       "Ginger|Hot|One|ad4 ad2"},
      {"frame in the midst",
       "<body><article><h1>Ginger</h1>{1}<div class='share-bar'>Tell all</div>"
       "<aside>{3}</aside>{2}{2}{2}<form>Your mail</form></article>",
       "Ginger|Ginger is|Some of|Some of|Some of"},
      {"a sign on everything is none",
       "<body><form id=aspnet><div class='sidebar-layout'><h1>Ginger</h1>{1}"
       "{2}</div></form>",
       "Ginger|Ginger is|Some of"},
      {"the header of an article",
       "<body><article><header><h1>Ginger</h1><p>By "
       "A</p></header>{1}</article>",
       "Ginger|By A|Ginger is"},
      {"related posts by their heading",
       "<body><article><h1>Ginger</h1>{1}{2}<h3>Related posts</h3><p>Turmeric "
       "is another root and even more yellow than this one.</p></article>",
       "Ginger|Ginger is|Some of"},
      {"three links in a row are navigation",
       "<body><article><h1>Ginger</h1>{1}<ul><li><a href=/a>A</a><li>"
       "<a href=/b>B</a><li><a href=/c>C</a></ul>{2}</article>",
       "Ginger|Ginger is|Some of"},
      {"unless they are introduced",
       "<body><article><h1>Ginger</h1>{1}<p>It goes with:<ul><li><a href=/a>A"
       "</a><li><a href=/b>B</a><li><a href=/c>C</a></ul>{2}</article>",
       "Ginger|Ginger is|It goes|A|B|C|Some of"},
      {"or references",
       "<body><article><h1>Ginger</h1>{1}{2}<h2>References</h2><ol><li>"
       "<a href=/a>A</a><li><a href=/b>B</a><li><a href=/c>C</a></ol>"
       "<p>The end of it</article>",
       "Ginger|Ginger is|Some of|References|A|B|C|The end"},
      {"nothing", "<body>", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.reason);
    CHECK(MainOf(ReadHtmlText(Fill(c.html))) == c.main);
  }
}

TEST_CASE("the place of the main content in the source") {
  const std::string html = Fill(
      "<body><div>x</div><div><h1 id=a>Ginger</h1>{1}{2}{3}</div><p>y</body>");
  const Document document = ReadHtmlText(html);
  const std::string_view source =
      document.main_source().In(document.source().clean());
  CHECK(source.starts_with("<h1 id=a>"));
  CHECK(source.ends_with("one day.</p>"));
  REQUIRE(document.headline() != kNoBlock);
  CHECK(document.Slice(document.blocks()[document.headline()].text) ==
        "Ginger");
}

TEST_CASE("the place of findings about the whole page") {
  struct Case {
    std::string_view html;
    std::string_view anchor;
  };
  constexpr Case kCases[] = {
      {"<title>T</title><h1>Gin<b>ger</b></h1>", "Gin<b>ger"},
      {"<title>T</title><p>x", "T"},
      {"<body><article id=a><p>x</article>", "<article id=a>"},
      {"plain words", "p"},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document = ReadHtmlText(std::string(c.html));
    CHECK(document.DocumentAnchor().In(document.source().clean()) == c.anchor);
  }
}

TEST_CASE("a hundred thousand nested elements take no time to speak of") {
  std::string html = "<body>";
  for (int i = 0; i < 100'000; ++i)
    html += "<div class=share>";
  html += Fill("<h1>Ginger</h1>{1}{2}");
  const Document document = ReadHtmlText(html);
  CHECK(document.Slice(document.main()).find("settles") != std::string::npos);
}

}  // namespace
}  // namespace medlint
