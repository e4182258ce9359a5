// SPDX-License-Identifier: Apache-2.0

#include "linter/match/spec_index.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace medlint {
namespace {

constexpr std::size_t kFewestSlots = 16;

// What makes a spec; as it was written.
struct SpecView {
  bool exact_case = false;
  bool whole_words = false;
  std::string_view regexp;
  std::string_view not_before;
  std::string_view not_after;

  friend bool operator==(const SpecView&, const SpecView&) = default;
};

SpecView SpecOf(const PatternSpec& spec) {
  return {.exact_case = spec.exact_case,
          .whole_words = spec.whole_words,
          .regexp = spec.regexp,
          .not_before = spec.not_before,
          .not_after = spec.not_after};
}

SpecView SpecOf(const PlanArrays& arrays, const CompiledPattern& pattern) {
  const auto text = [&arrays](std::uint32_t expression) -> std::string_view {
    if (expression == kNone) return {};
    return TextOf(arrays.sources, arrays.expressions[expression].source);
  };
  return {.exact_case = pattern.exact_case,
          .whole_words = pattern.whole_words,
          .regexp = text(pattern.regexp),
          .not_before = text(pattern.not_before),
          .not_after = text(pattern.not_after)};
}

// Eight bytes at a time: multiply and fold the upper half down.  Snapshots hold
// what it gives, so it must not differ from run to run.
std::uint64_t Mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

std::uint64_t Mix(std::uint64_t hash, std::string_view text) {
  hash = Mix(hash, text.size());
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    hash = Mix(hash, word);
  }
  if (text.empty()) return hash;
  word = 0;
  std::memcpy(&word, text.data(), text.size());
  return Mix(hash, word);
}

std::uint64_t HashOf(const SpecView& spec) {
  std::uint64_t hash =
      Mix(0, (spec.exact_case ? 2U : 0U) | (spec.whole_words ? 1U : 0U));
  hash = Mix(hash, spec.regexp);
  if (spec.not_before.empty() && spec.not_after.empty()) return hash;
  return Mix(Mix(hash, spec.not_before), spec.not_after);
}

// Returns the slot of "spec", or the empty one where it would be.  A slot has
// the number of a pattern and one, or 0.
std::size_t SlotOf(const PlanArrays& arrays, const SpecView& spec) {
  const std::size_t mask = arrays.pattern_slots.size() - 1;
  std::size_t slot = HashOf(spec) & mask;
  while (true) {
    const std::uint32_t number = arrays.pattern_slots[slot];
    if (number == 0 || SpecOf(arrays, arrays.patterns[number - 1]) == spec) {
      return slot;
    }
    slot = (slot + 1) & mask;
  }
}

void Insert(std::uint32_t pattern, PlanVectors& vectors) {
  const PlanArrays arrays = ViewOf(vectors);
  const SpecView spec = SpecOf(arrays, arrays.patterns[pattern]);
  vectors.pattern_slots[SlotOf(arrays, spec)] = pattern + 1;
}

}  // namespace

std::optional<std::uint32_t> FindSpec(const PlanArrays& arrays,
                                      const PatternSpec& spec) {
  if (arrays.pattern_slots.empty()) return std::nullopt;
  const std::uint32_t found =
      arrays.pattern_slots[SlotOf(arrays, SpecOf(spec))];
  if (found == 0) return std::nullopt;
  return found - 1;
}

void IndexLastSpec(PlanVectors& vectors) {
  const std::size_t count = vectors.patterns.size();
  if (2 * count <= vectors.pattern_slots.size()) {
    Insert(static_cast<std::uint32_t>(count - 1), vectors);
    return;
  }
  vectors.pattern_slots.assign(
      std::max(kFewestSlots, 2 * vectors.pattern_slots.size()), 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (vectors.patterns[i].form != CompiledPattern::Form::kLexicon) {
      Insert(i, vectors);
    }
  }
}

}  // namespace medlint
