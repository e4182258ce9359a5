// SPDX-License-Identifier: Apache-2.0
//
// The one table of commands and flags: the parser, --help, "did you mean", the
// completions of shells and the manual all read it.

#ifndef LINTER_CLI_FLAG_TABLE_H_
#define LINTER_CLI_FLAG_TABLE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/command_line.h"

namespace medlint {

struct CommandRow {
  Command command = Command::kCheck;
  std::string_view name;      // "check"
  std::string_view operands;  // "PATH...|-"
  std::string_view summary;
};

// In alphabetical order.
std::span<const CommandRow> CommandTable();

const CommandRow& RowOf(Command command);

// What is wrong with a value; both "" if nothing is.
struct FlagMistake {
  std::string what;
  std::string hint;
  std::vector<std::string_view> names =
      {};  // those it takes, if it takes names
};

struct FlagRow {
  std::string_view group;  // "rules"; rows of one group stand together
  std::string_view names;  // "-f,--format"
  std::string_view value;  // "FORMAT[=FILE]"; "" for a switch
  std::string_view help;   // one sentence, without a final stop
  unsigned commands = 0;   // bit i: for Command(i)

  // Called for each use, in order.  A switch gets "".
  FlagMistake (*set)(CommandLine& line, std::string_view value) = nullptr;

  bool IsFor(Command command) const {
    return (commands >> static_cast<unsigned>(command) & 1U) != 0;
  }
  std::string_view LongName() const { return names.substr(names.find("--")); }
};

std::span<const FlagRow> FlagTable();

// The names of which the value of a flag must be one, in the order of
// messages; none if it takes other things.
std::vector<std::string_view> NamesTaken(const FlagRow& flag);

struct ExitRow {
  std::string_view status;  // "0"
  std::string_view meaning;
};

std::span<const ExitRow> ExitTable();

}  // namespace medlint

#endif  // LINTER_CLI_FLAG_TABLE_H_
