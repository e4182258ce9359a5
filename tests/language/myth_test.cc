// SPDX-License-Identifier: Apache-2.0

#include "linter/language/myth.h"

#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include "linter/language/reading.h"
#include "tests/language/cpu_time.h"
#include "tests/support/english.h"

namespace medlint::testing {
namespace {

TEST_CASE("the last label before the words decides") {
  const ReadPage page(
      "<p>Bathing first. Myth: honey cures. Fact: sleep helps. Myth 2: "
      "massage heals.</p>",
      English());
  CHECK_FALSE(page.reading.MythAround(page.Find("Bathing")));
  CHECK(page.reading.MythAround(page.Find("honey")) == page.Find("Myth"));
  CHECK_FALSE(page.reading.MythAround(page.Find("sleep")));
  const auto second = page.reading.MythAround(page.Find("massage"));
  REQUIRE(second);
  CHECK(second->begin == page.Find("Myth 2").begin);
}

TEST_CASE("myths are linear in a block of many claims") {
  const auto seconds = [](std::size_t bytes) {
    constexpr std::size_t kClaim = 16;
    std::string html = "<p>";
    while (html.size() < bytes)
      html += "tea cures gout. ";
    const ReadPage page(html, English());
    const Offset begin = page.Find("tea").begin;
    const double start = ThreadSeconds();
    for (std::size_t i = 0; i + kClaim < bytes; i += kClaim) {
      const Offset at = begin + static_cast<Offset>(i);
      (void)page.reading.MythAround({at, at + 3});
    }
    return ThreadSeconds() - start;
  };
  CHECK(GrowsLinearly(seconds));
}

}  // namespace
}  // namespace medlint::testing
