// SPDX-License-Identifier: Apache-2.0
//
// Which of two findings at one place stays: "supersedes" in the rules.

#ifndef LINTER_ENGINE_PRECEDENCE_H_
#define LINTER_ENGINE_PRECEDENCE_H_

#include <cstddef>
#include <span>
#include <vector>

#include "linter/rule/rule.h"
#include "linter/text/span.h"

namespace medlint {

// A finding in the making.
struct Contender {
  const Rule* rule = nullptr;  // never null
  CleanSpan where;
  CleanSpan claims;  // see Candidate::claims; contains "where"
  bool is_document = false;
};

// Returns for each contender the rule that supersedes it there, or null: a rule
// that names the contender's and has a finding of its own that claims the
// place, or about the document where both are.  Rules that are superseded still
// supersede, so that the answer does not depend on the order.
// Cost: n log n in what the contenders supersede.
std::vector<const Rule*> FindSuperseding(std::span<const Contender> contenders);

}  // namespace medlint

#endif  // LINTER_ENGINE_PRECEDENCE_H_
