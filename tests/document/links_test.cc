// SPDX-License-Identifier: Apache-2.0

#include "linter/document/links.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/document.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

TEST_CASE("the host of a URL") {
  struct Case {
    std::string_view url;
    std::string_view host;
  };
  constexpr Case kCases[] = {
      {"https://example.org/a", "example.org"},
      {"HTTPS://WWW.Example.ORG", "example.org"},
      {"https://me:pw@example.org:8080/a?b@c#d", "example.org"},
      {"//cdn.example.org/x.js", "cdn.example.org"},
      {"https://example.org.", "example.org"},
      {"https://example.org?x=/", "example.org"},
      {"http:\\\\example.org\\a", "example.org"},
      {"https://xn--bcher-kva.example/", "xn--bcher-kva.example"},
      {"https://[2001:db8::1]:80/", "[2001:db8::1]"},
      {"/a//b", ""},
      {"a/b", ""},
      {"#top", ""},
      {"?q=http://example.org", ""},
      {"mailto:me@example.org", ""},
      {"javascript://x", "x"},
      {"", ""},
      {"//", ""},
      {"https:", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.url);
    CHECK(HostOf(c.url) == c.host);
  }
}

TEST_CASE("links with their text, address and zone") {
  const Document document = ReadHtmlText(
      "<head><link rel='canonical' href='https://example.org/ginger'>"
      "<link rel=stylesheet href=/s.css></head><body>"
      "<nav><a href='/'>Home</a></nav><article><h1>Ginger</h1>"
      "<p>It <a href='https://a.example/?a=1&amp;b=2' rel='NoFollow ugc'>has "
      "<b>been</b> studied</a> for years and years in many places.</p>"
      "<a href='#x'><img alt=y></a><a name=z>none</a><a href=''>empty</a>"
      "</article>");
  REQUIRE(document.links().size() == 5);
  const Link& canonical = document.links()[0];
  CHECK(canonical.host == "example.org");
  CHECK(document.blocks()[canonical.url].kind == BlockKind::kMeta);
  CHECK(document.blocks()[canonical.url].zone == Zone::kUrl);
  CHECK(document.links()[1].zone == Zone::kBoilerplate);
  const Link& study = document.links()[2];
  CHECK(document.Slice(study.text) == "has been studied");
  CHECK(study.href == "https://a.example/?a=1&b=2");
  CHECK(study.rel == "nofollow ugc");
  CHECK(study.host == "a.example");
  CHECK(document.Slice(document.blocks()[study.url].text) == study.href);
  CHECK(document.ToClean(document.blocks()[study.url].text)
            .In(document.source().clean()) == "https://a.example/?a=1&amp;b=2");
  CHECK(document.links()[3].text.empty());
  CHECK(document.links()[4].url == kNoBlock);
  CHECK(document.links()[4].href == "");
  CHECK(document.LinkAt(study.text.begin) == &study);
  CHECK(document.LinkAt(study.text.end - 1) == &study);
  CHECK(document.LinkAt(study.text.end) == nullptr);
}

TEST_CASE("addresses of what the page loads") {
  const Document document = ReadHtmlText(
      "<script src='https://x.example/a.js'></script><iframe src=/f></iframe>"
      "<img src='data:image/png;base64,AAAA'><object data=/o></object>");
  REQUIRE(document.properties().size() == 4);
  CHECK(document.properties()[0].name == "attribute:src");
  CHECK(document.properties()[0].value == "https://x.example/a.js");
  CHECK(document.properties()[1].value == "/f");
  // The data is no text.
  CHECK(document.properties()[2].value == "data:image/png;base64");
  CHECK(document.properties()[2].block == kNoBlock);
  CHECK(document.properties()[3].value == "/o");
}

TEST_CASE("a hundred thousand links take no time to speak of") {
  std::string html = "<p>";
  for (int i = 0; i < 100'000; ++i)
    html += "<a href=/a></a><a href=/b>b</a> ";
  const Document document = ReadHtmlText(html);
  REQUIRE(document.links().size() == 200'000);
  const Link* last = document.LinkAt(document.reading_end() - 1);
  REQUIRE(last != nullptr);
  CHECK(last->href == "/b");
}

}  // namespace
}  // namespace medlint
