// SPDX-License-Identifier: Apache-2.0

#include "linter/document/character_references.h"

#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/document/markup.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

struct Case {
  std::string_view source;  // the reference is at its beginning
  std::size_t size;
  std::string_view text;
};

TEST_CASE("references in text") {
  static constexpr Case kCases[] = {
      {"&amp;", 5, "&"},
      {"&eacute;s", 8, "\u00E9"},
      {"&nbsp;", 6, "\u00A0"},
      {"&NotEqualTilde;", 15, "\u2242\u0338"},              // two code points
      {"&CounterClockwiseContourIntegral;", 33, "\u2233"},  // the longest
      // Names of HTML 5.
      {"&hyphen;", 8, "\u2010"},
      {"&comma;", 7, ","},
      {"&percnt;", 8, "%"},
      {"&AMP;", 5, "&"},
      // Without ';', where HTML allows it: the longest that fits.
      {"&copy 2020", 5, "\u00A9"},
      {"&nbsp", 5, "\u00A0"},
      {"&notit;", 4, "\u00AC"},
      {"&notin;", 7, "\u2209"},
      {"&frac12x", 7, "\u00BD"},
      {"&copy=1", 5, "\u00A9"},
      {"&hyphen ", 0, ""},
      {"&alpha", 0, ""},
      // Numbers.
      {"&#65;", 5, "A"},
      {"&#65x", 4, "A"},
      {"&#x41;", 6, "A"},
      {"&#X1f600;", 9, "\U0001F600"},
      {"&#128;", 6, "\u20AC"},
      {"&#x93;", 6, "\u201C"},
      {"&#x81;", 6, "\u0081"},  // windows-1252 has nothing there
      {"&#10;", 5, "\n"},
      {"&#0;", 4, "\uFFFD"},
      {"&#xD800;", 8, "\uFFFD"},
      {"&#x110000;", 10, "\uFFFD"},
      {"&#99999999999999999999;", 23, "\uFFFD"},
      {"&#x10FFFF;", 10, "\U0010FFFF"},
      // Control characters cannot be seen.
      {"&#127;", 6, ""},
      {"&#1;", 4, ""},
      // No references.
      {"&", 0, ""},
      {"& b", 0, ""},
      {"&;", 0, ""},
      {"&nosuchthing;", 0, ""},
      {"&#;", 0, ""},
      {"&#x;", 0, ""},
      {"&#xg", 0, ""},
      {"&&amp;", 0, ""},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.source);
    const CharacterReference reference =
        ReadCharacterReference(test.source, 0, /*in_attribute=*/false);
    CHECK(reference.size == test.size);
    CHECK(reference.text == test.text);
  }
}

TEST_CASE("in an attribute, a name that goes on is no reference") {
  static constexpr Case kCases[] = {
      {"&copy=2", 0, ""},        {"&copyright", 0, ""},
      {"&notit;", 0, ""},        {"&lt3", 0, ""},
      {"&copy;=2", 6, "\u00A9"}, {"&copy ", 5, "\u00A9"},
      {"&copy", 5, "\u00A9"},    {"&copy&", 5, "\u00A9"},
      {"&#65=", 4, "A"},         {"&notin;x", 7, "\u2209"},
  };
  for (const Case& test : kCases) {
    CAPTURE(test.source);
    const CharacterReference reference =
        ReadCharacterReference(test.source, 0, /*in_attribute=*/true);
    CHECK(reference.size == test.size);
    CHECK(reference.text == test.text);
  }
}

TEST_CASE("an attribute's text and its places") {
  const std::string source = "<a alt=\" caf&eacute;\n\n&amp; \x7Fmore \">";
  const CleanSpan value = {8, static_cast<Offset>(source.size() - 2)};
  std::string text = "before";
  TextMap map;
  map.AppendVerbatim(6, 0);
  AppendAttributeText(source, value, text, map);
  CHECK(text == "beforecaf\u00E9 & more");
  REQUIRE(map.size() == text.size());
  const auto slice = [&](std::string_view word) {
    const auto begin = static_cast<Offset>(text.find(word));
    const auto size = static_cast<Offset>(word.size());
    return map.Map({begin, begin + size}).In(source);
  };
  CHECK(slice("caf\u00E9") == "caf&eacute;");
  CHECK(slice(" & ") == "\n\n&amp; ");
  CHECK(slice("more") == "more");
}

TEST_CASE("an attribute of white space has no text") {
  std::string text;
  TextMap map;
  AppendAttributeText("a=' &#32;\n'", {3, 10}, text, map);
  CHECK(text.empty());
  CHECK(map.size() == 0);
}

}  // namespace
}  // namespace medlint
