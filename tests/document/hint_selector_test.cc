// SPDX-License-Identifier: Apache-2.0

#include "linter/document/hint_selector.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/support/read_markup.h"

namespace medlint {
namespace {

constexpr std::string_view kPage =
    "<html><head><meta name='author' content='Ann'>"
    "<meta property='article:section' content='Remedies'></head>"
    "<body class='single post'><DIV class='Entry entry-content' id=main>"
    "<p class='byline by'>By <a rel='author nofollow' href='/ann'>Ann</a></p>"
    "<section><p>By <span><a>Bea</a></span></p></section>"
    "<time datetime='2025-03-01'>1 March</time></div></body></html>";

// "p.byline|a"; a match of an attribute is "meta@content=Ann".
std::string Matches(std::string_view text) {
  HintSelector::Mistake mistake;
  const auto selector = HintSelector::Compile(text, mistake);
  if (!selector) return "mistake: " + mistake.what;
  const testing::MarkupPage page = testing::ReadMarkupPage(kPage);
  std::string all;
  for (const HintSelector::Match& match : selector->Select(page.markup)) {
    all += (all.empty() ? "" : "|") + page.markup.NameOf(match.element);
    if (match.attribute != nullptr) {
      all += "=";
      all += match.attribute->value.In(page.markup.source);
    } else {
      all += ":";
      all += page.markup.elements[match.element].text.In(page.markup.text);
    }
  }
  return all;
}

TEST_CASE("what a selector matches") {
  struct Case {
    std::string_view selector;
    std::string_view matches;
  };
  constexpr Case kCases[] = {
      {".byline a", "a:Ann"},
      {"p > a", "a:Ann"},
      {"p a", "a:Ann|a:Bea"},
      {"section>p>span>a", "a:Bea"},
      {"section > a", ""},
      {"body p > span a", "a:Bea"},
      {"P.byline.by", "p:By Ann"},
      {".byli", ""},
      {".BYLINE", ""},
      {"#main time", "time:1 March"},
      {"div#main.Entry > time@datetime", "time=2025-03-01"},
      {"a[rel]", "a:Ann"},
      {"[rel~=author]", "a:Ann"},
      {"a[rel=author]", ""},
      {"a[href^='/an']", "a:Ann"},
      {"a[href$=nn]", "a:Ann"},
      {"a[href*=\"/a\"]", "a:Ann"},
      {"meta[name=author]@content", "meta=Ann"},
      {"meta[ property = 'article:section' ]@content", "meta=Remedies"},
      {"time, .byline a", "a:Ann|time:1 March"},
      {"time@datetime, time", "time=2025-03-01"},
      {"time@title", ""},
      {"span *", "a:Bea"},
      {".none, .nor-this", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.selector);
    CHECK(Matches(c.selector) == c.matches);
  }
}

TEST_CASE("what is no selector, where, and what to write instead") {
  struct Case {
    std::string_view selector;
    std::size_t begin;
    std::string_view what;
    std::string_view hint;
  };
  constexpr Case kCases[] = {
      {"", 0, "a selector is missing at the end", "`.byline`"},
      {"a,", 2, "a selector is missing at the end", "`.byline`"},
      {"> a", 0, "a selector is missing before `>`", "`.byline`"},
      {"a >", 3, "a selector is missing at the end", "`.byline`"},
      {"a:hover", 1, "pseudo-classes are not supported", "name the element"},
      {"h1 + p", 3, "siblings are not supported", "directly inside"},
      {"h1 ~ p", 3, "siblings are not supported", "directly inside"},
      {"p.", 1, "`.` must be followed by a name", "`.byline`"},
      {"p#", 1, "`#` must be followed by a name", "`.byline`"},
      {"p[", 1, "`[` must be followed by an attribute", "`[rel=author]`"},
      {"p[rel", 1, "`[` is not closed by `]`", "`[attr=value]`"},
      {"p[rel=", 1, "the value of `rel` is missing or not closed", "`[name="},
      {"p[rel='a]", 1, "the value of `rel` is missing or not closed",
       "`[name="},
      {"p[rel|=a]", 1, "`[` is not closed by `]`", "`[attr=value]`"},
      {"time@", 4, "`@` must be followed by an attribute", "`time@datetime`"},
      {"@content", 0, "a selector is missing before `@`", "`.byline`"},
      {"p $", 2, "`$` has no meaning in a selector", "type, .class"},
      {"time@datetime x", 14, "`x` has no meaning in a selector",
       "type, .class"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.selector);
    HintSelector::Mistake mistake;
    CHECK(!HintSelector::Compile(c.selector, mistake));
    CHECK(mistake.begin == c.begin);
    CHECK(mistake.end <= c.selector.size());
    CHECK(mistake.what == c.what);
    CHECK(mistake.hint.find(c.hint) != std::string::npos);
  }
  std::string many = "a";
  for (int i = 0; i < 32; ++i)
    many += " a";
  HintSelector::Mistake mistake;
  CHECK(!HintSelector::Compile(many, mistake));
  CHECK(mistake.what == "the selector has over 32 parts");
}

}  // namespace
}  // namespace medlint
