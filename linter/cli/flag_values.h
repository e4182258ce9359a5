// SPDX-License-Identifier: Apache-2.0
//
// Reads the values of flags.  Each returns what is wrong, if anything, and then
// leaves "out" alone.

#ifndef LINTER_CLI_FLAG_VALUES_H_
#define LINTER_CLI_FLAG_VALUES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/command_line.h"
#include "linter/cli/flag_table.h"

namespace medlint {

// "error", "warning" or "info".
FlagMistake ReadSeverity(std::string_view value, Severity& out);
// The same, or "never" for nothing.
FlagMistake ReadFailOn(std::string_view value, std::optional<Severity>& out);
FlagMistake ReadDate(std::string_view value, std::optional<Date>& out);
// A number from "least" up.
FlagMistake ReadNumber(std::string_view value, int least, int& out);
// "200", "200K", "1.5M" is none; K, M and G are powers of 1024.
FlagMistake ReadSize(std::string_view value, std::uint64_t& out);
FlagMistake ReadFormat(std::string_view value, std::vector<FormatRequest>& out);
FlagMistake ReadColor(std::string_view value, WhenColor& out);
// Anything but nothing.
FlagMistake ReadText(std::string_view value, std::string& out);
// One of "names".
FlagMistake ReadName(std::string_view value,
                     std::span<const std::string_view> names, std::string& out);
// Appends the parts of "a,b", each one of "names".
FlagMistake ReadNames(std::string_view value,
                      std::span<const std::string_view> names,
                      std::vector<std::string>& out);
// Appends the parts of "a,b".
FlagMistake ReadList(std::string_view value, std::vector<std::string>& out);

}  // namespace medlint

#endif  // LINTER_CLI_FLAG_VALUES_H_
