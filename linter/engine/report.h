// SPDX-License-Identifier: Apache-2.0
//
// A Report is everything a run found, in a fixed order.  It is plain data: the
// report/ floor turns it into text, JSON or SARIF and adds nothing.

#ifndef LINTER_ENGINE_REPORT_H_
#define LINTER_ENGINE_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/base/error.h"
#include "linter/document/document.h"
#include "linter/engine/baseline.h"
#include "linter/page/page.h"
#include "linter/rule/finding.h"
#include "linter/text/source_file.h"

namespace medlint {

// Who has allowed a finding.
enum class SuppressedBy : std::uint8_t {
  kPage,            // a comment or an attribute; see page/suppression.h
  kConfiguration,   // an [[exception]]; see project/exceptions.h
  kBaseline,        // the baseline has it, in the same sentence
  kBaselineInFile,  // the baseline has one of its rule in the file, in a
                    // sentence that is no more
};

// A finding that somebody has allowed, and why.
struct SuppressedFinding {
  Finding finding;
  std::string reason;  // may be empty
  SuppressedBy by = SuppressedBy::kPage;

  bool is_in_baseline() const {
    return by == SuppressedBy::kBaseline || by == SuppressedBy::kBaselineInFile;
  }
};

struct FileReport {
  std::size_t input = 0;  // which of the inputs of the run it was
  std::shared_ptr<const SourceFile> source;  // never null
  // How it was read: see read_options().
  std::shared_ptr<const ArticleHints> hints;  // null for none
  Templates templates = Templates::kUnused;
  std::string_view kind;            // "article", "hub", ...: see page_kind.h
  std::string type;                 // "treatment"; "" if none was clear
  std::vector<std::string> topics;  // sorted
  std::string language;             // "en"; "" if unknown
  int words = 0;                    // of the main content
  std::vector<Finding> findings;    // sorted by Before()
  std::vector<SuppressedFinding> suppressed;
  TypeScores type_scores;  // if LintOptions::explain_type
  int fixed = 0;           // findings that this run has mended

  // Whoever reads the source again with these has the document that was linted.
  // They refer to the report.
  ReadOptions read_options() const MEDLINT_LIFETIME_BOUND {
    return {.hints = hints.get(), .templates = templates};
  }
};

// A ruleset that took part, for audits.
struct RulesetInfo {
  std::string id;
  std::string version;
  std::string sha256;  // over its files, in order of name
};

struct Report {
  std::string as_of;  // ISO date
  std::vector<RulesetInfo> rulesets;
  std::vector<FileReport> files;  // in the order the files were given
  std::vector<Error> errors;      // files that could not be linted

  // The baseline that took part; "" for none.
  std::string baseline;
  std::vector<BaselineEntry> stale;  // what it has and nothing matches, sorted

  // How many findings have "severity".
  int Count(Severity severity) const;
  // Of the suppressed findings: all, and those that a baseline has.
  int CountSuppressed() const;
  int CountInBaseline() const;
  int CountFixed() const;
};

}  // namespace medlint

#endif  // LINTER_ENGINE_REPORT_H_
