// SPDX-License-Identifier: Apache-2.0
//
// Documents from strings.

#ifndef TESTS_SUPPORT_READ_HTML_H_
#define TESTS_SUPPORT_READ_HTML_H_

#include <string>

#include "linter/document/document.h"

namespace medlint {

// Reads a page, or plain text.  Ends the test program if that fails.
Document ReadHtmlText(std::string html);
Document ReadPlainTextDocument(std::string text);

}  // namespace medlint

#endif  // TESTS_SUPPORT_READ_HTML_H_
