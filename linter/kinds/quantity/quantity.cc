// SPDX-License-Identifier: Apache-2.0
//
// quantity: flags an amount of a substance that is above its limit.
//
// Amounts are read as quantities (amount.h): a dose, times how often it is
// taken in a day, in the unit of the limit.  An amount belongs to the nearest
// substance in its sentence or list item, so what else is dosed there
// ("others") keeps its own.  Without words that say how often, an amount is
// held to the limit of one dose, and to that of a day where it is said to be
// taken.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/kinds/quantity/amount.h"
#include "linter/page/page.h"
#include "linter/page/pattern_list.h"
#include "linter/rule/kind.h"

namespace medlint::quantity {
namespace {

// What there may be of one substance.  Masses in micrograms; 0: unknown.
struct Limit {
  std::vector<PatternId> substance;
  double day = 0;
  double dose = 0;
  double unit = 0;   // of one international unit
  double piece = 0;  // of one tablet or capsule
};

struct Settings {
  std::vector<Limit> limits;
  std::vector<PatternId> others;  // other substances that are dosed
  std::vector<PatternId> taken;   // words that say that an amount is taken
  std::vector<PatternId> without;
  ZoneFilter zones;
};

struct Mention {
  TextSpan where;
  const Limit* limit = nullptr;  // null for one of the others
};

class QuantityCheck : public Check {
 public:
  explicit QuantityCheck(Settings settings) : settings_(std::move(settings)) {}

  void Run(const Page& page, std::vector<Candidate>& out) const override {
    for (const TextSpan scope : ScopesOf(page)) {
      if (!Occurs(page, settings_.without, scope)) Examine(page, scope, out);
    }
  }

 private:
  // The sentences and list items that name a substance with a limit, in order.
  std::vector<TextSpan> ScopesOf(const Page& page) const {
    std::vector<TextSpan> scopes;
    const auto add = [&](PatternId pattern) {
      for (const Hit& hit : page.hits.Of(pattern)) {
        if (page.IsIn(hit, settings_.zones)) {
          scopes.push_back(ScopeOf(page, hit));
        }
      }
    };
    for (const Limit& limit : settings_.limits)
      std::ranges::for_each(limit.substance, add);
    std::ranges::sort(scopes);
    scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
    return scopes;
  }

  static TextSpan ScopeOf(const Page& page, const Hit& hit) {
    const Block& block = page.document.blocks()[hit.line];
    return block.kind == BlockKind::kListItem
               ? block.text
               : page.reading.SentenceAt(hit.where.begin);
  }

  static bool Occurs(const Page& page, const std::vector<PatternId>& patterns,
                     TextSpan where) {
    return std::ranges::any_of(patterns, [&](PatternId pattern) {
      return !page.hits.Within(pattern, where).empty();
    });
  }

  void Examine(const Page& page, TextSpan scope,
               std::vector<Candidate>& out) const {
    const FoldedSpan folded = page.folded.FromText(scope);
    const std::vector<Amount> amounts =
        FindAmounts(folded.In(page.folded.text()));
    if (amounts.empty()) return;
    const std::vector<Mention> mentions = MentionsIn(page, scope);
    const bool is_taken = Occurs(page, settings_.taken, scope);
    for (const Amount& amount : amounts) {
      const auto place = [&](std::size_t offset) {
        return folded.begin + static_cast<Offset>(offset);
      };
      const TextSpan where = page.folded.ToText(
          FoldedSpan{place(amount.begin), place(amount.end)});
      const Mention* const mention = NearestTo(page, where, mentions);
      if (mention == nullptr || mention->limit == nullptr) continue;
      Compare(page, {where, &amount, mention, is_taken}, out);
    }
  }

  std::vector<Mention> MentionsIn(const Page& page, TextSpan scope) const {
    std::vector<Mention> mentions;
    const auto add = [&](const std::vector<PatternId>& patterns,
                         const Limit* limit) {
      for (const PatternId pattern : patterns) {
        for (const Hit& hit : page.hits.Within(pattern, scope)) {
          mentions.push_back({.where = hit.where, .limit = limit});
        }
      }
    };
    for (const Limit& limit : settings_.limits)
      add(limit.substance, &limit);
    // Last, so that a substance that is both has its limit.
    add(settings_.others, nullptr);
    return mentions;
  }

  // Null if there is none.
  static const Mention* NearestTo(const Page& page, TextSpan amount,
                                  const std::vector<Mention>& mentions) {
    const Mention* nearest = nullptr;
    std::ptrdiff_t least = std::numeric_limits<std::ptrdiff_t>::max();
    for (const Mention& mention : mentions) {
      const std::ptrdiff_t distance = Distance(page, amount, mention.where);
      if (distance < least) {
        least = distance;
        nearest = &mention;
      }
    }
    return nearest;
  }

  // In words between; "500 mg of zinc" is as near as "500 mg zinc".
  static std::ptrdiff_t Distance(const Page& page, TextSpan amount,
                                 TextSpan substance) {
    if (amount.Overlaps(substance)) return 0;
    const bool behind = substance.begin >= amount.end;
    const TextSpan gap = behind ? TextSpan{amount.end, substance.begin}
                                : TextSpan{substance.end, amount.begin};
    const std::string_view words = page.document.Slice(gap);
    if (behind && words == " of ") return 1;
    return std::ranges::count(words, ' ');
  }

  struct Dose {
    TextSpan where;
    const Amount* amount;
    const Mention* mention;
    bool is_taken;
  };

  static void Compare(const Page& page, const Dose& dose,
                      std::vector<Candidate>& out) {
    // What cannot be told apart by rounding is not above.
    constexpr double kTolerance = 1.001;
    const Amount& amount = *dose.amount;
    // What is taken once a week or a month has limits of its own.
    if (amount.doses_a_day > 0 && amount.doses_a_day < 0.5) return;
    const Limit& limit = *dose.mention->limit;
    const double piece = amount.measure == Measure::kMass    ? 1
                         : amount.measure == Measure::kUnits ? limit.unit
                                                             : limit.piece;
    const double one = amount.dose * piece;
    const double day = one * (amount.doses_a_day > 0 ? amount.doses_a_day : 1);
    const bool says_day = amount.doses_a_day > 0 || dose.is_taken;
    const bool day_is_high =
        says_day && limit.day > 0 && day > limit.day * kTolerance;
    const bool dose_is_high =
        limit.dose > 0 && !amount.is_day_total && one > limit.dose * kTolerance;
    if (!day_is_high && !dose_is_high) return;
    Candidate& candidate = out.emplace_back();
    candidate.where = dose.where;
    candidate.captures["substance"] =
        std::string(page.document.Slice(dose.mention->where));
    candidate.captures["amount"] =
        day_is_high ? MassText(day) + " a day" : MassText(one) + " at a time";
    candidate.captures["limit"] = day_is_high
                                      ? MassText(limit.day) + " a day"
                                      : MassText(limit.dose) + " at a time";
  }

  Settings settings_;
};

// A mass written as a page would write it; 0 if there is none.
double ReadMass(TableReader& keys, std::string_view key) {
  const std::string text = keys.StringOr(key, "");
  if (text.empty()) return 0;
  const std::vector<Amount> amounts = FindAmounts(text);
  if (amounts.size() == 1 && amounts[0].measure == Measure::kMass &&
      amounts[0].begin == 0 && amounts[0].end == text.size()) {
    return amounts[0].dose;
  }
  keys.Reject(key, "“" + text + "” is not a mass",
              "write a number and g, mg or micrograms: \"1.2 g\"");
  return 0;
}

std::vector<Limit> ReadLimits(CompileContext& context) {
  std::vector<Limit> limits;
  for (TableReader& keys : context.keys.TablesOrNone("limits")) {
    Limit& limit = limits.emplace_back();
    limit.substance =
        AddPatternList(keys, keys.Strings("substance"), {}, context.plan);
    limit.day = ReadMass(keys, "day");
    limit.dose = ReadMass(keys, "dose");
    limit.unit = ReadMass(keys, "unit");
    limit.piece = ReadMass(keys, "piece");
    if (!keys.Has("day") && !keys.Has("dose")) {
      keys.Reject("day", "a limit has `day`, `dose` or both");
    }
    keys.Finish();
  }
  return limits;
}

std::unique_ptr<const Check> Compile(CompileContext context) {
  Settings settings;
  settings.limits = ReadLimits(context);
  if (settings.limits.empty() && !context.keys.Has("limits")) {
    context.keys.Reject(
        "limits", "there are no `limits` to compare with",
        R"(limits = [{ substance = ["zinc"], day = "40 mg" }])");
  }
  settings.others = ReadPatterns(context, "others", Presence::kOptional, {});
  settings.taken = ReadPatterns(context, "taken", Presence::kOptional, {});
  settings.without = ReadPatterns(context, "without", Presence::kOptional, {});
  settings.zones = ReadZones(context, ReadingZones());
  return std::make_unique<const QuantityCheck>(std::move(settings));
}

}  // namespace

extern constexpr Kind kKind = {
    .name = "quantity",
    .summary = "Flags an amount of a substance that is above its limit",
    .compile = Compile,
};

}  // namespace medlint::quantity
