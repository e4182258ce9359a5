// SPDX-License-Identifier: Apache-2.0

#include "linter/page/page_data.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/language/word_set_reader.h"
#include "linter/page/pattern_list.h"
#include "linter/page/pattern_parts.h"

namespace medlint {
namespace {

constexpr std::size_t kMaxRoles = 32;  // bits of a RoleSet

std::vector<std::string> Values(const std::vector<LocatedString>& strings) {
  std::vector<std::string> values;
  values.reserve(strings.size());
  for (const LocatedString& string : strings) {
    values.push_back(ToAsciiLower(string.value));
  }
  return values;
}

TypeData ReadType(TableReader& table, PatternPlan::Builder& plan) {
  TypeData type;
  type.id = table.String("id");
  for (const LocatedString& name : table.StringsOrNone("jsonld")) {
    type.jsonld.emplace_back(name.value);
  }
  type.terms = AddPatternList(table, "terms", plan);
  type.titles = AddPatternList(table, "titles", plan);
  table.Finish();
  return type;
}

TopicData ReadTopic(TableReader& table, PatternPlan::Builder& plan) {
  TopicData topic;
  topic.id = table.String("id");
  topic.terms = AddPatternList(table, "terms", plan);
  table.Finish();
  return topic;
}

RoleData ReadRole(TableReader& table, PatternPlan::Builder& plan) {
  RoleData role;
  role.id = table.String("id");
  role.openers = AddPatternList(table, "openers", plan);
  role.headings = AddPatternList(table, "headings", plan);
  role.with = AddPatternList(table, "with", plan);
  role.classes = Values(table.StringsOrNone("classes"));
  role.within_blocks = table.IntOr("within-blocks", 0, 0, 1000);
  role.end_blocks = table.IntOr("end-blocks", 0, 0, 1000);
  role.max_words = table.IntOr("max-words", 0, 0, 1000);
  table.Finish();
  return role;
}

EvidenceData ReadEvidence(TableReader& table, PatternPlan::Builder& plan,
                          std::map<std::string, int, std::less<>>& hosts) {
  EvidenceData evidence;
  evidence.marker = table.BoolOr("marker", false);
  evidence.tier = table.IntOr("tier", 0, 1, 4);
  if (evidence.marker == (evidence.tier != 0)) {
    table.Reject("tier", "evidence has either a `tier` or `marker = true`");
  }
  for (std::string& host : Values(table.StringsOrNone("hosts"))) {
    hosts.try_emplace(std::move(host), evidence.tier);
  }
  evidence.text = AddPatternList(table, "text", plan);
  // Identifiers such as DOIs need their case.
  const auto exact = table.StringsOrNone("exact-text");
  const auto ids =
      AddPatternList(table, exact, {.regexp = "", .exact_case = true}, plan);
  evidence.text.insert(evidence.text.end(), ids.begin(), ids.end());
  table.Finish();
  return evidence;
}

void Append(std::vector<PatternId> more, std::vector<PatternId>& ids) {
  ids.insert(ids.end(), more.begin(), more.end());
}

void ReadByline(TableReader& table, PatternPlan::Builder& plan,
                BylineData& byline) {
  const struct {
    std::string_view key;
    std::vector<PatternId>* ids;
  } fields[] = {
      {"author", &byline.author},
      {"named-author", &byline.named_author},
      {"named-reviewer", &byline.named_reviewer},
      {"reviewer", &byline.reviewer},
      {"published", &byline.published},
      {"modified", &byline.modified},
      {"reviewed", &byline.reviewed},
      {"dates", &byline.dates},
      {"author-labels", &byline.author_labels},
      {"reviewer-labels", &byline.reviewer_labels},
      {"published-labels", &byline.published_labels},
      {"modified-labels", &byline.modified_labels},
      {"reviewed-labels", &byline.reviewed_labels},
  };
  const PatternParts parts(table);
  for (const auto& field : fields) {
    Append(parts.AddPatterns(table, field.key, plan), *field.ids);
  }
  table.Finish();
}

// A table replaces what another ruleset says.
void ReadNames(TableReader& table, NameWords& words) {
  words.titles = ReadWordSet(table, "titles");
  words.particles = ReadWordSet(table, "particles");
  words.openers = ReadWordSet(table, "openers");
  words.headline = ReadWordSet(table, "headline");
  table.Finish();
}

WordClassData ReadWordClass(TableReader& table, PatternPlan::Builder& plan) {
  WordClassData data;
  data.feature = "[" + table.String("name") + "]";
  data.words = AddPatternList(table, "words", plan);
  table.Finish();
  return data;
}

void ReadKinds(TableReader& table, PatternPlan::Builder& plan,
               KindData& kinds) {
  Append(AddPatternList(table, "policy-titles", plan), kinds.policy_titles);
  Append(AddPatternList(table, "product-text", plan), kinds.product_text);
  Append(AddPatternList(table, "health", plan), kinds.health);
  for (const LocatedString& name : table.StringsOrNone("product-jsonld"))
    kinds.product_jsonld.emplace_back(name.value);
  for (const LocatedString& name : table.StringsOrNone("article-jsonld"))
    kinds.article_jsonld.emplace_back(name.value);
  table.Finish();
}

void ReadInstitution(TableReader& table, PatternPlan::Builder& plan,
                     InstitutionData& institution) {
  Append(AddPatternList(table, "names", plan), institution.names);
  for (std::string& host : Values(table.StringsOrNone("hosts")))
    institution.hosts.insert(std::move(host));
  table.Finish();
}

void ReadDisclaimer(TableReader& table, PatternPlan::Builder& plan,
                    DisclaimerData& data) {
  const struct {
    std::string_view key;
    std::vector<PatternId>* ids;
  } slots[] = {
      {"formulas", &data.formulas},
      {"subjects", &data.subjects},
      {"treatments", &data.treatments},
      {"substitutes", &data.substitutes},
      {"advice", &data.advice},
      {"not-advice", &data.not_advice},
      {"consults", &data.consults},
      {"own-clinicians", &data.own_clinicians},
  };
  for (const auto& slot : slots)
    Append(AddPatternList(table, slot.key, plan), *slot.ids);
  table.Finish();
}

template <typename T>
std::vector<std::string_view> Ids(const std::vector<T>& items) {
  std::vector<std::string_view> ids;
  ids.reserve(items.size());
  for (const T& item : items)
    ids.emplace_back(item.id);
  return ids;
}

}  // namespace

void PageData::Read(TableReader& table, PatternPlan::Builder& plan) {
  for (TableReader& type : table.TablesOrNone("type")) {
    types.push_back(ReadType(type, plan));
  }
  for (TableReader& topic : table.TablesOrNone("topic")) {
    topics.push_back(ReadTopic(topic, plan));
  }
  for (TableReader& role : table.TablesOrNone("role")) {
    if (roles.size() == kMaxRoles) {
      role.RejectAt(role.place(), "there can be no more than 32 roles");
      break;
    }
    roles.push_back(ReadRole(role, plan));
  }
  for (TableReader& source : table.TablesOrNone("evidence")) {
    evidence.push_back(ReadEvidence(source, plan, tier_of_host));
  }
  if (std::optional<TableReader> fields = table.TableOrNone("byline")) {
    ReadByline(*fields, plan, byline);
  }
  if (std::optional<TableReader> words = table.TableOrNone("name")) {
    ReadNames(*words, names);
  }
  for (TableReader& word_class : table.TablesOrNone("word-class"))
    word_classes.push_back(ReadWordClass(word_class, plan));
  if (std::optional<TableReader> slots = table.TableOrNone("disclaimer")) {
    ReadDisclaimer(*slots, plan, disclaimer);
  }
  if (std::optional<TableReader> fields = table.TableOrNone("institution")) {
    ReadInstitution(*fields, plan, institution);
  }
  if (std::optional<TableReader> fields = table.TableOrNone("kind")) {
    ReadKinds(*fields, plan, kinds);
  }
  for (TableReader& language : table.TablesOrNone("language")) {
    detector.Read(language);
  }
  table.Finish();
}

int PageData::TierOfHost(std::string_view host) const {
  while (true) {
    if (const auto it = tier_of_host.find(host); it != tier_of_host.end()) {
      return it->second;
    }
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) return 0;
    host.remove_prefix(dot + 1);
  }
}

std::optional<std::size_t> PageData::FindRole(std::string_view id) const {
  const auto it = std::ranges::find(roles, id, &RoleData::id);
  if (it == roles.end()) return std::nullopt;
  return static_cast<std::size_t>(it - roles.begin());
}

std::vector<std::string_view> PageData::TypeIds() const {
  return Ids(types);
}
std::vector<std::string_view> PageData::TopicIds() const {
  return Ids(topics);
}

}  // namespace medlint
