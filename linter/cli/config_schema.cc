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

constexpr std::string_view kDay = R"(^\d{4}-\d{2}-\d{2}$)";
constexpr std::string_view kSelector = R"(^([a-z]+/[a-z0-9-]+|[a-z/-]*\*)$)";

SchemaJson OneOf(std::span<const std::string_view> names) {
  SchemaJson json = {{"enum", SchemaJson::array()}};
  for (const std::string_view name : names)
    json["enum"].push_back(name);
  return json;
}

SchemaJson TextSchema(TextForm form) {
  SchemaJson text = {{"type", "string"}};
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
SchemaJson TableSchema(std::span<const Key> keys);

// What the value of a key must be; overloaded by what it is read into.
SchemaJson SchemaOf(const OptionalFlag*, TextForm) {
  return {{"type", "boolean"}};
}

SchemaJson SchemaOf(const OptionalSeverity*, TextForm) {
  return SeveritySchema();
}

SchemaJson SchemaOf(const OptionalFailLevel*, TextForm) {
  SchemaJson json = SeveritySchema();
  json["enum"].push_back("never");
  return json;
}

// A TOML date has no JSON counterpart; validators see it as a string.
SchemaJson SchemaOf(const OptionalDate*, TextForm) {
  return {{"type", "string"}, {"pattern", kDay}};
}

SchemaJson SchemaOf(const OptionalTemplates*, TextForm) {
  return OneOf(TemplatesNames());
}

SchemaJson SchemaOf(const OptionalText*, TextForm form) {
  SchemaJson text = TextSchema(form);
  text["minLength"] = 1;
  return text;
}

SchemaJson SchemaOf(const Texts*, TextForm form) {
  return ListSchema(TextSchema(form));
}

SchemaJson SchemaOf(const Globs*, TextForm) {
  SchemaJson json = ListSchema({{"type", "string"}, {"pattern", "^[^!]"}});
  json["minItems"] = 1;
  return json;
}

SchemaJson SchemaOf(const RuleEntries*, TextForm) {
  const SchemaJson options = {{"type", "object"},
                              {"properties", {{"severity", SeveritySchema()}}}};
  return {{"type", "object"},
          {"propertyNames", {{"pattern", kSelector}}},
          {"additionalProperties",
           {{"anyOf", SchemaJson::array({OneOf(RuleStates()), options})}}}};
}

SchemaJson SchemaOf(const std::vector<ConfigOverride>*, TextForm) {
  return ListSchema(TableSchema(ConfigOverrideKeys()));
}

SchemaJson SchemaOf(const std::vector<ConfigException>*, TextForm) {
  return ListSchema(TableSchema(ConfigExceptionKeys()));
}

SchemaJson SchemaOf(const ConfigHints*, TextForm) {
  const SchemaJson text = {{"type", "string"}, {"minLength", 1}};
  return {{"anyOf", SchemaJson::array({text, ListSchema(text)})}};
}

SchemaJson SchemaOf(const TypeWords*, TextForm) {
  return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
}

SchemaJson SchemaOf(const ConfigArticle*, TextForm) {
  return TableSchema(ConfigArticleKeys());
}

SchemaJson SchemaOf(const LexiconTerms*, TextForm) {
  return {{"type", "object"},
          {"additionalProperties",
           ListSchema({{"type", "string"}, {"minLength", 1}})}};
}

template <typename Table, typename Value>
SchemaJson MemberSchema(Value Table::*, TextForm form) {
  return SchemaOf(static_cast<const Value*>(nullptr), form);
}

template <typename Key>
SchemaJson TableSchema(std::span<const Key> keys) {
  SchemaJson json = {{"type", "object"},
                     {"properties", SchemaJson::object()},
                     {"required", SchemaJson::array()},
                     {"additionalProperties", false}};
  for (const Key& key : keys) {
    SchemaJson value =
        std::visit([&](auto member) { return MemberSchema(member, key.form); },
                   key.member);
    value["description"] = key.help;
    json["properties"][std::string(key.name)] = std::move(value);
    if (key.required) json["required"].push_back(key.name);
  }
  return json;
}

std::string Finished(std::string_view title, const SchemaJson& body) {
  SchemaJson json = {
      {"$schema", "https://json-schema.org/draft/2020-12/schema"},
      {"title", title}};
  json.update(body);
  return json.dump(2) + "\n";
}

}  // namespace

std::string ConfigSchema() {
  return Finished("medlint.toml", TableSchema(ConfigFileKeys()));
}

std::string RulesetSchema() {
  const SchemaJson text = {{"type", "string"}};
  const SchemaJson table = {{"type", "object"}};
  const SchemaJson lexicon = {{"type", "object"},
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
