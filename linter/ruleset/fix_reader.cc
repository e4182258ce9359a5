// SPDX-License-Identifier: Apache-2.0

#include "linter/ruleset/fix_reader.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/fixes/registry.h"
#include "linter/rule/kind.h"

namespace medlint {
namespace {

std::optional<OfferedFix> ReadFix(TableReader& keys, PatternPlan::Builder& plan,
                                  const PageData& page_data) {
  OfferedFix fix;
  fix.name = keys.String("do");
  fix.title = keys.String("title");
  fix.is_safe = keys.BoolOr("safe", false);
  fix.of = ReadExpressions(keys, "of");
  CompileContext context{.keys = keys, .plan = plan, .page_data = page_data};
  fix.zones = ReadZones(context, EveryZone());
  const RepairKind* const kind = FindRepair(fix.name);
  if (kind != nullptr) {
    fix.repair = kind->compile(context);
    keys.Finish();
  } else if (!fix.name.empty()) {
    std::vector<std::string_view> known;
    for (const RepairKind* const other : AllRepairs())
      known.push_back(other->name);
    keys.Reject("do", "there is no repair `" + fix.name + "`",
                DidYouMean(fix.name, known));
  }
  if (fix.repair == nullptr) return std::nullopt;
  return fix;
}

}  // namespace

std::vector<OfferedFix> ReadFixes(TableReader& rule, PatternPlan::Builder& plan,
                                  const PageData& page_data) {
  std::vector<OfferedFix> fixes;
  const auto add = [&](TableReader& keys) {
    if (auto fix = ReadFix(keys, plan, page_data)) {
      fixes.push_back(*std::move(fix));
    }
  };
  const TomlValue* const value = rule.Raw("fix");
  if (value == nullptr) return fixes;
  if (std::holds_alternative<TomlTable>(value->data)) {
    TableReader keys = rule.Nested(*value, "`fix` in " + rule.name());
    add(keys);
    return fixes;
  }
  for (TableReader& keys : rule.TablesOrNone("fix"))
    add(keys);
  return fixes;
}

}  // namespace medlint
