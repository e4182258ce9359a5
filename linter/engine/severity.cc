// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/severity.h"

#include <algorithm>

#include "linter/engine/linter.h"
#include "linter/language/claim_status.h"

namespace medlint {
namespace {

Severity SeverityByRule(const Page& page, const Rule& rule,
                        const Candidate& candidate) {
  Severity severity = candidate.severity.value_or(rule.info.severity);
  if (!candidate.where.empty() && !rule.info.severity_in.empty()) {
    const auto in_zone =
        rule.info.severity_in.find(page.ZoneOf(candidate.where));
    if (in_zone != rule.info.severity_in.end()) severity = in_zone->second;
  }
  for (const auto& [status, instead] : rule.info.severity_when) {
    if (candidate.status == ClaimStatusName(status)) severity = instead;
  }
  // What a page lacks follows from its type; where the type is a guess, so is
  // the lack.
  const bool guessed = candidate.is_document() &&
                       !rule.info.when.types.empty() &&
                       !page.facts.type_is_clear;
  return guessed ? std::min(severity, Severity::kWarning) : severity;
}

}  // namespace

Severity SeverityOf(const RuleInfo& rule, const LintOptions& options) {
  const auto given = options.severities.find(rule.id);
  return std::min(
      given == options.severities.end() ? rule.severity : given->second,
      options.severity_cap.value_or(Severity::kError));
}

Severity SeverityOf(const Page& page, const Rule& rule,
                    const Candidate& candidate, const LintOptions& options) {
  const Severity by_rule = SeverityByRule(page, rule, candidate);
  if (options.severities.empty() && !options.severity_cap) return by_rule;
  const bool is_milder = by_rule < rule.info.severity;
  const Severity given = SeverityOf(rule.info, options);
  if (is_milder) return std::min(by_rule, given);
  return options.severities.contains(rule.info.id)
             ? given
             : std::min(by_rule,
                        options.severity_cap.value_or(Severity::kError));
}

}  // namespace medlint
