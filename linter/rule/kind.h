// SPDX-License-Identifier: Apache-2.0
//
// A Kind is a way of finding things that many rules share: "any of these
// phrases", "a page of this type needs that section".  A Guard is a reason to
// stay silent that many rules share; a RepairKind is a way to mend that many
// rules share.
//
// To add a kind: create linter/kinds/NAME/NAME.cc that defines NAME::kKind
// (NAME with '_' for '-'), put example rules in linter/kinds/NAME/NAME.toml,
// and add one line to linter/kinds/kinds.def.  Nothing else changes.  Guards
// likewise: one file in linter/guards/ and one line in guards.def; repairs: one
// file in linter/fixes/ and one line in fixes.def.

#ifndef LINTER_RULE_KIND_H_
#define LINTER_RULE_KIND_H_

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/match/pattern_plan.h"
#include "linter/page/page_data.h"
#include "linter/rule/rule.h"
#include "linter/toml/table_reader.h"

namespace medlint {

// What a kind or guard is compiled with.
struct CompileContext {
  TableReader& keys;           // of the rule, or of the guard's own table
  PatternPlan::Builder& plan;  // takes what the rule looks for
  const PageData& page_data;   // names of types, topics, roles
};

struct Kind {
  std::string_view name;     // as written in kind = "..."
  std::string_view summary;  // one sentence, for the reference

  // Compiles one rule.  Reports what is wrong to "keys" and may then return
  // null.
  std::unique_ptr<const Check> (*compile)(CompileContext context);
};

struct Guard {
  std::string_view name;     // as written in unless = ["..."]
  std::string_view summary;  // completes "Silent when ..."
  // It was learned from labelled sentences, so that no example of a rule need
  // show what it is for; see self_check.h.
  bool learned = false;
  std::unique_ptr<const Veto> (*compile)(CompileContext context);
};

struct RepairKind {
  std::string_view name;     // as written in fix = { do = "..." }
  std::string_view summary;  // one sentence, for the reference
  // "context.keys" is the table of the fix.
  std::unique_ptr<const Repair> (*compile)(CompileContext context);
};

// Expressions that are run on the words of a finding as they stand, outside the
// plan: one, which must be there, or a list, which may be absent.  Report a bad
// one at the bytes at fault; it is null, or left out.
std::unique_ptr<const Regexp> ReadExpression(TableReader& keys,
                                             std::string_view key);
std::vector<std::shared_ptr<const Regexp>> ReadExpressions(
    TableReader& keys, std::string_view key);

// The keys that say how the patterns of a rule are meant: case, whole-words,
// not-before, not-after.
PatternSpec ReadPatternOptions(CompileContext& context);

// Adds the patterns at "key", a list of strings, to the plan.  Reports each bad
// pattern at the bytes at fault.  If "required", an absent or empty list is a
// mistake.
enum class Presence { kOptional, kRequired };
std::vector<PatternId> ReadPatterns(CompileContext& context,
                                    std::string_view key, Presence presence,
                                    const PatternSpec& options);

// Reads "weights", the name of a table of points.  Reports a name that is not
// defined.
std::optional<WeightsId> ReadWeightsName(CompileContext& context);

// The zones that rules look at unless they say otherwise: title, heading,
// summary, main, quote.
ZoneFilter ReadingZones();
ZoneFilter EveryZone();

// Reads "zones" and "not-zones" (lists of zone and role names, "label",
// "link"); "fallback" stands for absent "zones".
ZoneFilter ReadZones(CompileContext& context, const ZoneFilter& fallback);

}  // namespace medlint

#endif  // LINTER_RULE_KIND_H_
