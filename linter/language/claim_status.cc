// SPDX-License-Identifier: Apache-2.0

#include "linter/language/claim_status.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "linter/language/language_data.h"

namespace medlint {

std::string_view ClaimStatusName(ClaimStatus status) {
  static constexpr std::array<std::string_view, kClaimStatuses> kNames = {
      "asserted", "hedged",      "negated",    "asked",  "reported", "myth",
      "debunked", "conditional", "historical", "sought", "mentioned"};
  return kNames[static_cast<std::size_t>(status)];
}

std::optional<TextSpan> DebunkingOf(const Reading& reading, TextSpan head) {
  if (const auto doubt = reading.ScopeOver(CueFamily::kDoubt, head)) {
    return doubt->cue;
  }
  const TextSpan sentence = reading.SentenceAt(head.begin);
  if (const auto refutation = reading.RefutationOf(sentence)) return refutation;
  if (!reading.ScopeOver(CueFamily::kReport, head)) return std::nullopt;
  if (const auto doubt = reading.CueIn(CueFamily::kDoubt, sentence)) {
    return doubt;
  }
  const TextSpan next = reading.SentenceAfter(sentence);
  if (next.empty()) return std::nullopt;
  return reading.CueIn(CueFamily::kDoubt, next);
}

Hedge HedgeOf(const Reading& reading, TextSpan head) {
  if (const auto weak = reading.ScopeOver(CueFamily::kHedge3, head)) {
    return {3, weak->cue};
  }
  constexpr std::pair<CueFamily, int> kGrades[] = {{CueFamily::kHedge2, 2},
                                                   {CueFamily::kHedge1, 1}};
  for (const auto& [family, grade] : kGrades) {
    const auto hedge = reading.ScopeOver(family, head);
    if (!hedge) continue;
    if (reading.ScopeOver(CueFamily::kBoost, head)) return {};
    return {grade, hedge->cue};
  }
  return {};
}

ClaimReading ReadClaim(const Reading& reading, TextSpan head) {
  const Hedge hedge = HedgeOf(reading, head);
  const auto as = [&hedge](ClaimStatus status, TextSpan cue) {
    return ClaimReading{.status = status, .hedge = hedge.grade, .cue = cue};
  };
  if (const auto myth = reading.MythAround(head)) {
    return as(ClaimStatus::kMyth, *myth);
  }
  const auto negation = reading.NegationOver(head);
  if (negation) {
    // "It is a myth that ..."
    const bool myth = reading.NamesMyth(negation->cue);
    return as(myth ? ClaimStatus::kMyth : ClaimStatus::kNegated, negation->cue);
  }
  if (const auto debunking = DebunkingOf(reading, head)) {
    return as(ClaimStatus::kDebunked, *debunking);
  }
  const TextSpan sentence = reading.SentenceAt(head.begin);
  if (reading.IsQuestion(sentence)) return as(ClaimStatus::kAsked, sentence);
  if (hedge.grade == 3) return as(ClaimStatus::kHedged, hedge.cue);
  constexpr std::pair<CueFamily, ClaimStatus> kFamilies[] = {
      {CueFamily::kHistory, ClaimStatus::kHistorical},
      {CueFamily::kSearch, ClaimStatus::kSought},
      {CueFamily::kCondition, ClaimStatus::kConditional},
      {CueFamily::kReport, ClaimStatus::kReported},
      {CueFamily::kMention, ClaimStatus::kMentioned}};
  for (const auto& [family, status] : kFamilies) {
    if (const auto scope = reading.ScopeOver(family, head)) {
      return as(status, scope->cue);
    }
  }
  if (hedge.grade > 1) return as(ClaimStatus::kHedged, hedge.cue);
  return {.status = ClaimStatus::kAsserted, .hedge = hedge.grade, .cue = {}};
}

}  // namespace medlint
