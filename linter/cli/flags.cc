// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/spelling.h"
#include "linter/cli/console.h"
#include "linter/cli/flag_table.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

constexpr std::size_t kHelpColumn = 30;
constexpr std::size_t kHelpWidth = 79;

// Removes the command's name from the front, if it is there.
Command TakeCommand(std::vector<std::string>& arguments) {
  if (arguments.empty()) return Command::kCheck;
  const auto commands = CommandTable();
  const auto it =
      std::ranges::find(commands, arguments.front(), &CommandRow::name);
  if (it == commands.end()) return Command::kCheck;
  arguments.erase(arguments.begin());
  return it->command;
}

Error UnknownFlag(std::string_view argument, Command command) {
  const std::string_view name = argument.substr(0, argument.find('='));
  std::vector<std::string_view> names;
  for (const FlagRow& row : FlagTable()) {
    if (row.IsFor(command)) names.push_back(row.LongName());
  }
  std::string hint = DidYouMean(name, names);
  if (hint.empty()) {
    for (const FlagRow& row : FlagTable()) {
      if (row.LongName() == name) {
        hint = "it is not a flag of `" + std::string(RowOf(command).name) + "`";
      }
    }
  }
  return UsageError(name, "there is no such flag", std::move(hint));
}

Error MissingValue(std::string_view name, Command command) {
  for (const FlagRow& row : FlagTable()) {
    if (row.IsFor(command) && row.LongName() == name) {
      return UsageError(name, "needs a value: " + std::string(row.value));
    }
  }
  return UsageError(name, "needs a value");
}

// A flag of the command, as CLI11 and as we know it.
struct BoundFlag {
  const FlagRow* row = nullptr;
  const CLI::Option* option = nullptr;
};

std::vector<BoundFlag> BindFlags(Command command, CLI::App& app) {
  // CLI11 only takes the arguments apart; values are read from results().
  const auto keep = [](const CLI::results_t&) { return true; };
  std::vector<BoundFlag> flags;
  for (const FlagRow& row : FlagTable()) {
    if (!row.IsFor(command)) continue;
    CLI::Option* option = nullptr;
    if (row.value.empty()) {
      option = app.add_flag(std::string(row.names));
    } else {
      option = app.add_option(std::string(row.names), keep);
    }
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    flags.push_back({.row = &row, .option = option});
  }
  return flags;
}

// What CLI11 says of a switch that is there.
constexpr std::string_view kSwitchedOn = "true";

// Reads the values that CLI11 has collected.
Result<CommandLine> ReadValues(const std::vector<BoundFlag>& flags,
                               CommandLine line) {
  for (const auto& [row, option] : flags) {
    for (const std::string& value : option->results()) {
      const bool is_switch = row->value.empty();
      if (is_switch && value != kSwitchedOn) {
        return UsageError(row->LongName(), "takes no value");
      }
      FlagMistake mistake = row->set(line, is_switch ? "" : value);
      if (!mistake.what.empty()) {
        return UsageError(row->LongName(), mistake.what,
                          std::move(mistake.hint));
      }
    }
  }
  return line;
}

Result<CommandLine> Parse(std::vector<std::string> arguments,
                          CommandLine line) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const std::vector<BoundFlag> flags = BindFlags(line.command, app);
  std::ranges::reverse(arguments);  // CLI11 takes them from the back
  app.parse(std::move(arguments));
  for (std::string& extra : app.remaining()) {
    if (extra.size() > 1 && extra.starts_with('-')) {
      return UnknownFlag(extra, line.command);
    }
    line.operands.push_back(std::move(extra));
  }
  return ReadValues(flags, std::move(line));
}

// Words, wrapped and indented to the help column.
std::string Wrapped(std::string_view text) {
  std::string out;
  std::size_t column = kHelpColumn;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (column > kHelpColumn && column + 1 + end > kHelpWidth) {
      out += "\n" + std::string(kHelpColumn, ' ');
      column = kHelpColumn;
    } else if (column > kHelpColumn) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, end);
    column += end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + "\n";
}

std::string HelpLine(std::string left, std::string_view help) {
  left = "  " + left;
  if (left.size() + 2 > kHelpColumn) {
    left += "\n" + std::string(kHelpColumn, ' ');
  } else {
    left.append(kHelpColumn - left.size(), ' ');
  }
  return left + Wrapped(help);
}

std::string FlagLine(const FlagRow& row) {
  std::string left = row.names.starts_with("--") ? "    " : "";
  for (const char c : row.names)
    left += c == ',' ? ", " : std::string(1, c);
  if (!row.value.empty()) left += " " + std::string(row.value);
  return HelpLine(std::move(left), row.help);
}

}  // namespace

Result<CommandLine> ParseCommandLine(std::vector<std::string> arguments) {
  CommandLine line;
  line.command = TakeCommand(arguments);
  const Command command = line.command;
  const auto end_of_flags = std::ranges::find(arguments, "--");
  std::vector<std::string> after;
  if (end_of_flags != arguments.end()) {
    after.assign(end_of_flags + 1, arguments.end());
    arguments.erase(end_of_flags, arguments.end());
  }
  try {
    Result<CommandLine> parsed = Parse(std::move(arguments), std::move(line));
    if (!parsed) return std::move(parsed).error();
    std::ranges::move(after, std::back_inserter(parsed->operands));
    return parsed;
  } catch (const CLI::ArgumentMismatch& mismatch) {
    const std::string_view what = mismatch.what();
    return MissingValue(what.substr(0, what.find(':')), command);
  } catch (const CLI::Error& error) {
    return UsageError("", error.what());
  }
}

std::string HelpText(Command command) {
  const CommandRow& row = RowOf(command);
  std::string text;
  if (command == Command::kCheck) {
    text += "medlint lints pages on health for claims, safety and trust.\n\n";
    text += "usage: medlint [check] [FLAG...] PATH...|-\n";
  } else {
    text += "usage: medlint " + std::string(row.name) + " [FLAG...]" +
            (row.operands.empty() ? "" : " " + std::string(row.operands)) +
            "\n\n" + std::string(row.summary) + "\n";
  }
  if (command == Command::kCheck) {
    text += "\ncommands (medlint COMMAND --help says more)\n";
    for (const CommandRow& each : CommandTable()) {
      text +=
          HelpLine(std::string(each.name) + " " + std::string(each.operands),
                   each.summary);
    }
  }
  std::string_view group;
  for (const FlagRow& flag : FlagTable()) {
    if (!flag.IsFor(command)) continue;
    if (flag.group != group) {
      group = flag.group;
      text += "\n" + std::string(group) + "\n";
    }
    text += FlagLine(flag);
  }
  if (command == Command::kCheck) {
    text += "\nformats\n";
    for (const Format& format : AllFormats())
      text += HelpLine(std::string(format.name), format.summary);
  }
  text += "\nexit status\n";
  for (const ExitRow& exit : ExitTable()) {
    text += "  " + std::string(exit.status) + "  " + std::string(exit.meaning) +
            "\n";
  }
  return text;
}

std::string ShortHelpText() {
  return "usage: medlint [check] [FLAG...] PATH...|-\n"
         "medlint --help says more\n";
}

}  // namespace medlint
