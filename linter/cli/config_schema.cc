// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/config_schema.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "linter/cli/json_schema.h"
#include "linter/cli/rule_schema.h"
#include "linter/project/config_keys.h"

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
  return SeveritySchema();
}

Json SchemaOf(const OptionalFailLevel*, TextForm) {
  Json json = SeveritySchema();
  json["enum"].push_back("never");
  return json;
}

// A TOML date has no JSON counterpart; validators see it as a string.
Json SchemaOf(const OptionalDate*, TextForm) {
  return {{"type", "string"}, {"pattern", kDay}};
}

Json SchemaOf(const OptionalTemplates*, TextForm) {
  return OneOf(TemplatesNames());
}

Json SchemaOf(const OptionalText*, TextForm form) {
  Json text = TextSchema(form);
  text["minLength"] = 1;
  return text;
}

Json SchemaOf(const Texts*, TextForm form) {
  return ListSchema(TextSchema(form));
}

Json SchemaOf(const Globs*, TextForm) {
  Json json = ListSchema({{"type", "string"}, {"pattern", "^[^!]"}});
  json["minItems"] = 1;
  return json;
}

Json SchemaOf(const RuleEntries*, TextForm) {
  const Json options = {{"type", "object"},
                        {"properties", {{"severity", SeveritySchema()}}}};
  return {{"type", "object"},
          {"propertyNames", {{"pattern", kSelector}}},
          {"additionalProperties",
           {{"anyOf", Json::array({OneOf(RuleStates()), options})}}}};
}

Json SchemaOf(const std::vector<ConfigOverride>*, TextForm) {
  return ListSchema(TableSchema(ConfigOverrideKeys()));
}

Json SchemaOf(const std::vector<ConfigException>*, TextForm) {
  return ListSchema(TableSchema(ConfigExceptionKeys()));
}

Json SchemaOf(const ConfigHints*, TextForm) {
  const Json text = {{"type", "string"}, {"minLength", 1}};
  return {{"anyOf", Json::array({text, ListSchema(text)})}};
}

Json SchemaOf(const TypeWords*, TextForm) {
  return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
}

Json SchemaOf(const ConfigArticle*, TextForm) {
  return TableSchema(ConfigArticleKeys());
}

Json SchemaOf(const LexiconTerms*, TextForm) {
  return {{"type", "object"},
          {"additionalProperties",
           ListSchema({{"type", "string"}, {"minLength", 1}})}};
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

}  // namespace

std::string ConfigSchema() {
  return Finished("medlint.toml", TableSchema(ConfigFileKeys()));
}

std::string RulesetSchema() {
  const Json text = {{"type", "string"}};
  const Json table = {{"type", "object"}};
  const Json lexicon = {{"type", "object"},
                        {"properties",
                         {{"terms", ListSchema(text)},
                          {"include", ListSchema(text)},
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
         {"rule", ListSchema(RuleSchema())}}},
       {"additionalProperties", false}});
}

}  // namespace medlint
