// SPDX-License-Identifier: Apache-2.0

#include "linter/document/css_value.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/text/span.h"

namespace medlint {
namespace {

TEST_CASE("lengths in thousandths of a pixel") {
  struct Case {
    std::string_view value;
    std::int64_t pixels;
  };
  constexpr Case kCases[] = {
      {"0", 0},
      {"1px", 1'000},
      {"-9999px", -9'999'000},
      {".5em", 8'000},
      {"-100em", -1'600'000},
      {"1.25rem", 20'000},
      {"+3px", 3'000},
      {"100%", 1'000'000},
      {"0.04", 40},
      {"1px solid", 1'000},
      {"99999999999999999999px", 1'000'000'000},
      {"1.123456789px", 1'123},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.value);
    const auto length = ReadLength(c.value);
    REQUIRE(length.has_value());
    CHECK(length->Pixels() == c.pixels);
  }
  for (const std::string_view none :
       {"", "auto", "-", ".", "px", "calc(1px)"}) {
    CAPTURE(none);
    CHECK(!ReadLength(none).has_value());
  }
}

TEST_CASE("colours") {
  struct Case {
    std::string_view value;
    CssColor::Kind kind;
    int rgb;
  };
  constexpr auto kOpaque = CssColor::Kind::kOpaque;
  constexpr auto kTransparent = CssColor::Kind::kTransparent;
  constexpr auto kUnknown = CssColor::Kind::kUnknown;
  constexpr Case kCases[] = {
      {"#fff", kOpaque, 0xFFFFFF},
      {"#1a2b3c", kOpaque, 0x1A2B3C},
      {"#fff0", kTransparent, 0},
      {"#fff8", kOpaque, 0xFFFFFF},
      {"#1a2b3c00", kTransparent, 0},
      {"#1a2b3cff", kOpaque, 0x1A2B3C},
      {"ffffff", kOpaque, 0xFFFFFF},
      {"white", kOpaque, 0xFFFFFF},
      {"rgb(1, 2,3)", kOpaque, 0x010203},
      {"rgb(1 2 3 / 50%)", kOpaque, 0x010203},
      {"rgba(1,2,3,0)", kTransparent, 0},
      {"rgba(1,2,3,.02)", kTransparent, 0},
      {"rgba(1,2,3,0.5)", kOpaque, 0x010203},
      {"transparent", kTransparent, 0},
      {"#ggg", kUnknown, 0},
      {"#12345", kUnknown, 0},
      {"#123456789", kUnknown, 0},
      {"var(--ink)", kUnknown, 0},
      {"hsl(0,0%,0%)", kUnknown, 0},
      {"rgb(1,2)", kUnknown, 0},
      {"blurple", kUnknown, 0},
      {"", kUnknown, 0},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.value);
    const CssColor color = ReadColor(c.value);
    CHECK(color.kind == c.kind);
    CHECK(color.red * 0x10000 + color.green * 0x100 + color.blue == c.rgb);
  }
}

TEST_CASE("colours that look alike") {
  CHECK(ReadColor("#fff").LooksLike(ReadColor("#fefefe")));
  CHECK(!ReadColor("#fff").LooksLike(ReadColor("#eee")));
  CHECK(!ReadColor("nonsense").LooksLike(ReadColor("nonsense")));
}

TEST_CASE("declarations that matter, with their places") {
  const std::string_view css =
      " color : RED ; margin:0; /* a;b */ display: no/**/ne !important;"
      "background:url(\"a;b\") ; width : 0";
  const auto all = ReadDeclarations(css, {0, static_cast<Offset>(css.size())});
  REQUIRE(all.size() == 4);
  CHECK(all[0].property == CssProperty::kColor);
  CHECK(all[0].value == "red");
  CHECK(all[0].source.In(css) == "color : RED");
  CHECK(all[1].property == CssProperty::kDisplay);
  CHECK(all[1].value == "none");
  CHECK(all[1].important);
  CHECK(all[2].value == "url(\"a;b\")");
  CHECK(all[3].source.In(css) == "width : 0");
  CHECK(!all[3].important);
}

}  // namespace
}  // namespace medlint
