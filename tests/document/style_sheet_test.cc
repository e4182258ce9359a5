// SPDX-License-Identifier: Apache-2.0

#include "linter/document/style_sheet.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/document/css_value.h"
#include "linter/document/document.h"
#include "linter/document/markup.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

// The display of the last element of the page.
std::string DisplayOf(std::string_view css, std::string_view body) {
  const Document document = ReadHtmlText("<style>" + std::string(css) +
                                         "</style>" + std::string(body));
  const Markup& markup = document.markup();
  StyleSheet sheet(markup);
  const auto last = static_cast<ElementIndex>(markup.elements.size() - 1);
  std::vector<CssDeclaration> inline_style;
  if (const Attribute* style = markup.FindAttribute(last, "style"))
    inline_style = ReadDeclarations(markup.source, style->value);
  return std::string(
      sheet.StyleOf(last, inline_style).Value(CssProperty::kDisplay));
}

TEST_CASE("selectors and the cascade") {
  struct Case {
    std::string_view css;
    std::string_view body;
    std::string_view display;
  };
  constexpr Case kCases[] = {
      {"p{display:none}", "<p>x", "none"},
      {"P{display:none}", "<p>x", "none"},
      {"div{display:none}", "<p>x", ""},
      {".a{display:none}", "<p class='b a'>x", "none"},
      {".a{display:none}", "<p class='aa a-a'>x", ""},
      {"#a{display:none}", "<p id=a>x", "none"},
      {"p.a.b#c{display:none}", "<p id=c class='b a'>x", "none"},
      {"p.a.b#c{display:none}", "<p id=c class='b'>x", ""},
      {"h1, .a , h2{display:none}", "<p class=a>x", "none"},
      {".a p{display:none}", "<div class=a><div><p>x", "none"},
      {".a>p{display:none}", "<div class=a><p>x", "none"},
      {".a > p{display:none}", "<div class=a><div><p>x", ""},
      {".a .b p{display:none}", "<div class=b><div class=a><p>x", ""},
      {"* .a{display:none}", "<p class=a>x", "none"},
      // Order, specificity, importance.
      {".a{display:none}.a{display:block}", "<p class=a>x", "block"},
      {"p.a{display:none}.a{display:block}", "<p class=a>x", "none"},
      {"#a{display:none}p.a.b.c{display:block}", "<p id=a class='a b c'>x",
       "none"},
      {".a{display:none!important}p.a{display:block}", "<p class=a>x", "none"},
      {".a{display:none}", "<p class=a style='display:block'>x", "block"},
      {".a{display:none !important}", "<p class=a style='display:block'>x",
       "none"},
      // Not known to apply.
      {"p:hover{display:none}", "<p>x", ""},
      {"p[a]{display:none}", "<p a>x", ""},
      {"a+p{display:none}", "<p>x", ""},
      {"@media print{p{display:none}}", "<p>x", ""},
      {"@supports (x:y){p{display:none}}p{display:block}", "<p>x", "block"},
      {"@media screen{p{display:none}}", "<p>x", "none"},
      {"@import 'a.css';p{display:none}", "<p>x", "none"},
      {"@font-face{a:b}p{display:none}", "<p>x", "none"},
      {"/* p{display:none} */", "<p>x", ""},
      {"p{content:'}';display:none}", "<p>x", "none"},
      {"p{display:none", "<p>x", "none"},
      {"}p{display:none}", "<p>x", "none"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.css);
    CAPTURE(c.body);
    CHECK(DisplayOf(c.css, c.body) == c.display);
  }
}

TEST_CASE("many rules on many elements take no time to speak of") {
  std::string html = "<style>";
  for (int i = 0; i < 5'000; ++i)
    html += ".x .y" + std::to_string(i % 7) + " .a{display:none}";
  html += "</style>";
  for (int i = 0; i < 20'000; ++i)
    html += "<div class=a>";
  CHECK(ReadHtmlText(html + "text").hidden().empty());
}

}  // namespace
}  // namespace medlint
