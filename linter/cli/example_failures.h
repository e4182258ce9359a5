// SPDX-License-Identifier: Apache-2.0
//
// Examples that do not hold, for people.

#ifndef LINTER_CLI_EXAMPLE_FAILURES_H_
#define LINTER_CLI_EXAMPLE_FAILURES_H_

#include <string>

#include "linter/engine/self_check.h"

namespace medlint {

// "house.toml:12:8: missing[claims/zap] flagged nothing", with the example.
std::string FailureText(const ExampleFailure& failure);

}  // namespace medlint

#endif  // LINTER_CLI_EXAMPLE_FAILURES_H_
