// SPDX-License-Identifier: Apache-2.0
//
// Owning pointers to what libxml2 allocates.

#ifndef LINTER_DOCUMENT_XML_PTR_H_
#define LINTER_DOCUMENT_XML_PTR_H_

#include <memory>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

namespace medlint {

struct HtmlParserDeleter {
  void operator()(htmlParserCtxtPtr parser) const {
    // The context does not own the document it was building.
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    parser->myDoc = nullptr;
    htmlFreeParserCtxt(parser);
  }
};

using HtmlParserPtr = std::unique_ptr<htmlParserCtxt, HtmlParserDeleter>;

}  // namespace medlint

#endif  // LINTER_DOCUMENT_XML_PTR_H_
