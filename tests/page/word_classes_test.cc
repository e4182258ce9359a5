// SPDX-License-Identifier: Apache-2.0

#include "linter/page/word_classes.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "linter/page/sentence_features.h"
#include "tests/page/read_page.h"

namespace medlint {
namespace {

// The first sentence as weights are asked about it: "[remedy] helps ".
std::string RowOf(std::string_view text) {
  const auto page = testing::ReadPage("<p>" + std::string(text) + "</p>");
  REQUIRE(!page->document.blocks().empty());
  const Block& block = page->document.blocks()[0];
  SentenceFeatures features;
  features.Read(*page, block, page->reading.SentencesOf(0)[0]);
  std::string row;
  for (const WordGroup& group : features.row()) {
    const SentenceWord& word = features.words()[group.begin];
    row += row.empty() ? "" : " ";
    row += group.feature.empty() ? word.where.In(page->folded.text())
                                 : group.feature;
  }
  return row;
}

TEST_CASE("words that lexicons know stand for their class") {
  struct Case {
    std::string_view text;
    std::string_view row;
  };
  constexpr Case kCases[] = {
      {"Turmeric for rheumatoid arthritis.", "[remedy] for [condition] "},
      {"Nothing is known of it", "nothing is known of it "},
      {"Ask a pharmacist about warfarin",
       "ask a [clinician] about [medicine] "},
      // The longest of those that begin first.
      {"High blood pressure has no signs", "[condition] has no signs "},
      // Numbers by their size.
      {"0 1 2 4 9 10 49 99 499 2,000 12,500 77777",
       "[#0] [#1] [#2] [#3] [#5] [#10] [#20] [#50] [#200] [#2000] [#10000] "
       "[#10000] "},
      {"2.5 and 10,00", "[#2] [#5] and [#10] [#0] "},
      {"It has 99999999999999999999 lives", "it has [#10000] lives "},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CHECK(RowOf(c.text) == c.row);
  }
}

}  // namespace
}  // namespace medlint
