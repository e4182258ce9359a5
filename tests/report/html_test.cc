// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "linter/base/digest.h"
#include "linter/document/article_hints.h"
#include "linter/document/hint_selector.h"
#include "linter/report/html_page.h"
#include "linter/report/html_writer.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"
#include "tests/report/hostile_report.h"
#include "tests/support/occurrences.h"

namespace medlint {
namespace {

using testing::MakeHostileReport;
using testing::SampleReport;

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The names of all tags, style sheet and script apart.
std::set<std::string> TagNames(std::string_view page) {
  std::set<std::string> names;
  for (std::size_t at = page.find('<'); at != std::string_view::npos;
       at = page.find('<', at + 1)) {
    const std::size_t end = page.find_first_of(" />", at + 1);
    if (end > at + 1) names.emplace(page.substr(at + 1, end - at - 1));
  }
  return names;
}

TEST_CASE("html: nothing of a page becomes markup") {
  const std::string page = WriteHtml(MakeHostileReport().report(), {});
  for (const std::string_view tag : {"<d>", "<b>", "<img"}) {
    CAPTURE(tag);
    CHECK(!Has(page, tag));
  }
  CHECK(Has(page, "&lt;b&gt;&amp;amp; ]]&gt; --&gt; 100% %0A"));
  // Every tag is one that the format itself writes.
  const std::set<std::string> known = {
      "!DOCTYPE", "a",      "blockquote", "body",    "button",  "caption",
      "code",     "dd",     "details",    "div",     "dl",      "dt",
      "fieldset", "footer", "form",       "h1",      "h2",      "h3",
      "h4",       "head",   "header",     "html",    "input",   "label",
      "legend",   "li",     "main",       "mark",    "meta",    "ol",
      "option",   "p",      "rect",       "script",  "section", "select",
      "span",     "strong", "style",      "summary", "svg",     "table",
      "tbody",    "td",     "th",         "thead",   "title",   "tr",
      "ul"};
  for (const std::string& name : TagNames(page)) {
    CAPTURE(name);
    CHECK(known.contains(name));
  }
  // Control characters and what turns lines around are shown, not sent.
  CHECK(page.find_first_of("\x01\x1b\x7F\r") == std::string::npos);
  CHECK(!Has(page, "\xE2\x80\xAE"));
  CHECK(Has(page, "&lt;U+202E&gt;"));
}

TEST_CASE("html: sources are links only if they are web addresses") {
  const struct {
    std::string_view source;
    std::string_view written;
  } cases[] = {
      {"https://example.org/a?b=1&c",
       "<a href=\"https://example.org/a?b=1&amp;c\" rel=\"noreferrer\">"},
      {"javascript:alert(1)", "</strong> javascript:alert(1)</p>"},
      {"data:text/html,x", "</strong> data:text/html,x</p>"},
      {"https://example.org and more",
       "</strong> https://example.org and more</p>"},
      {"https://example.org/\"onclick=\"x",
       "<a href=\"https://example.org/&quot;onclick=&quot;x\""},
  };
  for (const auto& [source, written] : cases) {
    SampleReport sample;
    sample.Rule("claims/cure").sources = {std::string(source)};
    sample.AddFile("a.html", "<p>cures</p>");
    sample.AddFinding("claims/cure", "cures", "cures");
    CAPTURE(source);
    CHECK(Has(WriteHtml(sample.report(), {}), written));
  }
}

TEST_CASE("html: the policy names exactly what is inside") {
  const std::string page = WriteHtml(SampleReport().report(), {});
  const auto inside = [&](const std::string& name) {
    const std::string open = "<" + name + ">";
    CHECK(testing::Occurrences(page, open) == 1);
    const std::size_t begin = page.find(open) + open.size();
    return page.substr(begin, page.find("</" + name + ">") - begin);
  };
  CHECK(inside("style") == HtmlStyle());
  CHECK(inside("script") == HtmlScript());
  CHECK(Has(page, "content=\"default-src 'none'; style-src 'sha256-" +
                      Sha256Base64(inside("style")) + "'; script-src 'sha256-" +
                      Sha256Base64(inside("script")) +
                      "'; base-uri 'none'; form-action 'none'\""));
  // Nothing comes from elsewhere, and nothing the policy would refuse.
  for (const std::string_view part :
       {" style=", " onclick=", " src=", "<link", "@import", "url("}) {
    CAPTURE(part);
    CHECK(!Has(page, part));
  }
}

// "#rrggbb"
double Luminance(std::string_view color) {
  REQUIRE(color.size() == 7);
  constexpr std::array<double, 3> kWeights = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    const double part =
        std::stoi(std::string(color.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    sum +=
        kWeights[i] * (part <= 0.04045 ? part / 12.92
                                       : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

// The colour that "name" has in the "scheme"th of bright, dark and paper.
std::string_view ColorOf(std::string_view name, int scheme) {
  const std::string_view style = HtmlStyle();
  const std::string declaration = "--" + std::string(name) + ": #";
  std::size_t at = style.find(declaration);
  for (; scheme > 0; --scheme)
    at = style.find(declaration, at + 1);
  REQUIRE(at != std::string_view::npos);
  return style.substr(at + declaration.size() - 1, 7);
}

TEST_CASE("html: contrasts are those of WCAG 2.2 AA") {
  const struct {
    std::string_view text;
    std::string_view ground;
    double least;
  } pairs[] = {
      {"ink", "paper", 4.5},        {"ink", "panel", 4.5},
      {"faint", "paper", 4.5},      {"faint", "panel", 4.5},
      {"link", "paper", 4.5},       {"link", "panel", 4.5},
      {"mark-ink", "mark", 4.5},    {"on-badge", "error", 4.5},
      {"on-badge", "warning", 4.5}, {"on-badge", "info", 4.5},
      {"error", "paper", 3},        {"warning", "paper", 3},
      {"info", "paper", 3},
  };
  for (int scheme = 0; scheme < 3; ++scheme) {
    for (const auto& [text, ground, least] : pairs) {
      const double a = Luminance(ColorOf(text, scheme));
      const double b = Luminance(ColorOf(ground, scheme));
      CAPTURE(scheme);
      CAPTURE(text);
      CAPTURE(ground);
      CHECK((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) >= least);
    }
  }
}

TEST_CASE("html: headings go down one level at a time, ids are unique") {
  const std::string page = WriteHtml(MakeHostileReport().report(), {});
  char before = '0';
  for (std::size_t at = page.find("<h"); at != std::string::npos;
       at = page.find("<h", at + 1)) {
    const char level = page[at + 2];
    if (level < '1' || level > '6') continue;
    CHECK(level <= before + 1);
    before = level;
  }
  CHECK(testing::Occurrences(page, "<h1>") == 1);
  std::set<std::string> ids;
  for (std::size_t at = page.find(" id=\""); at != std::string::npos;
       at = page.find(" id=\"", at + 1)) {
    CHECK(ids.insert(page.substr(at + 5, page.find('"', at + 5) - at - 5))
              .second);
  }
  // What refers to an element finds it.
  for (const std::string reference :
       {"aria-labelledby=\"", "href=\"#", " for=\""}) {
    for (std::size_t at = page.find(reference); at != std::string::npos;
         at = page.find(reference, at + 1)) {
      const std::size_t begin = at + reference.size();
      const std::string id = page.substr(begin, page.find('"', begin) - begin);
      CAPTURE(id);
      CHECK(ids.contains(id));
    }
  }
}

TEST_CASE("html: the worst rule of a file first, what is folded is counted") {
  SampleReport sample;
  sample.Rule("language/very").severity = Severity::kInfo;
  sample.AddFile("a.html", "<p>very cures</p>");
  sample.AddFinding("language/very", "very", "very");
  for (int i = 0; i < 3; ++i)
    sample.AddFinding("claims/cure", "cures", "cures");
  const std::string page = WriteHtml(sample.report(), {.max_per_rule = 2});
  CHECK(page.find("data-rule=\"claims/cure\"") <
        page.find("data-rule=\"language/very\""));
  CHECK(testing::Occurrences(page, "<li class=\"finding\"") == 3);
  CHECK(testing::Occurrences(page,
                             "<p class=\"folded\">… and 1 more of claims/cure "
                             "(--max-per-rule 0 shows all)</p>") == 1);
  // The counts are of all.
  CHECK(Has(page, "<summary>3 errors, 1 info</summary>"));
  CHECK(Has(page, "<option value=\"claims/cure\">claims/cure (3)</option>"));
  CHECK(testing::Occurrences(WriteHtml(sample.report(), {.max_per_rule = 0}),
                             "<li class=\"finding\"") == 4);
}

TEST_CASE("html: what it says of a finding") {
  SampleReport sample;
  sample.Rule("claims/cure").needs_review = true;
  sample.AddFile("a.html",
                 "<h1>Tea</h1>\n<h2>Uses</h2>\n<p>It <i>cu</i>res &amp; "
                 "more.</p>");
  sample.AddFinding("claims/cure", "cu</i>res", "cures").support =
      "no citation in the paragraph";
  const std::string page = WriteHtml(sample.report(), {});
  for (const std::string_view part :
       {"<span class=\"badge error\">Error</span> Claims too much: \"cures\"",
        "<code>a.html:3:10</code> · status: asserted · no citation in the "
        "paragraph · in: ",
        " · under “Uses”",
        "<blockquote dir=\"auto\" lang=\"en\">\n<p>It <mark>cures</mark> "
        "&amp; more.</p></blockquote>",
        "<strong>What to do:</strong> say what the evidence shows",
        "<strong>Why:</strong> Readers may stop a treatment that works",
        "awaits review by a clinician", "failed: 1 finding at or above error",
        "<dt>As of</dt>\n<dd>2026-01-15</dd>"}) {
    CAPTURE(part);
    CHECK(Has(page, part));
  }
  CHECK(Has(page, "<footer>\n<p>" + std::string(kNotice) + "</p>"));
}

TEST_CASE("html: a finding stands in the page as it was linted") {
  SampleReport sample;
  FileReport& file =
      sample.AddFile("a.html",
                     "<h1>{{ title }}</h1>\n<div class=pick><p>It zaps"
                     "{% if a %} pain{% endif %}.</p></div>\n<p>It helps.</p>");
  file.templates = Templates::kJinja;
  HintSelector::Mistake mistake;
  auto selector = HintSelector::Compile(".pick", mistake);
  REQUIRE(selector);
  auto hints = std::make_shared<ArticleHints>();
  hints->hints.push_back({HintField::kSkip, *std::move(selector)});
  file.hints = std::move(hints);
  sample.AddFinding("claims/cure", "zaps{% if a %} pain", "zaps pain");
  const std::string page = WriteHtml(sample.report(), {});
  CHECK(Has(page, "<p>It <mark>zaps{% if a %} pain</mark>{% endif %}.</p>"));
  CHECK(Has(page, " · in: boilerplate"));
}

TEST_CASE("html: the ten worst files, the others behind a disclosure") {
  SampleReport sample;
  for (int i = 10; i < 22; ++i) {
    sample.AddFile("p" + std::to_string(i) + ".html", "<p>cures</p>");
    for (int j = 10; j <= i; ++j)
      sample.AddFinding("claims/cure", "cures", "cures");
  }
  const std::string page = WriteHtml(sample.report(), {});
  const std::size_t more = page.find("<summary>2 more files</summary>");
  REQUIRE(more != std::string::npos);
  CHECK(page.find("<a href=\"#file-12\">p21.html</a>") <
        page.find("<a href=\"#file-3\">p12.html</a>"));
  CHECK(page.find("<a href=\"#file-3\">p12.html</a>") < more);
  CHECK(page.find("<a href=\"#file-2\">p11.html</a>") > more);
  CHECK(page.find("<a href=\"#file-1\">p10.html</a>") > more);
}

TEST_CASE("html: five thousand findings are under 1.5 KB each") {
  SampleReport sample;
  std::string bytes;
  for (int i = 0; i < 50; ++i)
    bytes += "<p>Paragraph " + std::to_string(i) + " says that it cures.</p>\n";
  for (int i = 0; i < 100; ++i) {
    sample.AddFile("article" + std::to_string(i) + ".html", bytes);
    for (int j = 0; j < 50; ++j) {
      sample.AddFinding("claims/cure",
                        "Paragraph " + std::to_string(j) + " says", "cures");
    }
  }
  const std::string page = WriteHtml(sample.report(), {.max_per_rule = 0});
  CHECK(testing::Occurrences(page, "<li class=\"finding\"") == 5000);
  CHECK(page.size() < 5000U * 1500U);
}

TEST_CASE("the writer of HTML closes what XML wants closed") {
  HtmlWriter html;
  html.Open("p", {{"class", "a\"<&\n"}});
  html.Void("input", {{"type", "text"}});
  html.Element("span", "");
  html.Text("<&>\"\n");
  html.Close();
  CHECK(std::move(html).Finish() ==
        "<!DOCTYPE html>\n<p class=\"a&quot;&lt;&amp;␊\">"
        "<input type=\"text\"/><span></span>&lt;&amp;&gt;\"␊</p>\n");
}

TEST_CASE("style sheet and script hold nothing that parsers differ about") {
  CHECK(HtmlStyle().find_first_of("<&") == std::string_view::npos);
  CHECK(HtmlScript().find_first_of("<&") == std::string_view::npos);
}

}  // namespace
}  // namespace medlint
