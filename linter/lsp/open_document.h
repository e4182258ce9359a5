// SPDX-License-Identifier: Apache-2.0
//
// A document that an editor has open, in one of its states.

#ifndef LINTER_LSP_OPEN_DOCUMENT_H_
#define LINTER_LSP_OPEN_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/lsp/editor_text.h"

namespace medlint {

enum class DocumentKind : std::uint8_t {
  kHtml,
  kPlainText,
  kToml,   // a configuration or a ruleset, or another's file
  kOther,  // of no interest
};

struct OpenDocument {
  std::string uri;
  std::string path;  // absolute; "" if it is no file
  DocumentKind kind = DocumentKind::kOther;
  std::optional<int> version;  // as the editor counts
  std::uint64_t state = 0;     // another for each text there has been
  EditorText text;
};

// The path of a "file:" URI (RFC 8089), decoded; "" for another.
std::string PathOfUri(std::string_view uri);

// By the language that the editor has for it, else by its name.
DocumentKind KindOf(std::string_view language, std::string_view path);

}  // namespace medlint

#endif  // LINTER_LSP_OPEN_DOCUMENT_H_
