// SPDX-License-Identifier: Apache-2.0

#include "linter/document/zones.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

constexpr std::string_view kFirst =
    "<p>Ginger is a root that people in many places have eaten for a very "
    "long time.</p>";

// The zone of the block that begins with "start".
std::string_view ZoneOf(const Document& document, std::string_view start) {
  for (const Block& block : document.blocks()) {
    if (document.Slice(block.text).starts_with(start))
      return ZoneName(block.zone);
  }
  return "no such block";
}

TEST_CASE("zones of the reading text") {
  struct Case {
    std::string_view reason;
    std::string_view html;  // with a block that begins with "x"
    std::string_view zone;
  };
  constexpr Case kCases[] = {
      {"title", "<title>x</title>{}", "title"},
      {"h1", "<body><article><h1>x</h1>{}</article>", "title"},
      {"every h1 of the article",
       "<body><article><h1>A</h1>{}<h1>x</h1><p>text</p></article>", "title"},
      {"h1 of the site",
       "<body><header><h1>x</h1></header><article><h1>A</h1>{}</article>",
       "boilerplate"},
      {"the only h1, outside",
       "<body><nav><h1>x</h1></nav><article>{}</article>", "title"},
      {"heading", "<article><h1>A</h1><h2>x</h2>{}</article>", "heading"},
      {"bold heading", "<article><h1>A</h1><p><b>x</b></p>{}</article>",
       "heading"},
      {"first paragraph",
       "<article><h1>A</h1><p>By A. Writer</p><p>x one two three four five six "
       "seven eight nine ten eleven twelve thirteen fourteen</p>{}</article>",
       "summary"},
      {"second paragraph", "<article><h1>A</h1>{}<p>x one</p></article>",
       "main"},
      {"short paragraph", "<article><h1>A</h1><p>x one</p>{}</article>",
       "main"},
      {"key points by heading",
       "<article><h1>A</h1>{}<h2>Key Takeaways:</h2><ul><li>x</ul></article>",
       "summary"},
      {"and their subsections",
       "<article><h1>A</h1>{}<h2>In short</h2><h3>B</h3><p>x</p></article>",
       "summary"},
      {"the next section",
       "<article><h1>A</h1>{}<h2>In short</h2><h2>B</h2><p>x</p></article>",
       "main"},
      {"key points by class",
       "<article><h1>A</h1>{}<aside class='c keyTakeaways'><p>x</p></aside>"
       "</article>",
       "summary"},
      {"a word that only sounds like it",
       "<article><h1>A</h1>{}<h2>Summary of the trial</h2><p>x</p></article>",
       "main"},
      {"quote", "<article><h1>A</h1>{}<blockquote><p>x</p></blockquote>",
       "quote"},
      {"item in a quote",
       "<article><h1>A</h1>{}<blockquote><ul><li>x</ul></blockquote>", "quote"},
      {"hidden", "<article><h1>A</h1>{}<p style='display:none'>x y</p>",
       "hidden"},
      {"hidden with reason",
       "<article><h1>A</h1>{}<details><p style='display:none'>x "
       "y</p></details>",
       "main"},
      {"noscript",
       "<body><article><h1>A</h1>{}<noscript>x y</noscript></article>",
       "hidden"},
      {"navigation", "<body><nav>x</nav><article>{}</article>", "boilerplate"},
      {"form", "<body><article>{}{}{}<form>x</form><p>end</article>",
       "boilerplate"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.reason);
    std::string html(c.html);
    for (std::size_t at = html.find("{}"); at != html.npos;
         at = html.find("{}"))
      html.replace(at, 2, kFirst);
    CHECK(ZoneOf(ReadHtmlText(html), "x") == c.zone);
  }
}

TEST_CASE("zones of texts not seen in place") {
  const Document document = ReadHtmlText(
      "<head><meta name=description content='d words'>"
      "<meta property=og:title content='t words'>"
      "<meta property=og:image content='https://example.org/i'>"
      "<script type=application/ld+json>{\"@type\":\"Article\","
      "\"headline\":\"h words\",\"name\":\"n words\",\"about\":\"a words\","
      "\"publisher\":{\"name\":\"p words\"}}</script></head>"
      "<body><p>text<img alt='i words' src='/s'><!-- c words --></p>");
  CHECK(ZoneOf(document, "d words") == "meta");
  CHECK(ZoneOf(document, "t words") == "title");
  CHECK(ZoneOf(document, "https://example.org/i") == "url");
  CHECK(ZoneOf(document, "h words") == "title");
  CHECK(ZoneOf(document, "n words") == "title");
  CHECK(ZoneOf(document, "a words") == "jsonld");
  CHECK(ZoneOf(document, "p words") == "jsonld");
  CHECK(ZoneOf(document, "i words") == "attribute");
  CHECK(ZoneOf(document, "/s") == "url");
  CHECK(ZoneOf(document, "c words") == "comment");
}

}  // namespace
}  // namespace medlint
