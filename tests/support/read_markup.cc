// SPDX-License-Identifier: Apache-2.0

#include "tests/support/read_markup.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "linter/base/result.h"
#include "linter/document/html_reader.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"

namespace medlint::testing {

MarkupPage ReadMarkupPage(std::string_view html) {
  const std::string padding = "<!-- " + std::string(60, '.') + " -->";
  Result<std::shared_ptr<const SourceFile>> file = SourceFile::FromBytes(
      "page.html", std::string(html) + padding, {.encoding = "utf-8"});
  REQUIRE(file);
  Result<Markup> markup = ReadMarkup(**file);
  REQUIRE(markup);
  CHECK(markup->unaligned == 0);
  CHECK(markup->map.size() == markup->text.size());
  return {*file, *std::move(markup)};
}

}  // namespace medlint::testing
