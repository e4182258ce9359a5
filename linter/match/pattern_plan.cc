// SPDX-License-Identifier: Apache-2.0

#include "linter/match/pattern_plan.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/match/expression.h"
#include "linter/match/pattern_scan.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/plan_parts.h"
#include "linter/match/regexp.h"
#include "linter/match/window_matcher.h"
#include "linter/match/window_program.h"
#include "linter/match/word_weights.h"
#include "linter/text/fold.h"
#include "linter/text/span.h"

namespace medlint {
namespace {

// The groups of the match at "where", by the program of the pattern.  Returns
// nothing if the program does not find that very match.
std::optional<std::vector<Regexp::Group>> GroupsByProgram(
    WindowProgram program, std::uint32_t max_size, std::string_view text,
    FoldedSpan where, Regexp::Range block) {
  if (!program) return std::nullopt;
  std::size_t end = block.end;
  if (max_size < end - where.begin) end = where.begin + max_size;
  if (!WindowMatcher::Fits(program, end - where.begin)) return std::nullopt;
  WindowMatcher matcher;
  matcher.Open(program, text, {block.begin, block.end, where.begin, end});
  if (matcher.MatchWithGroups(where.begin) != where.end) return std::nullopt;
  std::vector<Regexp::Group> groups;
  for (std::size_t i = 0; i < program.group_count(); ++i) {
    const std::uint32_t from = matcher.groups()[2 * i];
    const std::uint32_t to = matcher.groups()[2 * i + 1];
    if (to == WindowMatcher::kNowhere) continue;
    groups.push_back({std::string(program.group(i)), {from, to}});
  }
  return groups;
}

}  // namespace

std::span<const Hit> Hits::Within(PatternId pattern, TextSpan where) const {
  // Hits of a pattern do not overlap, so they are in order of their ends too.
  const std::span<const Hit> hits = scan_->Around(pattern, where);
  const auto first = std::ranges::lower_bound(
      hits, where.begin, {}, [](const Hit& hit) { return hit.where.begin; });
  const auto last =
      std::ranges::upper_bound(first, hits.end(), where.end, {},
                               [](const Hit& hit) { return hit.where.end; });
  return {first, last};
}

PatternPlan::PatternPlan(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PatternPlan::PatternPlan(PatternPlan&&) noexcept = default;
PatternPlan& PatternPlan::operator=(PatternPlan&&) noexcept = default;
PatternPlan::~PatternPlan() = default;

Hits::Hits(std::unique_ptr<PatternScan> scan) : scan_(std::move(scan)) {}
Hits::Hits(Hits&&) noexcept = default;
Hits& Hits::operator=(Hits&&) noexcept = default;
Hits::~Hits() = default;

std::span<const Hit> Hits::Of(PatternId pattern) const {
  return scan_->Of(pattern);
}

std::size_t Hits::size() const {
  return scan_->CountAll();
}

Hits PatternPlan::Scan(std::string_view text, const FoldedText& folded) const {
  return Hits(std::make_unique<PatternScan>(*impl_, text, folded));
}

std::vector<Capture> PatternPlan::Captures(const Hit& hit,
                                           std::string_view text,
                                           const FoldedText& folded) const {
  const CompiledPattern& pattern = impl_->PatternOf(hit.pattern);
  if (pattern.regexp == kNone) return {};
  const ExpressionTable& expressions = impl_->PartOf(hit.pattern).expressions;
  const std::string_view haystack = pattern.exact_case ? text : folded.text();
  FoldedSpan where = {hit.where.begin, hit.where.end};
  if (!pattern.exact_case) where = folded.FromText(hit.where);

  // The block around the hit, so that "^", "$" and "\b" see what they saw.
  const std::size_t before = where.begin == 0
                                 ? std::string_view::npos
                                 : haystack.rfind('\n', where.begin - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end =
      std::min(haystack.find('\n', where.end), haystack.size());
  auto groups = GroupsByProgram(expressions.program(pattern.regexp),
                                expressions[pattern.regexp].max_size, haystack,
                                where, {begin, end});
  if (!groups) {
    groups = expressions.re2(pattern.regexp)
                 .preferred->Groups(haystack.substr(begin, end - begin),
                                    {where.begin - begin, where.end - begin});
    for (Regexp::Group& group : *groups) {
      group.where = {begin + group.where.begin, begin + group.where.end};
    }
  }
  std::vector<Capture> captures;
  for (const Regexp::Group& group : *groups) {
    const FoldedSpan span = FoldedSpan::Of(group.where.begin, group.where.end);
    captures.push_back({.name = group.name,
                        .where = pattern.exact_case
                                     ? TextSpan{span.begin, span.end}
                                     : folded.ToText(span)});
  }
  return captures;
}

std::size_t PatternPlan::weights_count() const {
  return impl_->base.arrays.weight_tables.size() +
         impl_->added.arrays.weight_tables.size();
}

WordWeights PatternPlan::Weights(WeightsId id) const {
  const PlanArrays& base = impl_->base.arrays;
  if (id < base.weight_tables.size()) return {base, base.weight_tables[id]};
  const PlanArrays& added = impl_->added.arrays;
  return {added, added.weight_tables[id - base.weight_tables.size()]};
}

std::size_t PatternPlan::size() const {
  return impl_->size();
}

int PatternPlan::compiled_count() const {
  return impl_->base.expressions.compiled_count() +
         impl_->added.expressions.compiled_count();
}

void PatternPlan::CopyTo(PlanVectors& vectors) const {
  const bool has_snapshot = !impl_->base.arrays.patterns.empty() ||
                            !impl_->base.arrays.lexicons.empty();
  const PlanArrays& arrays =
      has_snapshot ? impl_->base.arrays : impl_->added.arrays;
#define MEDLINT_PLAN_ARRAY(type, name) \
  vectors.name.assign(arrays.name.begin(), arrays.name.end());
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
  const auto compile = [&](std::uint32_t i) {
    if (i == kNone) return;
    CompiledExpression& expression = vectors.expressions[i];
    if (expression.program != CompiledExpression::kLater) return;
    expression.program =
        CompileExpression({.regexp = TextOf(arrays.sources, expression.source),
                           .exact_case = expression.exact_case,
                           .whole_words = expression.whole_words,
                           .role = expression.role},
                          *impl_->lexicons, vectors);
  };
  for (const CompiledPattern& pattern : arrays.patterns) {
    // A pattern of literals needs its expression for its captures, if at all.
    if (pattern.form == CompiledPattern::Form::kRegexp) compile(pattern.regexp);
    compile(pattern.not_before);
    compile(pattern.not_after);
  }
}

}  // namespace medlint
