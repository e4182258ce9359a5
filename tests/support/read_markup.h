// SPDX-License-Identifier: Apache-2.0
//
// Markup from strings.

#ifndef TESTS_SUPPORT_READ_MARKUP_H_
#define TESTS_SUPPORT_READ_MARKUP_H_

#include <memory>
#include <string_view>

#include "linter/document/markup.h"
#include "linter/text/source_file.h"

namespace medlint::testing {

struct MarkupPage {
  std::shared_ptr<const SourceFile> file;
  Markup markup;
};

// Reads "html", in UTF-8 whatever the bytes, followed by a comment that makes
// it long enough to pass for text.  Fails the test if that fails, or if the
// reader lost its place.
MarkupPage ReadMarkupPage(std::string_view html);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_READ_MARKUP_H_
