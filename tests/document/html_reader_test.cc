// SPDX-License-Identifier: Apache-2.0

#include "linter/document/html_reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/document/markup.h"
#include "linter/document/tags.h"
#include "linter/text/span.h"
#include "tests/support/read_markup.h"

namespace medlint {
namespace {

using testing::MarkupPage;
using testing::ReadMarkupPage;

struct TextCase {
  std::string_view html;
  std::string_view text;
};

void CheckText(const std::vector<TextCase>& cases) {
  for (const TextCase& test : cases) {
    CAPTURE(test.html);
    CHECK(ReadMarkupPage(test.html).markup.text == test.text);
  }
}

TEST_CASE("text: words, white space, references") {
  CheckText({
      {"a b", "a b"},
      {"  a \t\r\n  b  ", "a b"},
      {"a\rb\fc", "a b c"},
      {"c<b>u</b>re", "cure"},
      {"c<!-- x -->u<x-y>re</x-y>", "cure"},
      {"a <b> b</b> c", "a b c"},
      {"a&nbsp;b \u00A0 c", "a\u00A0b \u00A0 c"},
      {"a&#32;&#10; b", "a b"},
      {"caf&eacute; &copy 2020 &hyphen;&#8211;&#150;&AMP;",
       "caf\u00E9 \u00A9 2020 \u2010\u2013\u2013&"},
      {"&#0;&#xD800;", "\uFFFD\uFFFD"},
      {"AT&T &; &nosuch; & &amp", "AT&T &; &nosuch; & &"},
      {"&lt;b>bold&lt;/b&gt;", "<b>bold</b>"},
      {"&am<i>p;</i>", "&amp;"},
      {"\U0001F600 e\u0301 \u65E5\u672C", "\U0001F600 e\u0301 \u65E5\u672C"},
      {"a\x7F&#127;b", "ab"},
      {std::string_view("a\0b \x01", 5), "ab"},  // NUL
      {"a\xFF\xC3(b \xE2\x82", "a(b"},           // invalid UTF-8
  });
}

TEST_CASE("text: stray and unusual markup") {
  CheckText({
      {"a < b <3 <", "a < b <3 <"},
      {"1<2>1", "1<2>1"},
      {"a</>b</ x>c<?php echo 1 ?>d<!x>e", "abcde"},
      {"<!DOCTYPE html PUBLIC '>'>a", "'>a"},
      {"a<!-->b<!--->c<!-- -- --!>d<!-- > -->e", "abcde"},
      {"a<![if !IE]>b<![endif]>c", "abc"},
      {"a<!--[if IE]><p>b</p><![endif]-->c", "ac"},
      {"a<![CDATA[b]]>c", "ac"},
      {"<svg><text>a<![CDATA[<b>&amp;]]>c</text></svg>", "a<b>&amp;c"},
      {"<p @click=\"a > b\" :x='>' =y=>z", "z"},
      {"<p title=a>b\"c>d", "b\"c>d"},
      {"a<p title=\"never closed>b", "a"},
      {"a <b", "a"},
  });
}

TEST_CASE("text: elements whose content is special") {
  CheckText({
      {"<title>a <b>x</b> &amp; y</title>z", "a <b>x</b> & y\nz"},
      {"<textarea>a <!-- b --> &lt;</textarea>", "a <!-- b --> <"},
      {"<xmp><b>&amp;</b></xmp>c", "<b>&amp;</b>\nc"},
      {"a<plaintext><b>&amp;</plaintext>",
       "a\n<b>&amp;</plaintext><!-- "
       "............................................................ -->"},
      {"a<iframe><p>b</p></iframe>c", "a\nc"},
      {"a<noembed>b</noembed>c<noframes>d</noframes>e", "ac\ne"},
      {"a<template>b<p>c</p></template>d", "ad"},
      {"a<script>x = '</div>' + \"<p>b\";</script>d", "ad"},
      {"a<script><!-- <script>b</script> --></script>d", "ad"},
      {"a<script>b</SCRIPT x='>'>d", "ad"},
      {"a<script>b</scripts>c</script>d", "ad"},
      {"a<style>b{}</style>d", "ad"},
      {"a<noscript>b</noscript>c", "a\nb\nc"},
      {"a<svg><title>b</title><path/><style>c</style></svg>d", "a b d"},
      {"a<img alt=b>c<input value=d>e", "a c e"},
      {"10<wbr>000", "10000"},
      {"<select><option>a<option>b</select>c", "a\nb\nc"},
  });
}

TEST_CASE("text: blocks") {
  CheckText({
      {"<p>a</p><p>b</p>", "a\nb"},
      {"<p>a<p>b", "a\nb"},
      {"<p>a <div> b</div> c", "a\nb\nc"},
      {"a</p>b</br>c", "a\nb c"},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\nb\nc\nd"},
      {"<dl><dt>a<dd>b</dl>", "a\nb"},
      {"<table><tr><td>a<td>b<tr><td>c</table>d", "a\nb\nc\nd"},
      {"<h2><p>a</p></h2>b", "a\nb"},
      {"<b><p>a</b>b</p>c", "ab\nc"},
      {"<b>a<i>b</b>c</i>d", "abcd"},
      {"<div><hr></div>", ""},
      {"", ""},
      {"<p>a</body></html> b <p>c", "a b\nc"},
      // What opens or closes nothing breaks nothing.
      {"a</div>b</section>c<body>d<html>e", "abcde"},
  });
}

TEST_CASE("text: <br> is a soft wrap before a lower-case letter") {
  CheckText({
      {"a<br>b", "a b"},
      {"a<br/> \n b", "a b"},
      {"a<br>&eacute;", "a \u00E9"},
      {"a<br><b>b</b>", "a b"},
      {"a<br>\u0436", "a \u0436"},  // Cyrillic zhe
      {"a<br>B", "a\nB"},
      {"a<br>\u0416", "a\n\u0416"},
      {"a<br>\u0141", "a\n\u0141"},  // L with stroke
      {"a<br>1", "a\n1"},
      {"a<br><br>b", "a\nb"},
      {"a.<br>b", "a.\nb"},
      {"a:<br>b", "a:\nb"},
      {"a, <br>b", "a, b"},
      {"a<br></p>b", "a\nb"},
      {"<br>a", "a"},
  });
}

// An element as one line: "p «<p class=x>» «</p>» text attribute=value".
std::string Describe(const Markup& markup, ElementIndex index) {
  const Element& element = markup.elements[index];
  std::string line;
  for (ElementIndex i = element.parent; i != kNoElement;
       i = markup.elements[i].parent)
    line += ' ';
  line += element.start_tag.empty() ? TagName(element.tag) : "";
  line += element.start_tag.In(markup.source);
  line += '|';
  line += element.end_tag.In(markup.source);
  line += '|';
  line += element.text.In(markup.text);
  for (std::size_t i = 0; i < element.attribute_count; ++i) {
    const Attribute& attribute = markup.attributes[element.first_attribute + i];
    line += "|" + std::string(attribute.name.In(markup.source)) + "=" +
            std::string(attribute.value.In(markup.source));
  }
  return line;
}

struct TreeCase {
  std::string_view html;
  std::vector<std::string_view> elements;
};

void CheckTree(const std::vector<TreeCase>& cases) {
  for (const TreeCase& test : cases) {
    CAPTURE(test.html);
    const MarkupPage page = ReadMarkupPage(test.html);
    std::vector<std::string> elements;
    for (ElementIndex i = 0; i < page.markup.elements.size(); ++i)
      elements.push_back(Describe(page.markup, i));
    REQUIRE(elements.size() == test.elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i)
      CHECK(elements[i] == test.elements[i]);
  }
}

TEST_CASE("elements: explicit and implied") {
  CheckTree({
      {"<html lang=en><head><title>t</title></head><body>b</body></html>",
       {"<html lang=en>|</html>|t\nb|lang=en", " <head>|</head>|t",
        "  <title>|</title>|t", " <body>|</body>|b"}},
      {"<title>t</title><p>a<p>b",
       {"html||t\na\nb", " head||t", "  <title>|</title>|t", " body||a\nb",
        "  <p>||a", "  <p>||b"}},
      {"x<p>a</body>b<body class=c></html>",
       {"html|</html>|x\nab", " body|</body>|x\nab", "  <p>||ab"}},
      {"<meta charset=utf-8><script>1</script><div>a</div>",
       {"html||a", " head||", "  <meta charset=utf-8>|||charset=utf-8",
        "  <script>|</script>|", " body||a", "  <div>|</div>|a"}},
      {"<head><noscript><img src=x></noscript><link></head>a",
       {"html||a", " <head>|</head>|", "  <noscript>|</noscript>|",
        "   <img src=x>|||src=x", "  <link>||", " body||a"}},
  });
}

TEST_CASE("elements: unclosed, crossed and stray tags") {
  CheckTree({
      {"<body><ul><li>a<li>b</ul>c",
       {"html||a\nb\nc", " <body>||a\nb\nc", "  <ul>|</ul>|a\nb", "   <li>||a",
        "   <li>||b"}},
      {"<body><article><div>a</article></div>b",
       {"html||a\nb", " <body>||a\nb", "  <article>|</article>|a",
        "   <div>||a"}},
      {"<body><h2><p>a</p></h3>b",
       {"html||a\nb", " <body>||a\nb", "  <h2>|</h3>|a", "   <p>|</p>|a"}},
      {"<body><div><table><tr><td>a</div>b</table>c</div>",
       {"html||ab\nc", " <body>||ab\nc", "  <div>|</div>|ab\nc",
        "   <table>|</table>|ab", "    <tr>||ab", "     <td>||ab"}},
      {"<body><b>a<p>b</b>c</p>d",
       {"html||a\nbc\nd", " <body>||a\nbc\nd", "  <b>||a\nbc\nd",
        "   <p>|</p>|bc"}},
      {"<body><p>a<section>b</section>",
       {"html||a\nb", " <body>||a\nb", "  <p>||a", "  <section>|</section>|b"}},
      {"<body><svg><path/><g>a</g></svg><div/>b",
       {"html||a\nb", " <body>||a\nb", "  <svg>|</svg>|a", "   <path/>||",
        "   <g>|</g>|a", "  <div/>||b"}},
      {"<body><p> a <b> b </b> </p>",
       {"html||a b", " <body>||a b", "  <p>|</p>|a b", "   <b>|</b>|b"}},
  });
}

TEST_CASE("elements: subtrees end where they should") {
  const MarkupPage page =
      ReadMarkupPage("<body><div><p>a<b>b</b></p><p>c</div><i>d</i>");
  const std::vector<Element>& elements = page.markup.elements;
  REQUIRE(elements.size() == 7);
  static constexpr ElementIndex kEnds[] = {7, 7, 6, 5, 5, 6, 7};
  for (std::size_t i = 0; i < elements.size(); ++i) {
    CAPTURE(i);
    CHECK(elements[i].subtree_end == kEnds[i]);
  }
}

TEST_CASE("attributes: every way to write them") {
  struct Case {
    std::string_view tag;
    std::string_view attributes;  // as Describe() has them
  };
  static constexpr Case kCases[] = {
      {"<i a=1 b='2' c=\"3\">", "|a=1|b=2|c=3"},
      {"<i a = 1\n b\t=\r\n'2'>", "|a=1|b=2"},
      {"<i a b=>", "|a=|b="},
      {"<i a='' b=\"\">", "|a=|b="},
      {"<i a=1 A=2>", "|a=1|A=2"},
      {"<i a=x/y/>", "|a=x/y/"},
      {"<i a=\"1\"b='2'>", "|a=1|b=2"},
      {"<i/a/b=1/>", "|a=|b=1/"},
      {"<i @a.b=\"x > y\" :c=d>", "|@a.b=x > y|:c=d"},
      {R"(<i =a=b "c">)", R"(|=a=b|"c"=)"},
      {"<i a=b'c\"d>", "|a=b'c\"d"},
      {"<i a='\"' b=\"'\">", "|a=\"|b='"},
      {"<i a='x\ny'>", "|a=x\ny"},
      {"<i \u00E9=\u00E9>", "|\u00E9=\u00E9"},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.tag);
    const MarkupPage page =
        ReadMarkupPage("<body>" + std::string(test.tag) + "z</i>");
    REQUIRE(page.markup.elements.size() == 3);
    CHECK(Describe(page.markup, 2) == "  " + std::string(test.tag) + "|</i>|z" +
                                          std::string(test.attributes));
  }
}

TEST_CASE("comments and raw texts have exact content") {
  const MarkupPage page = ReadMarkupPage(
      "<p>one<!-- two --><script>if (a < b) '</div>'</script>"
      "<!--><style>p{}</style><!--a--!><!--b");
  const Markup& markup = page.markup;
  REQUIRE(markup.comments.size() == 4);
  CHECK(markup.comments[0].content.In(markup.source) == " two ");
  CHECK(markup.comments[0].text_offset == 3);
  CHECK(markup.elements[markup.comments[0].parent].tag == Tag::k_p);
  CHECK(markup.comments[1].content.empty());
  CHECK(markup.comments[2].content.In(markup.source) == "a");
  // Ends with the padding of ReadMarkupPage().
  CHECK(markup.comments[3].content.In(markup.source).starts_with("b<!-- .."));
  REQUIRE(markup.raw_texts.size() == 2);
  CHECK(markup.raw_texts[0].content.In(markup.source) == "if (a < b) '</div>'");
  CHECK(markup.elements[markup.raw_texts[0].element].tag == Tag::k_script);
  CHECK(markup.raw_texts[1].content.In(markup.source) == "p{}");
}

TEST_CASE("places lead to what was written") {
  struct Case {
    std::string_view html;
    std::string_view words;  // of the text
    std::string_view slice;
  };
  static constexpr Case kCases[] = {
      {"<p>caf&eacute; bar", "caf\u00E9", "caf&eacute;"},
      {"<p>caf&eacute; bar", "bar", "bar"},
      {"c<b>u</b>re", "cure", "c<b>u</b>re"},
      {"a <b>b</b> c", "b", "b"},
      {"a\r\n\r\n b", "a b", "a\r\n\r\n b"},
      {"a<br class=x>b", " ", "<br class=x>"},
      {"a<img src=x>b", " ", "<img src=x>"},
      {"a&#32;b", " ", "&#32;"},
      {"a<p>b", "\n", "<p>"},
      {"<p>a</p><p>b", "\n", "</p>"},
      {"<p>a<!-- --><li>b", "\n", "<li>"},
      {"x\x7Fy z", "xy", "x\x7Fy"},
      {"<textarea>a<b> &lt;</textarea>", "a<b> <", "a<b> &lt;"},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.html);
    const MarkupPage page = ReadMarkupPage(test.html);
    const std::size_t begin = page.markup.text.find(test.words);
    REQUIRE(begin != std::string::npos);
    const TextSpan span = {static_cast<Offset>(begin),
                           static_cast<Offset>(begin + test.words.size())};
    CHECK(page.markup.map.Map(span).In(page.markup.source) == test.slice);
  }
}

}  // namespace
}  // namespace medlint
