// SPDX-License-Identifier: Apache-2.0
//
// The formats for people show a rule only so often in one file, and then a
// count: the fortieth finding of one rule teaches nobody anything.  The formats
// for programs are complete.

#ifndef LINTER_REPORT_FOLD_REPEATS_H_
#define LINTER_REPORT_FOLD_REPEATS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/rule/finding.h"

namespace medlint {

struct FoldedFindings {
  struct Rest {
    std::string_view rule;  // its id; of the RuleSet
    int count = 0;
  };
  std::vector<const Finding*> shown;  // into what was folded, in its order
  std::vector<Rest> rests;            // sorted by rule
};

// Keeps the first "max_per_rule" findings of each rule; all of them if that is
// 0.  "findings" must outlive the result.
FoldedFindings FoldRepeats(std::span<const Finding> findings, int max_per_rule);

// "… and 7 more of claims/cure (--max-per-rule 0 shows all)"
std::string RestText(const FoldedFindings::Rest& rest);

}  // namespace medlint

#endif  // LINTER_REPORT_FOLD_REPEATS_H_
