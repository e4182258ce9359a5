// SPDX-License-Identifier: Apache-2.0

#include "linter/page/page.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/eight_bytes.h"
#include "linter/document/running_text.h"
#include "linter/page/credits.h"
#include "linter/page/evidence.h"
#include "linter/page/hinted_facts.h"
#include "linter/page/institution.h"
#include "linter/page/page_type.h"
#include "linter/page/roles.h"

namespace medlint {
namespace {

// Words of the main content, white space between them.
int CountWords(const Document& document) {
  int words = 0;
  for (const Block& block : document.blocks()) {
    if (!IsRunningText(block.zone) || !document.main().Contains(block.text)) {
      continue;
    }
    const std::string_view text = document.Slice(block.text);
    words += 1 + static_cast<int>(CountBytes(text, ' '));
  }
  return words;
}

std::string FindLanguage(const Document& document, const FoldedText& folded,
                         const PageData& data) {
  const std::string_view fallback = data.rule_languages.empty()
                                        ? std::string_view()
                                        : data.rule_languages.front();
  return data.detector.Detect(document, folded, fallback);
}

PageFacts FindFacts(const Document& document, const FoldedText& folded,
                    const PatternPlan& plan, const Hits& hits,
                    const Reading& reading, const PageData& data,
                    const PageOptions& options) {
  PageFacts facts;
  facts.language = options.language.empty()
                       ? FindLanguage(document, folded, data)
                       : options.language;
  facts.words = CountWords(document);
  ScoreTypes(document, hits, folded, data, options.explain_type, facts);
  if (options.hints != nullptr) {
    TakeHintedType(document, *options.hints, data, facts);
  }
  if (!options.type.empty()) {
    facts.type = options.type;
    facts.type_is_clear = true;
  }
  facts.kind = options.kind.value_or(
      options.type.empty()
          ? FindPageKind(document, hits, data, !facts.type.empty(), facts.words)
          : PageKind::kArticle);
  facts.topics = options.topics.empty() ? FindTopics(document, hits, data)
                                        : options.topics;
  std::ranges::sort(facts.topics);
  facts.roles = FindRoles(document, hits, data);
  AddHintedRoles(document, data, facts.roles);
  facts.evidence = FindEvidence(document, hits, data);
  facts.disclaimers = FindDisclaimers(document, hits, reading, data.disclaimer);
  TakeHintedDisclaimers(document, hits, data, facts);
  FindCredits(document, folded, plan, hits, data, facts);
  TakeHintedCredits(document, folded, plan, hits, data, facts);
  facts.institution = FindInstitution(document, hits, data, facts);
  return facts;
}

}  // namespace

bool PageFacts::HasTopic(std::string_view topic) const {
  return std::ranges::binary_search(topics, topic);
}

Page::Page(Document read_document, const PatternPlan& with_plan,
           const PageData& with_data, const LanguageData& language_data,
           const PageOptions& options)
    : document(std::move(read_document)),
      folded(document.text()),
      plan(with_plan),
      data(with_data),
      hits(plan.Scan(document.text(), folded)),
      reading(document, hits, language_data),
      as_of(options.as_of),
      facts(FindFacts(document, folded, plan, hits, reading, data, options)) {}

const Hit* Page::FirstHitIn(PatternId pattern, const ZoneFilter& filter) const {
  for (const Hit& hit : hits.Of(pattern)) {
    if (IsIn(hit, filter)) return &hit;
  }
  return nullptr;
}

bool Page::IsIn(TextSpan span, const ZoneFilter& filter) const {
  const BlockIndex index = document.BlockAt(span.begin);
  return index != kNoBlock && IsIn(index, span, filter);
}

bool Page::IsIn(BlockIndex index, TextSpan span,
                const ZoneFilter& filter) const {
  const Block& block = document.blocks()[index];
  const RoleSet roles = facts.roles[index];
  const std::uint32_t zone = ZoneFilter::Bit(block.zone);
  if ((zone & filter.not_zones) != 0 || (roles & filter.not_roles) != 0) {
    return false;
  }
  if ((zone & filter.zones) != 0 || (roles & filter.roles) != 0) return true;
  if (filter.labels && !block.label.empty() && block.label.Contains(span)) {
    return true;
  }
  return filter.links && document.LinkAt(span.begin) != nullptr;
}

Zone Page::ZoneOf(TextSpan span) const {
  const BlockIndex index = document.BlockAt(span.begin);
  return index == kNoBlock ? Zone::kBoilerplate : document.blocks()[index].zone;
}

}  // namespace medlint
