// SPDX-License-Identifier: Apache-2.0

#include "linter/fixes/registry.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace medlint {

#define MEDLINT_REPAIR(name)       \
  namespace name {                 \
  extern const RepairKind kRepair; \
  }
#include "linter/fixes/fixes.def"
#undef MEDLINT_REPAIR

std::span<const RepairKind* const> AllRepairs() {
  static constexpr const RepairKind* kRepairs[] = {
#define MEDLINT_REPAIR(name) &name::kRepair,
#include "linter/fixes/fixes.def"
#undef MEDLINT_REPAIR
  };
  return kRepairs;
}

const RepairKind* FindRepair(std::string_view name) {
  const auto repairs = AllRepairs();
  const auto it = std::ranges::find(repairs, name, &RepairKind::name);
  return it == repairs.end() ? nullptr : *it;
}

}  // namespace medlint
