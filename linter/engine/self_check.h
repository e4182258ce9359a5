// SPDX-License-Identifier: Apache-2.0
//
// Holds every rule to its own examples: each bad example must be flagged
// exactly where it is marked, each good example not at all.
//
// The same function serves "medlint test" (rule authors), tests/ (us) and the
// generated reference (readers), so the three cannot disagree.
//
// An example sentence stands in a <p> of an otherwise empty page.  The rule's
// own gates are taken for granted: the page has the first type and topics the
// rule asks for, unless the example says otherwise.  "Today" is 2026-01-15
// unless the example has as-of.  Only the rule itself is run; but for a rule
// about suppressions all of them are, and where it speaks of missing reasons,
// reasons are required.

#ifndef LINTER_ENGINE_SELF_CHECK_H_
#define LINTER_ENGINE_SELF_CHECK_H_

#include <functional>
#include <string>
#include <vector>

#include "linter/engine/linter.h"
#include "linter/ruleset/rule_set.h"

namespace medlint {

struct ExampleFailure {
  enum class Kind {
    kNoisy,      // a good example is flagged
    kMissing,    // a bad example is not
    kMisplaced,  // a bad example is flagged, but not where it is marked
    kIdle,       // no good example needs a guard of the rule
  };
  Kind kind = Kind::kMissing;
  const RuleInfo* rule = nullptr;    // never null
  const Example* example = nullptr;  // null for kIdle
  std::string what;                  // "flagged «cures», expected «cure»"
};

struct SelfCheckResult {
  int rules = 0;
  int examples = 0;
  std::vector<ExampleFailure> failures;  // in order of rule and example
};

enum class Strictness {
  kExamples,
  // Also drops the guards of each rule one at a time: where all good examples
  // still hold, nothing shows what the guard is for.  Guards that were learned
  // (Guard::learned) are left out meanwhile, and not asked for.
  kGuards,
};

// The page that an example stands for, without its marks, and with what to lint
// it.
std::string ExamplePage(const Example& example);
LintOptions ExampleOptions(const RuleInfo& rule, const Example& example);

// Checks the rules that are "wanted"; without that, all.
SelfCheckResult SelfCheck(
    const RuleSet& rules, Strictness strictness = Strictness::kExamples,
    const std::function<bool(const RuleInfo&)>& wanted = nullptr);

}  // namespace medlint

#endif  // LINTER_ENGINE_SELF_CHECK_H_
