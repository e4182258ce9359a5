// SPDX-License-Identifier: Apache-2.0
//
// The arrays that the assembler has taken in; see plan_snapshot.h.  Linked
// apart from the rest of this floor, because the program that writes them uses
// it.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include "linter/match/plan_arrays.h"
#include "linter/match/plan_snapshot.h"

namespace medlint {

// NOLINTBEGIN(readability-identifier-naming): the assembler's names
extern "C" {
extern const std::uint32_t medlint_plan_layout[];
extern const std::uint32_t medlint_plan_sizes[];
#define MEDLINT_PLAN_ARRAY(type, name) extern const type medlint_plan_##name[];
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
}
// NOLINTEND(readability-identifier-naming)

namespace {

PlanArrays ViewEmbedded() {
  static constexpr std::size_t kLayout[] = {
      kPlanVersion,
#define MEDLINT_PLAN_ARRAY(type, name) sizeof(type),
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
  };
  if (!std::ranges::equal(kLayout,
                          std::span(medlint_plan_layout, std::size(kLayout)))) {
    return {};
  }
  const std::uint32_t* size = medlint_plan_sizes;
  return {
#define MEDLINT_PLAN_ARRAY(type, name) .name = {medlint_plan_##name, *size++},
#include "linter/match/plan_arrays.def"
#undef MEDLINT_PLAN_ARRAY
  };
}

}  // namespace

const PlanArrays& EmbeddedPlan() {
  static const PlanArrays kArrays = ViewEmbedded();
  return kArrays;
}

}  // namespace medlint
