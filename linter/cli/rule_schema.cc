// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/rule_schema.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "linter/cli/json_schema.h"
#include "linter/fixes/registry.h"
#include "linter/guards/registry.h"
#include "linter/kinds/registry.h"

namespace medlint {
namespace {

// Keys of kinds, by what they take; a name means the same in all kinds.
constexpr std::string_view kTextKeys =
    "agent-in attribute case caution-within disclaimer expect field lacks "
    "not-after not-before per reach weak-severity weights within without-in";
constexpr std::string_view kNumberKeys =
    "alone at-least filler-words follow-gap gap max-words max-years "
    "min-distinct min-items min-matches min-share min-tokens min-variants "
    "min-words objects";
constexpr std::string_view kFlagKeys =
    "inconspicuous open pronouns whole-words";
constexpr std::string_view kTableKeys =
    "evidence if-link rate section weighing";
constexpr std::string_view kTablesKeys = "frame limits pairs";
constexpr std::string_view kFlagOrListKeys = "hidden";
// All others take a list of strings.

struct KindKeys {
  std::string_view kind;
  std::string_view keys;
};
constexpr KindKeys kKindKeys[] = {
    {"frame",
     "agent agent-in answer any asked case follow follow-gap frame gap lead "
     "not-after not-agent not-before not-object not-zones object objects open "
     "pronouns rate reach whole-words with without zones"},
    {"keyword-list", "min-items min-variants not-zones zones"},
    {"markup",
     "attribute case element hidden hosts inconspicuous lacks lacks-rel "
     "min-words not-after not-before not-hosts not-value not-zones text value "
     "whole-words with zones"},
    {"metadata",
     "any case expect field max-years not-after not-before whole-words without "
     "without-in"},
    {"page-needs",
     "also case disclaimer elements error-if evidence expect if if-link "
     "if-topic if-type min-matches not-after not-before not-weighing "
     "not-zones section text weak-severity weighing whole-words zones"},
    {"pair",
     "caution-within not-in not-zones one other pairs with within without "
     "zones"},
    {"phrase",
     "any any-label case min-distinct not-after not-before not-zones per "
     "whole-words with within without zones"},
    {"quantity", "limits not-zones others taken without zones"},
    {"suppression", "problem"},
    {"thin-section",
     "filler filler-words headings min-items min-words not-zones substance "
     "without zones"},
    {"token-line",
     "case max-words min-share min-tokens not-after not-before not-zones "
     "tokens "
     "whole-words zones"},
    {"weighed", "alone at-least min-words not-zones weights without zones"},
};

// Calls "visit" for each word of "words", which one space separates.
template <typename Visit>
void ForEachWord(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    visit(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool HasWord(std::string_view words, std::string_view wanted) {
  bool found = false;
  ForEachWord(words, [&](std::string_view word) { found |= word == wanted; });
  return found;
}

SchemaJson ShapeOf(std::string_view key) {
  SchemaJson table = {{"type", "object"}};
  SchemaJson texts = ListSchema({{"type", "string"}});
  if (HasWord(kTextKeys, key)) return {{"type", "string"}};
  if (HasWord(kNumberKeys, key)) return {{"type", "integer"}};
  if (HasWord(kFlagKeys, key)) return {{"type", "boolean"}};
  if (HasWord(kTableKeys, key)) return table;
  if (HasWord(kTablesKeys, key)) return ListSchema(table);
  if (HasWord(kFlagOrListKeys, key)) {
    return {{"anyOf", SchemaJson::array({{{"type", "boolean"}}, texts})}};
  }
  return texts;
}

SchemaJson KindNames() {
  SchemaJson names = SchemaJson::array();
  for (const Kind* const kind : AllKinds())
    names.push_back({{"const", kind->name}, {"description", kind->summary}});
  return {{"oneOf", std::move(names)}};
}

// A guard is a name, or a table of one name and its parameters.
SchemaJson GuardNames() {
  SchemaJson names = SchemaJson::array();
  for (const Guard* const guard : AllGuards()) {
    names.push_back(
        {{"const", guard->name},
         {"description", "Silent when " + std::string(guard->summary)}});
  }
  const SchemaJson with_parameters = {
      {"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}};
  names.push_back(with_parameters);
  return ListSchema({{"oneOf", std::move(names)}});
}

// One fix, or a list of them.
SchemaJson FixSchema() {
  SchemaJson names = SchemaJson::array();
  for (const RepairKind* const repair : AllRepairs()) {
    names.push_back(
        {{"const", repair->name},
         {"description", "A fix that " + std::string(repair->summary)}});
  }
  const SchemaJson fix = {{"type", "object"},
                          {"required", {"do", "title"}},
                          {"properties",
                           {{"do", {{"oneOf", std::move(names)}}},
                            {"title", {{"type", "string"}}},
                            {"safe", {{"type", "boolean"}}},
                            {"of", ListSchema({{"type", "string"}})}}}};
  return {{"anyOf", SchemaJson::array({fix, ListSchema(fix)})}};
}

// The keys that every rule may have.
SchemaJson CommonKeys() {
  const SchemaJson text = {{"type", "string"}};
  const SchemaJson texts = ListSchema(text);
  const SchemaJson table = {{"type", "object"}};
  const SchemaJson severities = {{"type", "object"},
                                 {"additionalProperties", SeveritySchema()}};
  const SchemaJson examples =
      ListSchema({{"anyOf", SchemaJson::array({text, table})}});
  return {{"id", {{"type", "string"}, {"pattern", "^[a-z]+/[a-z0-9-]+$"}}},
          {"kind", KindNames()},
          {"severity", SeveritySchema()},
          {"summary", text},
          {"message", text},
          {"help", text},
          {"why", text},
          {"sources", texts},
          {"review", {{"enum", {"needed", "done"}}}},
          {"language", {{"anyOf", SchemaJson::array({text, texts})}}},
          {"when", table},
          {"severity-in", severities},
          {"severity-when", severities},
          {"unless", GuardNames()},
          {"fix", FixSchema()},
          {"supersedes", texts},
          {"yields-to", texts},
          {"bad", examples},
          {"good", examples}};
}

// "if it is of this kind, it has these keys and no others"
SchemaJson KindSchema(const KindKeys& of, const SchemaJson& common) {
  SchemaJson keys = SchemaJson::object();
  for (const auto& [key, unused] : common.items())
    keys[key] = true;
  ForEachWord(of.keys, [&](std::string_view key) {
    keys[std::string(key)] = ShapeOf(key);
  });
  return {{"if",
           {{"properties", {{"kind", {{"const", of.kind}}}}},
            {"required", {"kind"}}}},
          {"then", {{"properties", keys}, {"additionalProperties", false}}}};
}

}  // namespace

SchemaJson RuleSchema() {
  const SchemaJson common = CommonKeys();
  SchemaJson kinds = SchemaJson::array();
  for (const KindKeys& each : kKindKeys)
    kinds.push_back(KindSchema(each, common));
  return {{"type", "object"},
          {"required",
           {"id", "kind", "severity", "summary", "message", "bad", "good"}},
          {"properties", common},
          {"allOf", std::move(kinds)}};
}

}  // namespace medlint
