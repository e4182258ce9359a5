// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/open_document.h"

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

#include "linter/base/utf8.h"
#include "linter/project/files.h"

namespace medlint {

std::string PathOfUri(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  if (uri.size() < kScheme.size() ||
      !EqualsIgnoringAsciiCase(uri.substr(0, kScheme.size()), kScheme)) {
    return "";
  }
  uri.remove_prefix(kScheme.size());
  const std::size_t slash = uri.find('/');  // after the host, if there is one
  if (slash == std::string_view::npos) return "";
  uri.remove_prefix(slash);
  std::string path;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    if (uri[i] == '?' || uri[i] == '#') break;
    unsigned byte = 0;
    const char* const digits = uri.data() + i + 1;
    if (uri[i] == '%' && i + 2 < uri.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      path.push_back(static_cast<char>(byte));
      i += 2;
    } else {
      path.push_back(uri[i]);
    }
  }
  return path;
}

DocumentKind KindOf(std::string_view language, std::string_view path) {
  const std::string name = ToAsciiLower(path);
  if (language == "toml" || name.ends_with(".toml")) return DocumentKind::kToml;
  if (language == "html" || language == "xhtml") return DocumentKind::kHtml;
  if (language == "plaintext" || language == "text") {
    return DocumentKind::kPlainText;
  }
  if (!IsLintable(path)) return DocumentKind::kOther;
  return FormatOf(path) == SourceFile::Format::kPlainText
             ? DocumentKind::kPlainText
             : DocumentKind::kHtml;
}

}  // namespace medlint
