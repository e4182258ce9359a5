// SPDX-License-Identifier: Apache-2.0
//
// Puts a Document together: from Markup, what the parser saw, or from plain
// text.
//
// The order matters and is this: blocks, hidden text, frame and main content,
// zones, lead-ins and sections, then metadata and links, which append their
// texts behind the reading text.

#ifndef LINTER_DOCUMENT_DOCUMENT_BUILDER_H_
#define LINTER_DOCUMENT_DOCUMENT_BUILDER_H_

#include <memory>

#include "linter/document/document.h"
#include "linter/document/main_content.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"

namespace medlint {

class Document::Builder {
 public:
  // "markup" was read from "source".
  static Document FromMarkup(std::shared_ptr<const SourceFile> source,
                             Markup markup);
  static Document FromPlainText(std::shared_ptr<const SourceFile> source);

 private:
  explicit Builder(std::shared_ptr<const SourceFile> source);

  void SetMain(const MainContent& main);
  void AddUnseen();
  void AddProblems();
  void SetAnchor(ElementIndex root);

  Document document_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_DOCUMENT_BUILDER_H_
