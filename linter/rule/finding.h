// SPDX-License-Identifier: Apache-2.0
//
// A Finding is one place in one document where one rule has something to say.

#ifndef LINTER_RULE_FINDING_H_
#define LINTER_RULE_FINDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/text/span.h"

namespace medlint {

struct RuleInfo;

enum class Severity : std::uint8_t {
  kInfo,
  kWarning,
  kError,
};

std::string_view SeverityName(Severity severity);  // "warning"

// A second place that explains a finding: "the red flag is named here".
struct Note {
  CleanSpan where;
  std::string message;
};

// The bytes at "where" become "replacement".
struct Edit {
  CleanSpan where;
  std::string replacement;  // UTF-8, whatever the file's encoding
};

// A change that mends a finding.  Safe: nothing that a reader is meant to see
// changes, so that nobody need look at it.
struct Fix {
  std::string title;  // "Remove the ad marker"
  bool is_safe = false;
  std::vector<Edit> edits;  // by place, not overlapping, never empty
};

struct Finding {
  const RuleInfo* rule = nullptr;  // never null; owned by the RuleSet
  Severity severity = Severity::kWarning;

  // True: the words at "where" are at fault.  False: the document is, and
  // "where" is only where to show it (see Document::DocumentAnchor).
  bool is_span = true;

  CleanSpan where;      // in SourceFile::clean(); whole characters
  std::string text;     // what a reader sees there; may be empty, for markup
  std::string status;   // "asserted", "absent", "present": see Candidate
  std::string support;  // of a claim: "no citation in the paragraph"; or ""
  std::string message;  // one sentence, no final period
  std::string fingerprint;  // 16 hexadecimal digits; see engine/fingerprint.h
  std::vector<Note> notes;
  std::vector<Fix> fixes;  // the best first
};

// The order of a report: by place, then by rule.  Total, so that output does
// not depend on threads or on the order of rule files.
bool Before(const Finding& a, const Finding& b);

}  // namespace medlint

#endif  // LINTER_RULE_FINDING_H_
