// SPDX-License-Identifier: Apache-2.0

#include "tests/support/read_html.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "linter/base/result.h"
#include "linter/document/document.h"
#include "linter/text/source_file.h"

namespace medlint {
namespace {

template <typename T>
T ValueOrExit(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().ToText().c_str());
    std::exit(2);
  }
  return *std::move(result);
}

Document Read(std::string name, std::string bytes, SourceFile::Format format) {
  SourceFile::Options options;
  options.format = format;
  return ValueOrExit(ReadDocument(ValueOrExit(SourceFile::FromBytes(
      std::move(name), std::move(bytes), std::move(options)))));
}

}  // namespace

Document ReadHtmlText(std::string html) {
  return Read("page.html", std::move(html), SourceFile::Format::kHtml);
}

Document ReadPlainTextDocument(std::string text) {
  return Read("page.txt", std::move(text), SourceFile::Format::kPlainText);
}

}  // namespace medlint
