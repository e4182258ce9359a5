// SPDX-License-Identifier: Apache-2.0

#include "linter/rule/rule.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace medlint {

bool Gate::IsForRun(std::span<const std::string> run_profiles) const {
  return profiles.empty() ||
         std::ranges::any_of(profiles, [&](const std::string& profile) {
           return std::ranges::find(run_profiles, profile) !=
                  run_profiles.end();
         });
}

bool Gate::Admits(const PageFacts& facts,
                  std::span<const std::string> run_profiles) const {
  if ((page_kinds >> static_cast<unsigned>(facts.kind) & 1U) == 0) return false;
  const auto has_topic = [&](const std::string& topic) {
    return facts.HasTopic(topic);
  };
  const auto is_type = [&](const std::string& type) {
    return facts.type == type;
  };
  const auto is_in = [&](const std::string& language) {
    return facts.language == language;
  };
  if (!languages.empty() && !facts.language.empty() &&
      !std::ranges::any_of(languages, is_in)) {
    return false;
  }
  if (!IsForRun(run_profiles)) return false;
  if (!types.empty() && !std::ranges::any_of(types, is_type) &&
      !std::ranges::any_of(or_topics, has_topic)) {
    return false;
  }
  if (not_institution && !facts.institution.empty()) return false;
  if (std::ranges::any_of(not_types, is_type)) return false;
  if (!topics.empty() && !std::ranges::any_of(topics, has_topic)) return false;
  return std::ranges::none_of(not_topics, has_topic);
}

bool Check::Reports(SuppressionProblem /*problem*/) const {
  return false;
}

}  // namespace medlint
