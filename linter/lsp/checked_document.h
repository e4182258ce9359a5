// SPDX-License-Identifier: Apache-2.0
//
// A document with what medlint has to say of it.

#ifndef LINTER_LSP_CHECKED_DOCUMENT_H_
#define LINTER_LSP_CHECKED_DOCUMENT_H_

#include <memory>
#include <string>
#include <vector>

#include "linter/engine/report.h"
#include "linter/lsp/open_document.h"
#include "linter/project/site.h"
#include "linter/rule/finding.h"
#include "linter/text/span.h"

namespace medlint {

// One thing to say, at a place of the document's text.
struct Mark {
  Offset begin = 0;
  Offset end = 0;
  Severity severity = Severity::kError;
  std::string code;  // the id of a rule, "configuration" or "unreadable"
  std::string message;
  const Finding* finding = nullptr;  // null if it is none

  // Another place that explains it: in this document, or in another by line.
  struct Related {
    std::string uri;  // "" for this document
    Offset begin = 0;
    Offset end = 0;
    int line = 0;  // from 1; of another
    std::string message;
  };
  std::vector<Related> related = {};
};

// Immutable.
struct CheckedDocument {
  std::shared_ptr<const OpenDocument> document;  // never null
  std::vector<Mark> marks;                       // in order of place
  // Of a page that was linted.  The marks point into the report, which points
  // into the site.
  std::shared_ptr<const Site> site;
  std::shared_ptr<const FileReport> report;
};

}  // namespace medlint

#endif  // LINTER_LSP_CHECKED_DOCUMENT_H_
