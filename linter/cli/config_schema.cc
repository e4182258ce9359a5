// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/config_schema.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "linter/fixes/registry.h"
#include "linter/guards/registry.h"
#include "linter/kinds/registry.h"
#include "linter/project/config_keys.h"
#include "linter/rule/finding.h"

namespace medlint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDay = R"(^\d{4}-\d{2}-\d{2}$)";
constexpr std::string_view kSelector = R"(^([a-z]+/[a-z0-9-]+|[a-z/-]*\*)$)";

Json OneOf(std::span<const std::string_view> names) {
  Json json = {{"enum", Json::array()}};
  for (const std::string_view name : names)
    json["enum"].push_back(name);
  return json;
}

Json SeverityNames() {
  Json json = {{"enum", Json::array()}};
  for (const Severity severity :
       {Severity::kInfo, Severity::kWarning, Severity::kError}) {
    json["enum"].push_back(SeverityName(severity));
  }
  return json;
}

Json ListOf(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}};
}

Json TextSchema(TextForm form) {
  Json text = {{"type", "string"}};
  switch (form) {
    case TextForm::kAny:
      break;
    case TextForm::kProfile:
      return OneOf(ProfileNames());
    case TextForm::kSelector:
      text["pattern"] = kSelector;
      break;
    case TextForm::kDomain:
      text["pattern"] = R"(^[^/\s]+\.[^/\s]+$)";
      break;
  }
  return text;
}

template <typename Key>
Json TableSchema(std::span<const Key> keys);

// What the value of a key must be; overloaded by what it is read into.
Json SchemaOf(const OptionalFlag*, TextForm) {
  return {{"type", "boolean"}};
}

Json SchemaOf(const OptionalSeverity*, TextForm) {
  return SeverityNames();
}

Json SchemaOf(const OptionalFailLevel*, TextForm) {
  Json json = SeverityNames();
  json["enum"].push_back("never");
  return json;
}

// A TOML date has no JSON counterpart; validators see it as a string.
Json SchemaOf(const OptionalDate*, TextForm) {
  return {{"type", "string"}, {"pattern", kDay}};
}

Json SchemaOf(const OptionalText*, TextForm form) {
  Json text = TextSchema(form);
  text["minLength"] = 1;
  return text;
}

Json SchemaOf(const Texts*, TextForm form) {
  return ListOf(TextSchema(form));
}

Json SchemaOf(const Globs*, TextForm) {
  Json json = ListOf({{"type", "string"}, {"pattern", "^[^!]"}});
  json["minItems"] = 1;
  return json;
}

Json SchemaOf(const RuleEntries*, TextForm) {
  const Json options = {{"type", "object"},
                        {"properties", {{"severity", SeverityNames()}}}};
  return {{"type", "object"},
          {"propertyNames", {{"pattern", kSelector}}},
          {"additionalProperties",
           {{"anyOf", Json::array({OneOf(RuleStates()), options})}}}};
}

Json SchemaOf(const std::vector<ConfigOverride>*, TextForm) {
  return ListOf(TableSchema(ConfigOverrideKeys()));
}

Json SchemaOf(const std::vector<ConfigException>*, TextForm) {
  return ListOf(TableSchema(ConfigExceptionKeys()));
}

Json SchemaOf(const LexiconTerms*, TextForm) {
  return {
      {"type", "object"},
      {"additionalProperties", ListOf({{"type", "string"}, {"minLength", 1}})}};
}

template <typename Table, typename Value>
Json MemberSchema(Value Table::*, TextForm form) {
  return SchemaOf(static_cast<const Value*>(nullptr), form);
}

template <typename Key>
Json TableSchema(std::span<const Key> keys) {
  Json json = {{"type", "object"},
               {"properties", Json::object()},
               {"required", Json::array()},
               {"additionalProperties", false}};
  for (const Key& key : keys) {
    Json value =
        std::visit([&](auto member) { return MemberSchema(member, key.form); },
                   key.member);
    value["description"] = key.help;
    json["properties"][std::string(key.name)] = std::move(value);
    if (key.required) json["required"].push_back(key.name);
  }
  return json;
}

std::string Finished(std::string_view title, Json body) {
  Json json = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
               {"title", title}};
  json.update(body);
  return json.dump(2) + "\n";
}

Json KindNames() {
  Json names = Json::array();
  for (const Kind* const kind : AllKinds())
    names.push_back({{"const", kind->name}, {"description", kind->summary}});
  return {{"oneOf", std::move(names)}};
}

// A guard is a name, or a table of one name and its parameters.
Json GuardNames() {
  Json names = Json::array();
  for (const Guard* const guard : AllGuards()) {
    names.push_back(
        {{"const", guard->name},
         {"description", "Silent when " + std::string(guard->summary)}});
  }
  const Json with_parameters = {
      {"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}};
  names.push_back(with_parameters);
  return ListOf({{"oneOf", std::move(names)}});
}

// One fix, or a list of them.
Json FixSchema() {
  Json names = Json::array();
  for (const RepairKind* const repair : AllRepairs()) {
    names.push_back(
        {{"const", repair->name},
         {"description", "A fix that " + std::string(repair->summary)}});
  }
  const Json fix = {{"type", "object"},
                    {"required", {"do", "title"}},
                    {"properties",
                     {{"do", {{"oneOf", std::move(names)}}},
                      {"title", {{"type", "string"}}},
                      {"safe", {{"type", "boolean"}}},
                      {"of", ListOf({{"type", "string"}})}}}};
  return {{"anyOf", Json::array({fix, ListOf(fix)})}};
}

Json RuleSchema() {
  const Json text = {{"type", "string"}};
  const Json texts = ListOf(text);
  const Json examples =
      ListOf({{"anyOf", Json::array({text, {{"type", "object"}}})}});
  return {{"type", "object"},
          {"required",
           {"id", "kind", "severity", "summary", "message", "bad", "good"}},
          {"properties",
           {{"id", {{"type", "string"}, {"pattern", "^[a-z]+/[a-z0-9-]+$"}}},
            {"kind", KindNames()},
            {"severity", SeverityNames()},
            {"summary", text},
            {"message", text},
            {"help", text},
            {"why", text},
            {"sources", texts},
            {"review", {{"enum", {"needed", "done"}}}},
            {"unless", GuardNames()},
            {"fix", FixSchema()},
            {"supersedes", texts},
            {"yields-to", texts},
            {"bad", examples},
            {"good", examples}}}};
}

}  // namespace

std::string ConfigSchema() {
  return Finished("medlint.toml", TableSchema(ConfigFileKeys()));
}

std::string RulesetSchema() {
  const Json text = {{"type", "string"}};
  const Json table = {{"type", "object"}};
  const Json lexicon = {{"type", "object"},
                        {"properties",
                         {{"terms", ListOf(text)},
                          {"include", ListOf(text)},
                          {"note", text},
                          {"review", text}}},
                        {"additionalProperties", false}};
  return Finished(
      "A medlint ruleset",
      {{"type", "object"},
       {"properties",
        {{"ruleset",
          {{"type", "object"},
           {"required", {"id", "version"}},
           {"properties",
            {{"id", text}, {"version", text}, {"language", text}}},
           {"additionalProperties", false}}},
         {"lexicon", {{"type", "object"}, {"additionalProperties", lexicon}}},
         {"language", table},
         {"page", table},
         {"weights", table},
         {"rule", ListOf(RuleSchema())}}},
       {"additionalProperties", false}});
}

}  // namespace medlint
