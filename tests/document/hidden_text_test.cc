// SPDX-License-Identifier: Apache-2.0

#include "linter/document/hidden_text.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

// "zero-font: some words", "zero-font, legitimate: some words", "" or, if there
// is more, with '|'.
std::string HiddenIn(const Document& document) {
  std::string all;
  for (const HiddenText& hidden : document.hidden()) {
    if (!all.empty()) all += '|';
    all += HidingTechniqueName(hidden.technique);
    if (hidden.legitimate) all += ", legitimate";
    all += ": " + std::string(document.Slice(hidden.text));
  }
  return all;
}

constexpr std::string_view kAround =
    "<h1>Ginger</h1><p>Ginger is a root that people have eaten for a long "
    "time.</p>";

TEST_CASE("techniques, each with a near miss") {
  struct Case {
    std::string_view html;
    std::string_view hidden;
  };
  constexpr Case kCases[] = {
      {"<div style='display:none'>a b</div>", "display-none: a b"},
      {"<div style='display: NONE !important'>a b</div>", "display-none: a b"},
      {"<div style='display:inline'>a b</div>", ""},
      {"<style>.x{display:none}</style><p class=x>a b", "display-none: a b"},
      {"<style>.x:hover{display:none}</style><p class=x>a b", ""},
      {"<div style='display:none'><p>a</p><p style='display:none'>b</div>",
       "display-none: a\nb"},
      {"<div style='display:none'><img></div>", ""},
      {"<p style='visibility:hidden'>a b", "visibility-hidden: a b"},
      {"<p style='visibility:hidden'><b style='visibility:visible'>a b</b>",
       ""},
      {"<p hidden>a b", "hidden-attribute: a b"},
      {"<p hidden=until-found>a b", "hidden-attribute, legitimate: a b"},
      {"<p style='font-size:0'>a b", "zero-font: a b"},
      {"<p style='font-size:1px'>a b", "zero-font: a b"},
      {"<p style='font-size:12px'>a b", ""},
      {"<p style='font-size:.8em'>a b", ""},
      // The usual way to close the gaps between boxes in a line.
      {"<div style='font-size:0'><p style='font-size:16px'>a b</div>", ""},
      {"<div style='height:0;overflow:hidden'>a b</div>", "zero-size: a b"},
      {"<div style='width:1px;overflow:hidden'>a b</div>", "zero-size: a b"},
      {"<div style='height:0'>a b</div>", ""},
      {"<div style='height:90px;overflow:hidden'>a b</div>", ""},
      {"<p style='position:absolute;left:-9999px'>a b", "off-screen: a b"},
      {"<p style='position:fixed;top:-200em'>a b", "off-screen: a b"},
      {"<p style='left:-9999px'>a b", ""},
      {"<p style='position:absolute;left:-20px'>a b", ""},
      {"<p style='text-indent:-9999px'>a b c d e f g h i",
       "off-screen: a b c d e f g h i"},
      {"<p style='text-indent:-9999px'>Name of site",
       "off-screen, legitimate: Name of site"},
      {"<p style='margin-left:-5000px'>a b", "off-screen: a b"},
      {"<p style='opacity:0'>a b", "transparent: a b"},
      {"<p style='opacity:.5'>a b", ""},
      {"<p style='opacity:0;transition:opacity 1s'>a b",
       "transparent, legitimate: a b"},
      {"<p style='color:transparent'>a b", "transparent: a b"},
      {"<p style='color:rgba(0,0,0,0)'>a b", "transparent: a b"},
      {"<p style='color:transparent;background-clip:text'>a b", ""},
      {"<p style='color:#fff;background:#fff'>a b", "same-color: a b"},
      {"<p style='color:#fff;background:#000'>a b", ""},
      {"<p style='color:#fff;background:#fff url(x.png)'>a b", ""},
      {"<div style='background:white'><p style='color:#fefefe'>a b</div>",
       "same-color: a b"},
      {"<table bgcolor=black><tr><td><font color=#000000>a b</font></table>",
       "same-color: a b"},
      {"<table bgcolor=black><tr><td><font color=red>a b</font></table>", ""},
      // No style sheet and no background: the page is white.
      {"<p style='color:white'>a b", "same-color: a b"},
      {"<link rel=stylesheet href=x.css><p style='color:white'>a b", ""},
      {"<style>@media screen and (min-width:1px){p{background:red}}</style>"
       "<p style='color:white'>a b",
       ""},
      // Links have a colour of their own.
      {"<p style='color:white'><a href=/x>a b</a>", ""},
      {"<p><a href=/x style='color:white'>a b</a>", "same-color: a b"},
      {"<p style='position:absolute;clip:rect(0,0,0,0)'>a b", "clipped: a b"},
      {"<p style='clip:rect(1px 1px 1px 1px)'>a b", "clipped: a b"},
      {"<p style='clip:rect(0,90px,90px,0)'>a b", ""},
      {"<p style='clip-path:inset(50%)'>a b", "clipped: a b"},
      {"<noscript><a href=/x>a b</a></noscript>", "noscript: a b"},
      {"<noscript>Please turn scripts on</noscript>",
       "noscript, legitimate: Please turn scripts on"},
      {"<noscript><img src=x></noscript>", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document =
        ReadHtmlText(std::string(kAround) + std::string(c.html));
    CHECK(HiddenIn(document) == c.hidden);
  }
}

TEST_CASE("what is hidden to be shown later") {
  struct Case {
    std::string_view html;  // hides "a b"
    bool legitimate;
  };
  constexpr Case kCases[] = {
      {"<div style='display:none'>a b</div>", false},
      {"<div style='display:none' class='stablemate'>a b</div>", false},
      {"<details><div style='display:none'>a b</div></details>", true},
      {"<div role=tabpanel hidden>a b</div>", true},
      {"<div role=main hidden>a b</div>", false},
      {"<div class='site-menu' style='display:none'>a b</div>", true},
      {"<div id=cookieConsent style='display:none'>a b</div>", true},
      {"<div class=modal><p style='display:none'>a b</div>", true},
      {"<button aria-expanded=false aria-controls=m>x</button>"
       "<div id=m hidden>a b</div>",
       true},
      {"<a data-target='#m'>x</a><div id=m hidden>a b</div>", true},
      {"<div id=m hidden>a b</div>", false},
      {"<form><p style='display:none'>a b</form>", true},
      {"<p class=print-only style='display:none'>a b", true},
      // Injected links, wherever they are.
      {"<nav><div style='opacity:0'><a href='https://x.example'>a b</a></div>"
       "</nav>",
       false},
      {"<nav><div style='opacity:0'><a href='/x'>a b</a></div></nav>", true},
      {"<nav><div style='opacity:0' id=m><a href='https://x.example'>a b</a>"
       "</div></nav>",
       true},
      // Around everything it says nothing.
      {"<form><p>Ginger is hot. It is yellow. It is a root that grows in the "
       "south and that people have eaten for years.</p>"
       "<p style='display:none'>a b</p></form>",
       false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document =
        ReadHtmlText(std::string(kAround) + std::string(c.html));
    REQUIRE(document.hidden().size() == 1);
    CHECK(document.hidden()[0].legitimate == c.legitimate);
  }
}

TEST_CASE("text for screen readers is short") {
  struct Case {
    std::string_view html;
    bool legitimate;
  };
  constexpr Case kCases[] = {
      {"<span class=sr-only>opens in a new window</span>", true},
      {"<span class=visually-hidden>one two three four five six seven eight "
       "nine ten eleven twelve thirteen</span>",
       false},
      {"<a class=x href='#main'>Skip to the main content</a>", true},
      {"<a class=x href='https://example.org'>Skip to the main content</a>",
       false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document = ReadHtmlText(
        "<style>.sr-only,.visually-hidden,.x{position:absolute;"
        "clip:rect(0,0,0,0)}</style>" +
        std::string(kAround) + std::string(c.html));
    REQUIRE(document.hidden().size() == 1);
    CHECK(document.hidden()[0].legitimate == c.legitimate);
  }
}

TEST_CASE("a page that a script shows is not hidden") {
  const std::string page(kAround);
  CHECK(HiddenIn(ReadHtmlText("<body style='opacity:0'>" + page))
            .starts_with("transparent, legitimate"));
  CHECK(HiddenIn(ReadHtmlText("<div style='display:none'>" + page +
                              "</div><footer>We sell</footer>"))
            .starts_with("display-none, legitimate"));
  // But a heap of words that outweighs the article is.
  CHECK(HiddenIn(ReadHtmlText(page + "<div style='display:none'>" +
                              std::string(300, 'x') + "</div>"))
            .starts_with("display-none: xxx"));
}

TEST_CASE("evidence is the declaration or attribute") {
  struct Case {
    std::string_view html;
    std::string_view evidence;
  };
  constexpr Case kCases[] = {
      {"<p style='color:red; display:none'>a b", "display:none"},
      {"<style>.x{ left:-9999px; position:absolute }</style><p class=x>a b",
       "left:-9999px"},
      {"<p hidden>a b", "hidden"},
      {"<p><font color=\"#FFFFFF\">a b</font>", "#FFFFFF"},
      {"<noscript class=y>a b</noscript>", "<noscript class=y>"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    const Document document =
        ReadHtmlText(std::string(kAround) + std::string(c.html));
    REQUIRE(document.hidden().size() == 1);
    CHECK(document.hidden()[0].evidence.In(document.source().clean()) ==
          c.evidence);
  }
}

}  // namespace
}  // namespace medlint
