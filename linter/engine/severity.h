// SPDX-License-Identifier: Apache-2.0
//
// How severe a finding is where it stands; see also SeverityOf() of a rule in
// linter.h.

#ifndef LINTER_ENGINE_SEVERITY_H_
#define LINTER_ENGINE_SEVERITY_H_

#include "linter/rule/rule.h"

namespace medlint {

struct LintOptions;

// As the rule has it for such a place and such words, then as the options do.
Severity SeverityOf(const Page& page, const Rule& rule,
                    const Candidate& candidate, const LintOptions& options);

}  // namespace medlint

#endif  // LINTER_ENGINE_SEVERITY_H_
