// SPDX-License-Identifier: Apache-2.0
//
// The pages of the manual, made of the tables that the program itself works
// with.

#ifndef LINTER_CLI_MANUAL_H_
#define LINTER_CLI_MANUAL_H_

#include <string>

#include "linter/page/date.h"

namespace medlint {

// medlint(1), from the tables of commands, flags, formats and exit statuses.
std::string ProgramManual(const Date& date);

// medlint.toml(5), from the schema of config_schema.h.
std::string ConfigManual(const Date& date);

}  // namespace medlint

#endif  // LINTER_CLI_MANUAL_H_
