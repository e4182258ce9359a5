// SPDX-License-Identifier: Apache-2.0

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/match/anchors.h"
#include "linter/match/compiled_pattern.h"
#include "linter/match/lexicon.h"
#include "linter/match/literal_cost.h"
#include "linter/match/pattern_plan.h"
#include "linter/match/plan_parts.h"

namespace medlint {

struct PatternPlan::Builder::Impl {
  // Adds the forms of a lexicon to the automaton, once, for the patterns that
  // have it as their anchor.
  void Follow(std::uint32_t lexicon, const Follower& follower);
  void AddUses(const Anchors& anchors, PatternId id);
  void AddNeeds(const Anchors& needs, PatternId id);
  void AddTerms(const Lexicon& lexicon, PatternId id);

  std::unique_ptr<LexiconTable> lexicons = std::make_unique<LexiconTable>();
  std::vector<CompiledPattern> patterns;
  LiteralList literals;
  std::vector<AnchorUse> uses;                   // by literal
  std::vector<std::vector<Follower>> followers;  // by lexicon
  std::vector<std::pair<PatternId, Anchors>> needs;
  std::unordered_map<std::string, PatternId> ids;  // by what was asked for
};

namespace {

// Specs are equal if all their fields are; '\0' is in none of them.
std::string KeyOf(const PatternSpec& spec) {
  std::string key = spec.exact_case ? "e" : "f";
  key += spec.whole_words ? 'w' : 'p';
  for (const std::string* field :
       {&spec.regexp, &spec.not_before, &spec.not_after}) {
    key += *field;
    key += '\0';
  }
  return key;
}

std::string KeyOfLexicon(std::string_view name) {
  return '@' + std::string(name);
}

}  // namespace

void PatternPlan::Builder::Impl::Follow(std::uint32_t lexicon,
                                        const Follower& follower) {
  followers.resize(lexicons->size());
  if (followers[lexicon].empty()) {
    for (const Lexicon::Form& form : (*lexicons)[lexicon].forms) {
      literals.Add(form.text);
      uses.push_back({.target = lexicon, .kind = AnchorUse::Kind::kLexicon});
    }
  }
  followers[lexicon].push_back(follower);
}

void PatternPlan::Builder::Impl::AddUses(const Anchors& anchors, PatternId id) {
  const CompiledPattern& pattern = patterns[id];
  const bool matches = pattern.form == CompiledPattern::Form::kLiterals;
  // An anchor that is known to be at an end of the match must be at the edge
  // there.  In the exact text edges are others than in the folded one ("™" is
  // folded to letters), so that is left for later.
  const bool edges_show = !pattern.exact_case;
  const AnchorUse use = {
      .target = id,
      .kind = matches ? AnchorUse::Kind::kMatch : AnchorUse::Kind::kAnchor,
      .edge_before =
          edges_show && pattern.edges.begin && anchors.max_before == 0,
      .edge_after = edges_show && pattern.edges.end && anchors.max_after == 0};
  for (std::size_t i = 0; i < anchors.literals.size(); ++i) {
    literals.Add(anchors.literals[i]);
    uses.push_back(use);
    if (matches) uses.back().order = static_cast<std::uint32_t>(i);
  }
  for (const std::uint32_t lexicon : anchors.lexicons)
    Follow(lexicon, {.pattern = id,
                     .edge_before = use.edge_before,
                     .edge_after = use.edge_after});
}

// Needs are worth while if they are rare, and cost no more than a few literals:
// a lexicon must be in the automaton for another's sake.
void PatternPlan::Builder::Impl::AddNeeds(const Anchors& needs_of_one,
                                          PatternId id) {
  constexpr std::uint64_t kMaxCost = kCostScale / 200;
  constexpr std::size_t kMaxLiterals = 48;
  if (needs_of_one.cost > kMaxCost) return;
  if (needs_of_one.literals.size() > kMaxLiterals) return;
  for (const std::uint32_t lexicon : needs_of_one.lexicons) {
    if (lexicon >= followers.size() || followers[lexicon].empty()) return;
  }
  patterns[id].has_needs = true;
  for (const std::string& literal : needs_of_one.literals) {
    literals.Add(literal);
    uses.push_back({.target = id, .kind = AnchorUse::Kind::kNeed});
  }
  for (const std::uint32_t lexicon : needs_of_one.lexicons) {
    followers[lexicon].push_back({.pattern = id, .is_need = true});
  }
}

void PatternPlan::Builder::Impl::AddTerms(const Lexicon& lexicon,
                                          PatternId id) {
  for (const Lexicon::Form& form : lexicon.forms) {
    literals.Add(form.text);
    uses.push_back({.target = id,
                    .order = form.term,
                    .kind = form.is_ending ? AnchorUse::Kind::kEnding
                                           : AnchorUse::Kind::kMatch,
                    .edge_before = !form.is_ending,
                    .edge_after = true});
  }
}

PatternPlan::Builder::Builder() : impl_(std::make_unique<Impl>()) {}
PatternPlan::Builder::~Builder() = default;
PatternPlan::Builder::Builder(Builder&&) noexcept = default;
PatternPlan::Builder& PatternPlan::Builder::operator=(Builder&&) noexcept =
    default;

void PatternPlan::Builder::DefineLexicon(std::string name,
                                         std::vector<std::string> terms) {
  assert(!HasLexicon(name));
  impl_->lexicons->Define(std::move(name), terms);
}

bool PatternPlan::Builder::HasLexicon(std::string_view name) const {
  return impl_->lexicons->Find(name).has_value();
}

std::vector<std::string_view> PatternPlan::Builder::LexiconNames() const {
  return impl_->lexicons->Names();
}

std::optional<PatternError> PatternPlan::Builder::AddPattern(
    const PatternSpec& spec, PatternId& id) {
  std::string key = KeyOf(spec);
  if (const auto known = impl_->ids.find(key); known != impl_->ids.end()) {
    id = known->second;
    return std::nullopt;
  }
  CompiledPattern pattern;
  Anchors anchors;
  Anchors needs;
  if (auto error =
          CompilePattern(spec, *impl_->lexicons, pattern, anchors, needs)) {
    return error;
  }
  id = static_cast<PatternId>(impl_->patterns.size());
  impl_->patterns.push_back(std::move(pattern));
  impl_->AddUses(anchors, id);
  if (!needs.empty()) impl_->needs.emplace_back(id, std::move(needs));
  impl_->ids.emplace(std::move(key), id);
  return std::nullopt;
}

PatternId PatternPlan::Builder::AddLexicon(std::string_view name) {
  const std::optional<std::uint32_t> lexicon = impl_->lexicons->Find(name);
  assert(lexicon);
  const auto next = static_cast<PatternId>(impl_->patterns.size());
  const auto [it, is_new] = impl_->ids.emplace(KeyOfLexicon(name), next);
  if (!is_new) return it->second;
  CompiledPattern& pattern = impl_->patterns.emplace_back();
  pattern.form = CompiledPattern::Form::kLexicon;
  impl_->AddTerms((*impl_->lexicons)[*lexicon], next);
  return next;
}

PatternPlan PatternPlan::Builder::Build() {
  for (const auto& [id, needs] : impl_->needs)
    impl_->AddNeeds(needs, id);
  auto plan = std::make_unique<PatternPlan::Impl>(PatternPlan::Impl{
      .lexicons = std::move(impl_->lexicons),
      .patterns = std::move(impl_->patterns),
      .automaton = LiteralAutomaton(std::move(impl_->literals)),
      .uses = std::move(impl_->uses),
      .followers = std::move(impl_->followers)});
  impl_ = std::make_unique<Impl>();
  return PatternPlan(std::move(plan));
}

}  // namespace medlint
