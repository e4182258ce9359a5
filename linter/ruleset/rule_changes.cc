// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/rule_changes.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace medlint {
namespace {

constexpr std::string_view kExampleKeys[] = {"bad", "good"};
constexpr std::string_view kFixedKeys[] = {"id",   "kind",       "summary",
                                           "bad",  "good",       "review",
                                           "rule", "supersedes", "yields-to"};

bool IsOneOf(std::string_view key, std::span<const std::string_view> keys) {
  return std::ranges::find(keys, key) != keys.end();
}

// A copy of "value"; with "place", all of it is there.
TomlValue Copy(const TomlValue& value, std::optional<TomlPlace> place);

TomlTable CopyTable(const TomlTable& table, std::optional<TomlPlace> place) {
  TomlTable copy;
  copy.reserve(table.size());
  for (const TomlMember& member : table) {
    copy.push_back({.key = member.key,
                    .key_place = place.value_or(member.key_place),
                    .value = TomlValuePtr(std::make_unique<TomlValue>(
                        Copy(*member.value, place)))});
  }
  return copy;
}

TomlValue Copy(const TomlValue& value, std::optional<TomlPlace> place) {
  TomlValue copy{.place = place.value_or(value.place), .data = TomlBroken()};
  std::visit(
      [&]<typename T>(const T& data) {
        if constexpr (std::is_same_v<T, TomlArray>) {
          TomlArray array;
          array.reserve(data.size());
          for (const TomlValue& each : data)
            array.push_back(Copy(each, place));
          copy.data = std::move(array);
        } else if constexpr (std::is_same_v<T, TomlTable>) {
          copy.data = CopyTable(data, place);
        } else {
          copy.data = data;
        }
      },
      value.data);
  return copy;
}

}  // namespace

bool CanChangeRuleKey(std::string_view key) {
  return !IsOneOf(key, kFixedKeys);
}

TomlTable ChangedRule(TableReader& rule, const RuleChanges::Options& changes,
                      bool examples) {
  const auto is_changed = [&](std::string_view key) {
    return key != "severity" &&
           std::ranges::find(*changes.keys, key, &TomlMember::key) !=
               changes.keys->end();
  };
  TomlTable table;
  for (const std::string_view key : rule.Keys()) {
    if (is_changed(key) || (!examples && IsOneOf(key, kExampleKeys))) continue;
    const TomlValue* const value = rule.Raw(key);
    if (value == nullptr) continue;
    table.push_back({.key = std::string(key),
                     .key_place = changes.place,
                     .value = TomlValuePtr(std::make_unique<TomlValue>(
                         Copy(*value, changes.place)))});
  }
  for (TomlMember& member : CopyTable(*changes.keys, std::nullopt)) {
    if (member.key != "severity") table.push_back(std::move(member));
  }
  return table;
}

}  // namespace medlint
