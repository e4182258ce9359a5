// SPDX-License-Identifier: Apache-2.0

#include "linter/rule/rule.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/match/regexp.h"

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

bool OfferedFix::IsFor(const Page& page, const Candidate& candidate) const {
  const bool in_text = !candidate.where.empty();
  if (in_text && !page.IsIn(candidate.where, zones)) return false;
  if (of.empty()) return true;
  const std::string_view words = in_text
                                     ? page.document.Slice(candidate.where)
                                     : std::string_view(candidate.source_text);
  return std::ranges::any_of(of, [&](const auto& expression) {
    const auto match = expression->Find(
        words, {.begin = 0, .end = words.size()}, Regexp::Start::kAtFrom);
    return match && match->end == words.size();
  });
}

}  // namespace medlint
