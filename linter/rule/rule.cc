// SPDX-License-Identifier: Apache-2.0

#include "linter/rule/rule.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace medlint {

bool Weighing::Holds(const Page& page) const {
  const std::size_t heavy = page.points.CountFrom(0, weights);
  return heavy >= static_cast<std::size_t>(sentences) &&
         heavy * static_cast<std::size_t>(one_in) >=
             page.points.sentences().size();
}

bool Gate::AdmitsType(const Page& page) const {
  const PageFacts& facts = page.facts;
  if (types.empty()) return true;
  if (std::ranges::find(types, facts.type) != types.end()) return true;
  if (std::ranges::any_of(or_topics, [&](const std::string& topic) {
        return facts.HasTopic(topic);
      })) {
    return true;
  }
  return or_weighs && or_weighs->Holds(page);
}

bool Gate::IsForRun(std::span<const std::string> run_profiles) const {
  return profiles.empty() ||
         std::ranges::any_of(profiles, [&](const std::string& profile) {
           return std::ranges::find(run_profiles, profile) !=
                  run_profiles.end();
         });
}

bool Gate::Admits(const Page& page,
                  std::span<const std::string> run_profiles) const {
  const PageFacts& facts = page.facts;
  if ((page_kinds >> static_cast<unsigned>(facts.kind) & 1U) == 0) return false;
  const auto has_topic = [&](const std::string& topic) {
    return facts.HasTopic(topic);
  };
  const auto is_in = [&](const std::string& language) {
    return facts.language == language;
  };
  if (!languages.empty() && !facts.language.empty() &&
      !std::ranges::any_of(languages, is_in)) {
    return false;
  }
  if (!IsForRun(run_profiles)) return false;
  if (not_institution && !facts.institution.empty()) return false;
  if (std::ranges::find(not_types, facts.type) != not_types.end()) return false;
  if (!topics.empty() && !std::ranges::any_of(topics, has_topic)) return false;
  if (std::ranges::any_of(not_topics, has_topic)) return false;
  return AdmitsType(page);  // last, for it may have to weigh the page
}

bool Check::Reports(SuppressionProblem /*problem*/) const {
  return false;
}

}  // namespace medlint
