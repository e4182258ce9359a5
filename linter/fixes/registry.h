// SPDX-License-Identifier: Apache-2.0
//
// The repairs that this build knows.

#ifndef LINTER_FIXES_REGISTRY_H_
#define LINTER_FIXES_REGISTRY_H_

#include <span>
#include <string_view>

#include "linter/rule/kind.h"

namespace medlint {

// Returns all repairs in alphabetical order.
std::span<const RepairKind* const> AllRepairs();

// Returns the repair called "name", or null.
const RepairKind* FindRepair(std::string_view name);

}  // namespace medlint

#endif  // LINTER_FIXES_REGISTRY_H_
