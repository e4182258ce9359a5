// SPDX-License-Identifier: Apache-2.0

#include "linter/document/json_ld.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/base/utf8.h"
#include "linter/document/document.h"
#include "linter/document/json_string.h"
#include "tests/support/read_html.h"

namespace medlint {
namespace {

Document ReadJson(std::string_view json) {
  return ReadHtmlText("<script type=\"application/ld+json\">" +
                      std::string(json) + "</script>");
}

std::string PropertiesOf(const Document& document) {
  std::string all;
  for (const Property& property : document.properties()) {
    if (!all.empty()) all += ' ';
    all += std::to_string(property.node) + property.name.substr(6) + "=" +
           property.value;
  }
  return all;
}

TEST_CASE("nodes and their properties") {
  struct Case {
    std::string_view json;
    std::string_view properties;  // node, path, value
  };
  constexpr Case kCases[] = {
      {R"({"a":"b"})", "0:a=b"},
      {R"({"@context":"https://schema.org","@type":"Article"})",
       "0:@type=Article"},
      {R"({"@context":["x",{"y":[1,{}]}],"a":1})", "0:a=1"},
      {R"({"author":{"@type":"Person","name":"Ann"}})",
       "0:author.@type=Person 0:author.name=Ann"},
      {R"({"a":["b",["c",{"d":"e"}]]})", "0:a=b 0:a=c 0:a.d=e"},
      {R"([{"a":"b"},{"a":"c"}])", "0:a=b 1:a=c"},
      {R"({"@graph":[{"a":"b"},{"a":{"c":"d"}}]})", "0:a=b 1:a.c=d"},
      {R"({"a":"b","@graph":[{"a":"c"}],"d":"e"})", "0:a=b 1:a=c 0:d=e"},
      {R"({"@graph":{"@graph":[{"a":"b"}]}})", "0:a=b"},
      {R"({"a":1.5,"b":-2e3,"c":true,"d":false,"e":null,"f":""})",
       "0:a=1.5 0:b=-2e3 0:c=true 0:d=false 0:e= 0:f="},
      {"", ""},
      {" \n", ""},
      {"{}", ""},
      {"[]", ""},
      {R"("text")", ""},
      {"//<![CDATA[\n{\"a\":\"b\"}\n//]]>", "0:a=b"},
      {"<!-- {\"a\":\"b\"} -->", "0:a=b"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.json);
    const Document document = ReadJson(c.json);
    CHECK(PropertiesOf(document) == c.properties);
    CHECK(document.problems().empty());
  }
}

TEST_CASE("nodes are counted over the scripts of a page") {
  const Document document = ReadHtmlText(
      "<script type='Application/LD+JSON; charset=utf-8'>{\"a\":\"b\"}</script>"
      "<script>{\"a\":\"no\"}</script>"
      "<script type=application/ld+json>{\"a\":\"c\"}</script>");
  CHECK(PropertiesOf(document) == "0:a=b 1:a=c");
}

TEST_CASE("escapes are decoded and keep their places") {
  struct Case {
    std::string_view string;  // between the quotes
    std::string_view text;
    std::string_view last;  // what the last character was written as
  };
  constexpr Case kCases[] = {
      {"caf\\u00e9", "caf\u00E9", "\\u00e9"},
      {"\\ud83d\\uDE00", "\U0001F600", "\\ud83d\\uDE00"},
      {"\\ud83dx", "\uFFFDx", "x"},
      {"\\uDE00", "\uFFFD", "\\uDE00"},
      {"a\\n\\tb", "a b", "b"},
      {"a\\u000Ab", "a b", "b"},
      {"a  b ", "a b", "b"},
      {"a\\u0000b\\u0000", "ab", "b"},
      {"\\\"q\\\"", "\"q\"", "\\\""},
      {"\\/\\\\", "/\\", "\\\\"},
      {"\u00E9", "\u00E9", "\u00E9"},
      {"a &amp; b", "a &amp; b", "b"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.string);
    const Document document =
        ReadJson("{\"a\":\"" + std::string(c.string) + "\"}");
    CHECK(document.problems().empty());
    REQUIRE(document.properties().size() == 1);
    CHECK(document.properties()[0].value == c.text);
    const TextSpan block =
        document.blocks()[document.properties()[0].block].text;
    const auto size =
        static_cast<Offset>(DecodeUtf8Before(document.text(), block.end).size);
    const TextSpan last{block.end - size, block.end};
    CHECK(document.ToClean(last).In(document.source().clean()) == c.last);
    CHECK(document.properties()[0].source.In(document.source().clean()) ==
          c.string);
  }
}

TEST_CASE(
    "broken JSON is reported where it breaks, and what came before stays") {
  struct Case {
    std::string_view json;
    std::string_view rest;  // the source from the place on
    std::string_view properties;
  };
  constexpr Case kCases[] = {
      {R"({"a":"b",})", "}", "0:a=b"},
      {R"({"a":"b" "c":"d"})", R"("c":"d"})", "0:a=b"},
      {R"({"a":"b"},)", ",", "0:a=b"},
      {R"({"a":"b"})"
       "};",
       "};", "0:a=b"},
      {R"({"a":b})", "b}", ""},
      {R"({"a":'b'})", "'b'}", ""},
      {R"({a:"b"})", R"(a:"b"})", ""},
      {R"({"a" "b"})", R"("b"})", ""},
      {R"({"a":"b","c":"d)", "", "0:a=b"},
      {R"({"a":"\x"})", R"(\x"})", ""},
      {R"({"a":"\u12"})", R"(\u12"})", ""},
      {R"({"a":01})", "01}", ""},
      {R"({"a":["b")", "", "0:a=b"},
      {R"({"@context":})", "}", ""},
      {"{\"a\":\"b\nc\",\"d\":\"e\"}", "\nc\",\"d\":\"e\"}", "0:a=b c 0:d=e"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.json);
    const Document document = ReadJson(c.json);
    CHECK(PropertiesOf(document) == c.properties);
    REQUIRE(document.problems().size() == 1);
    const DocumentProblem& problem = document.problems()[0];
    CHECK(problem.kind == DocumentProblem::Kind::kBrokenJsonLd);
    CHECK(document.source().clean().substr(problem.where.begin) ==
          std::string(c.rest) + "</script>");
  }
}

TEST_CASE("depth is limited") {
  std::string json;
  for (int i = 0; i < 100'000; ++i)
    json += "{\"a\":";
  const Document document = ReadJson(json);
  REQUIRE(document.problems().size() == 1);
  CHECK(document.problems()[0].what == "nested deeper than 64 levels");
}

TEST_CASE("numbers of JSON") {
  for (const std::string_view good :
       {"0", "-0", "10", "1.5", "-1.5e3", "2E+10", "2e-1"}) {
    CAPTURE(good);
    CHECK(IsJsonNumber(good));
  }
  for (const std::string_view bad :
       {"", "-", "01", "1.", ".5", "+1", "1e", "0x1", "NaN", "1 "}) {
    CAPTURE(bad);
    CHECK(!IsJsonNumber(bad));
  }
}

}  // namespace
}  // namespace medlint
