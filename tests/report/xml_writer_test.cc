// SPDX-License-Identifier: Apache-2.0

#include "linter/report/xml_writer.h"

#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("elements nest, and are short when empty") {
  XmlWriter xml;
  xml.Open("a");
  xml.Attribute("n", 3);
  xml.Open("b");
  xml.Close();
  xml.Open("c");
  xml.Text("x");
  xml.Text("y");
  xml.Close();
  xml.Close();
  CHECK(std::move(xml).Finish() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<a n=\"3\">\n"
        "  <b/>\n"
        "  <c>xy</c>\n"
        "</a>\n");
}

TEST_CASE("what has a meaning is escaped, what XML cannot hold is replaced") {
  const struct {
    std::string_view text;
    std::string_view in_text;
    std::string_view in_attribute;
  } cases[] = {
      {"a", "a", "a"},
      {"<&>", "&lt;&amp;&gt;", "&lt;&amp;&gt;"},
      {"]]>", "]]&gt;", "]]&gt;"},
      {"\"'", "\"'", "&quot;'"},
      {"\t\n\r", "\t\n&#13;", "&#9;&#10;&#13;"},
      {"\x01\x1B", "\uFFFD\uFFFD", "\uFFFD\uFFFD"},
      {std::string_view("\0", 1), "\uFFFD", "\uFFFD"},
      {"\uFFFE\uFFFF", "\uFFFD\uFFFD", "\uFFFD\uFFFD"},
      {"\xFF\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD\uFFFD",
       "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\x7F\u0085\U0001F600", "\x7F\u0085\U0001F600", "\x7F\u0085\U0001F600"},
  };
  for (const auto& [text, in_text, in_attribute] : cases) {
    XmlWriter xml;
    xml.Open("a");
    xml.Attribute("b", text);
    xml.Text(text);
    xml.Close();
    CHECK(std::move(xml).Finish() ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"" +
              std::string(in_attribute) + "\">" + std::string(in_text) +
              "</a>\n");
  }
}

}  // namespace
}  // namespace medlint
