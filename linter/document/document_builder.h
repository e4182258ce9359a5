// SPDX-License-Identifier: Apache-2.0
//
// Puts a Document together: from Markup, what the parser saw, or from plain
// text.
//
// The order matters and is this: blocks, hidden text, hinted elements, frame
// and main content, zones, lead-ins and sections, then metadata, links and
// hinted attributes, which append their texts behind the reading text.

#ifndef LINTER_DOCUMENT_DOCUMENT_BUILDER_H_
#define LINTER_DOCUMENT_DOCUMENT_BUILDER_H_

#include <memory>
#include <string_view>

#include "linter/base/result.h"
#include "linter/document/document.h"
#include "linter/document/main_content.h"
#include "linter/document/markup.h"
#include "linter/text/source_file.h"
#include "linter/text/template_tags.h"

namespace medlint {

class UnseenText;

class Document::Builder {
 public:
  Builder(std::shared_ptr<const SourceFile> source, Templates templates);

  // Once, either.
  Result<Document> FromMarkup(const ArticleHints* hints) &&;
  Document FromPlainText() &&;

 private:
  std::string_view clean() const;  // without the tags of templates
  void SetMain(const MainContent& main);
  void AddUnseen();
  void AddHintedAttributes(UnseenText& unseen);
  void AddProblems();
  void SetAnchor(ElementIndex root);

  Document document_;
};

}  // namespace medlint

#endif  // LINTER_DOCUMENT_DOCUMENT_BUILDER_H_
