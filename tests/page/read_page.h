// SPDX-License-Identifier: Apache-2.0
//
// What medlint takes a page for, by its built-in facts and no other rules, read
// as of 2026-01-15.

#ifndef TESTS_PAGE_READ_PAGE_H_
#define TESTS_PAGE_READ_PAGE_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/document/article_hints.h"
#include "linter/page/page.h"
#include "tests/support/load_rules.h"

namespace medlint::testing {

// "hints", if there are any, must outlive the page.
inline std::unique_ptr<Page> ReadPage(std::string_view html,
                                      const ArticleHints* hints = nullptr) {
  static const RuleSet::Loaded loaded = LoadText("");
  auto source = SourceFile::FromBytes("test.html", std::string(html), {});
  REQUIRE(source.has_value());
  Result<Document> document = ReadDocument(*source, {.hints = hints});
  REQUIRE(document.has_value());
  return std::make_unique<Page>(
      *std::move(document), loaded.rules.plan(), loaded.rules.page_data(),
      loaded.rules.language_data(),
      PageOptions{.type = "",
                  .topics = {},
                  .language = "",
                  .as_of = {.year = 2026, .month = 1, .day = 15},
                  .hints = hints});
}

// Their values: "A | B".
inline std::string Join(const std::vector<Credit>& credits) {
  std::string text;
  for (const Credit& credit : credits)
    text += (text.empty() ? "" : " | ") + credit.value;
  return text;
}

}  // namespace medlint::testing

#endif  // TESTS_PAGE_READ_PAGE_H_
