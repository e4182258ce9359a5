// SPDX-License-Identifier: Apache-2.0

#include "linter/rule/kind.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/match/plain_regexp.h"
#include "linter/page/pattern_list.h"

namespace medlint {
namespace {

constexpr Zone kAllZones[] = {
    Zone::kTitle, Zone::kHeading, Zone::kSummary, Zone::kMain,
    Zone::kQuote, Zone::kMeta,    Zone::kJsonLd,  Zone::kAttribute,
    Zone::kUrl,   Zone::kComment, Zone::kHidden,  Zone::kBoilerplate,
};

std::optional<Zone> FindZone(std::string_view name) {
  for (const Zone zone : kAllZones) {
    if (ZoneName(zone) == name) return zone;
  }
  return std::nullopt;
}

struct Places {
  std::uint32_t zones = 0;
  RoleSet roles = 0;
  bool labels = false;
  bool links = false;
};

std::vector<std::string_view> KnownPlaces(const CompileContext& context) {
  std::vector<std::string_view> known = {"label", "link"};
  for (const Zone zone : kAllZones)
    known.push_back(ZoneName(zone));
  for (const RoleData& role : context.page_data.roles) {
    known.emplace_back(role.id);
  }
  return known;
}

Places ReadPlaces(CompileContext& context, std::string_view key) {
  Places places;
  for (const LocatedString& name : context.keys.StringsOrNone(key)) {
    if (const auto zone = FindZone(name.value)) {
      places.zones |= ZoneFilter::Bit(*zone);
    } else if (const auto role = context.page_data.FindRole(name.value)) {
      places.roles |= RoleSet{1} << *role;
    } else if (name.value == "label") {
      places.labels = true;
    } else if (name.value == "link") {
      places.links = true;
    } else {
      context.keys.RejectPart(
          name, 0, name.value.size(),
          "there is no zone or role `" + std::string(name.value) + "`",
          DidYouMean(name.value, KnownPlaces(context)));
    }
  }
  return places;
}

// Reports a mistake at the bytes at fault.
std::unique_ptr<const Regexp> CompileExpression(TableReader& keys,
                                                const LocatedString& pattern) {
  std::optional<PatternError> error;
  auto expression = MakePlainRegexp(pattern.value, error);
  if (error) {
    keys.RejectPart(pattern, error->begin, error->end, error->what,
                    error->hint);
  }
  return expression;
}

}  // namespace

std::unique_ptr<const Regexp> ReadExpression(TableReader& keys,
                                             std::string_view key) {
  if (!keys.Has(key)) {
    keys.Reject(key, keys.name() + " has no `" + std::string(key) + "`");
  }
  const TomlValue* const value = keys.Raw(key);
  if (value == nullptr) return nullptr;
  const auto* const pattern = std::get_if<std::string>(&value->data);
  if (pattern == nullptr) {
    keys.Reject(key, Quoted(key) + " must be a string");
    return nullptr;
  }
  return CompileExpression(keys, {.value = *pattern, .place = value->place});
}

std::vector<std::shared_ptr<const Regexp>> ReadExpressions(
    TableReader& keys, std::string_view key) {
  std::vector<std::shared_ptr<const Regexp>> expressions;
  for (const LocatedString& pattern : keys.StringsOrNone(key)) {
    if (auto expression = CompileExpression(keys, pattern)) {
      expressions.push_back(std::move(expression));
    }
  }
  return expressions;
}

PatternSpec ReadPatternOptions(CompileContext& context) {
  static constexpr std::string_view kCases[] = {"fold", "exact"};
  PatternSpec options;
  options.exact_case = context.keys.ChoiceOr("case", "fold", kCases) == "exact";
  options.whole_words = context.keys.BoolOr("whole-words", true);
  options.not_before = context.keys.StringOr("not-before", "");
  options.not_after = context.keys.StringOr("not-after", "");
  return options;
}

std::optional<WeightsId> ReadWeightsName(CompileContext& context) {
  const std::string name = context.keys.String("weights");
  const std::optional<WeightsId> id = context.plan.FindWeights(name);
  if (!id && !name.empty()) {
    context.keys.Reject("weights", "there are no weights `" + name + "`",
                        DidYouMean(name, context.plan.WeightsNames()));
  }
  return id;
}

std::vector<PatternId> ReadPatterns(CompileContext& context,
                                    std::string_view key, Presence presence,
                                    const PatternSpec& options) {
  const std::vector<LocatedString> patterns =
      presence == Presence::kRequired ? context.keys.Strings(key)
                                      : context.keys.StringsOrNone(key);
  if (patterns.empty() && presence == Presence::kRequired &&
      context.keys.Has(key)) {
    context.keys.Reject(key, Quoted(key) + " is empty");
  }
  return AddPatternList(context.keys, patterns, options, context.plan);
}

ZoneFilter ReadingZones() {
  ZoneFilter filter;
  for (const Zone zone : {Zone::kTitle, Zone::kHeading, Zone::kSummary,
                          Zone::kMain, Zone::kQuote}) {
    filter.zones |= ZoneFilter::Bit(zone);
  }
  return filter;
}

ZoneFilter EveryZone() {
  ZoneFilter filter;
  for (const Zone zone : kAllZones)
    filter.zones |= ZoneFilter::Bit(zone);
  return filter;
}

ZoneFilter ReadZones(CompileContext& context, const ZoneFilter& fallback) {
  ZoneFilter filter = fallback;
  const Places in = ReadPlaces(context, "zones");
  if (context.keys.Has("zones")) {
    filter = {.zones = in.zones,
              .roles = in.roles,
              .labels = in.labels,
              .links = in.links};
  }
  const Places out = ReadPlaces(context, "not-zones");
  filter.not_zones |= out.zones;
  filter.not_roles |= out.roles;
  return filter;
}

}  // namespace medlint
