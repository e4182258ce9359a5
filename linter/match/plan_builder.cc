// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/match/anchors.h"
#include "linter/match/compiled_pattern.h"
#include "linter/match/expression.h"
#include "linter/match/lexicon.h"
#include "linter/match/literal_automaton.h"
#include "linter/match/literal_cost.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/plan_arrays.h"
#include "linter/match/plan_parts.h"
#include "linter/match/spec_index.h"
#include "linter/match/word_weights.h"

namespace medlint {

struct PatternPlan::Builder::Impl {
  explicit Impl(const PlanArrays& snapshot) : base(snapshot) {}

  PatternId NextId() const {
    return static_cast<PatternId>(base.patterns.size() + own->patterns.size());
  }
  // True if an automaton has the forms of the lexicon.
  bool IsFollowed(std::uint32_t lexicon) const {
    return (lexicon < base.followers_of.size() &&
            base.followers_of[lexicon].size > 0) ||
           (lexicon < followers.size() && !followers[lexicon].empty());
  }
  void AddLiteral(std::string_view literal, const AnchorUse& use) const {
    medlint::AddLiteral(literal, *own);
    own->uses.push_back(use);
  }

  // Adds the forms of a lexicon to the automaton, once, for the patterns that
  // have it as their anchor.
  void Follow(std::uint32_t lexicon, const Follower& follower);
  void AddUses(const CompiledPattern& pattern, const Anchors& anchors,
               PatternId id);
  void AddNeeds(const Anchors& needs, PatternId id);
  void AddTerms(Lexicon lexicon, PatternId id) const;
  void PackFollowers();

  const PlanArrays base;
  std::unique_ptr<PlanVectors> own = std::make_unique<PlanVectors>();
  std::unique_ptr<LexiconTable> lexicons =
      std::make_unique<LexiconTable>(base, *own);
  std::vector<std::vector<Follower>> followers;  // by lexicon
  std::vector<std::pair<PatternId, Anchors>> needs;
};

void PatternPlan::Builder::Impl::Follow(std::uint32_t lexicon,
                                        const Follower& follower) {
  if (!IsFollowed(lexicon)) {
    const Lexicon forms_of = (*lexicons)[lexicon];
    for (const LexiconForm& form : forms_of.forms()) {
      AddLiteral(forms_of.TextOf(form),
                 {.target = lexicon, .kind = AnchorUse::Kind::kLexicon});
    }
  }
  if (followers.size() <= lexicon) followers.resize(lexicons->size());
  followers[lexicon].push_back(follower);
}

void PatternPlan::Builder::Impl::AddUses(const CompiledPattern& pattern,
                                         const Anchors& anchors, PatternId id) {
  const bool matches = pattern.form == CompiledPattern::Form::kLiterals;
  // An anchor that is known to be at an end of the match must be at the edge
  // there.  In the exact text edges are others than in the folded one ("™" is
  // folded to letters), so that is left for later.
  const bool edges_show = !pattern.exact_case;
  AnchorUse use = {
      .target = id,
      .kind = matches ? AnchorUse::Kind::kMatch : AnchorUse::Kind::kAnchor,
      .edge_before =
          edges_show && pattern.edges.begin && anchors.max_before == 0,
      .edge_after = edges_show && pattern.edges.end && anchors.max_after == 0};
  for (std::size_t i = 0; i < anchors.literals.size(); ++i) {
    if (matches) use.order = static_cast<std::uint32_t>(i);
    AddLiteral(anchors.literals[i], use);
  }
  for (const std::uint32_t lexicon : anchors.lexicons)
    Follow(lexicon, {.pattern = id,
                     .edge_before = use.edge_before,
                     .edge_after = use.edge_after});
}

// Needs are worth while if they are rare, and cost no more than a few literals:
// a lexicon must be in an automaton for another's sake.
void PatternPlan::Builder::Impl::AddNeeds(const Anchors& needs_of_one,
                                          PatternId id) {
  constexpr std::uint64_t kMaxCost = kCostScale / 200;
  constexpr std::size_t kMaxLiterals = 48;
  if (needs_of_one.cost > kMaxCost) return;
  if (needs_of_one.literals.size() > kMaxLiterals) return;
  for (const std::uint32_t lexicon : needs_of_one.lexicons) {
    if (!IsFollowed(lexicon)) return;
  }
  own->patterns[id - base.patterns.size()].has_needs = true;
  for (const std::string& literal : needs_of_one.literals) {
    AddLiteral(literal, {.target = id, .kind = AnchorUse::Kind::kNeed});
  }
  for (const std::uint32_t lexicon : needs_of_one.lexicons)
    Follow(lexicon, {.pattern = id, .is_need = true});
}

void PatternPlan::Builder::Impl::AddTerms(Lexicon lexicon, PatternId id) const {
  for (const LexiconForm& form : lexicon.forms()) {
    const bool is_ending = form.is_ending != 0;
    AddLiteral(
        lexicon.TextOf(form),
        {.target = id,
         .order = form.term,
         .kind = is_ending ? AnchorUse::Kind::kEnding : AnchorUse::Kind::kMatch,
         .edge_before = !is_ending,
         .edge_after = true});
  }
}

void PatternPlan::Builder::Impl::PackFollowers() {
  for (const std::vector<Follower>& of_one : followers) {
    own->followers_of.push_back(
        {.begin = static_cast<std::uint32_t>(own->followers.size()),
         .size = static_cast<std::uint32_t>(of_one.size())});
    own->followers.insert(own->followers.end(), of_one.begin(), of_one.end());
  }
}

PatternPlan::Builder::Builder() : Builder(PlanArrays()) {}
PatternPlan::Builder::Builder(const PlanArrays& snapshot)
    : impl_(std::make_unique<Impl>(snapshot)) {}
PatternPlan::Builder::~Builder() = default;
PatternPlan::Builder::Builder(Builder&&) noexcept = default;
PatternPlan::Builder& PatternPlan::Builder::operator=(Builder&&) noexcept =
    default;

void PatternPlan::Builder::DefineLexicon(
    std::string_view name, const std::vector<std::string>& terms) {
  assert(!HasLexicon(name));
  impl_->lexicons->Define(name, terms);
}

bool PatternPlan::Builder::HasLexicon(std::string_view name) const {
  return impl_->lexicons->Find(name).has_value();
}

bool PatternPlan::Builder::IsInSnapshot(std::string_view lexicon) const {
  return impl_->lexicons->FindInBase(lexicon).has_value();
}

std::vector<std::string_view> PatternPlan::Builder::LexiconNames() const {
  return impl_->lexicons->Names();
}

std::optional<PatternError> PatternPlan::Builder::AddPattern(
    const PatternSpec& spec, PatternId& id) {
  if (const auto known = FindSpec(impl_->base, spec)) {
    id = *known;
    return std::nullopt;
  }
  const auto first = static_cast<PatternId>(impl_->base.patterns.size());
  if (const auto known = FindSpec(ViewOf(*impl_->own), spec)) {
    id = first + *known;
    return std::nullopt;
  }
  Anchors anchors;
  Anchors needs;
  if (auto error =
          CompilePattern(spec, *impl_->lexicons, *impl_->own, anchors, needs)) {
    return error;
  }
  IndexLastSpec(*impl_->own);
  id = impl_->NextId() - 1;
  impl_->AddUses(impl_->own->patterns.back(), anchors, id);
  if (!needs.empty()) impl_->needs.emplace_back(id, std::move(needs));
  return std::nullopt;
}

PatternId PatternPlan::Builder::AddLexicon(std::string_view name) {
  const std::optional<std::uint32_t> lexicon = impl_->lexicons->Find(name);
  assert(lexicon);
  const auto& base = impl_->base.lexicon_patterns;
  if (*lexicon < base.size() && base[*lexicon] != kNone) return base[*lexicon];
  std::vector<std::uint32_t>& own = impl_->own->lexicon_patterns;
  if (own.size() <= *lexicon) own.resize(impl_->lexicons->size(), kNone);
  if (own[*lexicon] != kNone) return own[*lexicon];
  const PatternId id = impl_->NextId();
  own[*lexicon] = id;
  CompiledPattern& pattern = impl_->own->patterns.emplace_back();
  pattern.form = CompiledPattern::Form::kLexicon;
  impl_->AddTerms((*impl_->lexicons)[*lexicon], id);
  return id;
}

void PatternPlan::Builder::DefineWeights(
    std::string_view name, const WeightConstants& constants,
    std::span<const std::pair<std::uint64_t, int>> points_by_key) {
  assert(!FindWeights(name));
  AddWeightTable(name, constants, points_by_key, *impl_->own);
}

std::optional<WeightsId> PatternPlan::Builder::FindWeights(
    std::string_view name) const {
  const std::vector<std::string_view> names = WeightsNames();
  const auto it = std::ranges::find(names, name);
  if (it == names.end()) return std::nullopt;
  return static_cast<WeightsId>(it - names.begin());
}

std::vector<std::string_view> PatternPlan::Builder::WeightsNames() const {
  std::vector<std::string_view> names;
  for (const PlanArrays& arrays : {impl_->base, ViewOf(*impl_->own)}) {
    for (const WeightTable& table : arrays.weight_tables)
      names.push_back(TextOf(arrays.weight_names, table.name));
  }
  return names;
}

PatternPlan PatternPlan::Builder::Build() {
  for (const auto& [id, needs] : impl_->needs)
    impl_->AddNeeds(needs, id);
  impl_->PackFollowers();
  BuildAutomaton(*impl_->own);
  auto plan = std::make_unique<PatternPlan::Impl>(
      impl_->base, std::move(impl_->own), std::move(impl_->lexicons));
  impl_ = std::make_unique<Impl>(impl_->base);
  return PatternPlan(std::move(plan));
}

}  // namespace medlint
