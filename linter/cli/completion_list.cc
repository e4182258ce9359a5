// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/completion_list.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/flag_table.h"
#include "linter/cli/flags.h"

namespace medlint {
namespace {

using Words = std::vector<std::string>;
using Paths = CompletionList::Paths;

bool IsPlaceholder(std::string_view operand) {
  return !operand.empty() &&
         std::isupper(static_cast<unsigned char>(operand.front())) != 0;
}

// "show|explain FILE|check [FILE]" is show, explain, FILE, check, FILE.
std::vector<std::string_view> OperandNames(std::string_view operands) {
  static constexpr std::string_view kBetween = " |[]:";
  std::vector<std::string_view> names;
  while (true) {
    const std::size_t begin = operands.find_first_not_of(kBetween);
    if (begin == std::string_view::npos) return names;
    const std::size_t end =
        std::min(operands.find_first_of(kBetween, begin), operands.size());
    std::string_view name = operands.substr(begin, end - begin);
    if (name.ends_with("...")) name.remove_suffix(3);
    if (name != "-") names.push_back(name);
    operands.remove_prefix(end);
  }
}

// Puts a list together for the word that is being typed.
class ListMaker {
 public:
  ListMaker(std::string_view typed, const RulesetNames& names)
      : typed_(typed), names_(&names) {}

  void Add(std::string_view word, std::string_view help) {
    if (!word.starts_with(typed_)) return;
    list_.words.push_back(
        {.word = before_ + std::string(word), .help = std::string(help)});
  }

  // What comes after "--flag=" is typed; the words that are added get that put
  // back in front.  The same for the names before the last comma of a list.
  void SkipTo(std::size_t begin) {
    before_ += typed_.substr(0, begin);
    typed_.remove_prefix(begin);
  }

  void AddFlags(Command command) {
    for (const FlagRow& row : FlagTable())
      if (row.IsFor(command)) Add(row.LongName(), row.help);
  }

  void AddCommands() {
    for (const CommandRow& row : CommandTable())
      Add(row.name, row.summary);
  }

  void AddValues(const CommandLine& line, const FlagRow& flag);
  void AddOperands(const CommandLine& line);

  CompletionList Finish() && { return std::move(list_); }

 private:
  void AddThing(const CommandLine& line, std::string_view thing);

  std::string_view typed_;
  std::string before_;
  const RulesetNames* names_;  // not owned
  CompletionList list_;
};

void ListMaker::AddThing(const CommandLine& line, std::string_view thing) {
  if (thing == "RULE" || thing == "TYPE" || thing == "TOPIC") {
    for (const Completion& name : (*names_)(line, thing))
      Add(name.word, name.help);
  } else if (thing == "FOLDER") {
    if (list_.paths == Paths::kNone) list_.paths = Paths::kFolders;
  } else if (thing.starts_with("FILE") || thing == "PATH" ||
             thing == "RULESET") {
    list_.paths = Paths::kFiles;
  }
}

void ListMaker::AddValues(const CommandLine& line, const FlagRow& flag) {
  const std::size_t comma = typed_.rfind(',');
  if (flag.value.ends_with("[,...]") && comma != std::string_view::npos) {
    SkipTo(comma + 1);
  }
  // FORMAT=FILE
  const std::size_t equals = typed_.find('=');
  if (flag.value.ends_with("[=FILE]") && equals != std::string_view::npos) {
    list_.paths = Paths::kFiles;
    return;
  }
  const std::vector<std::string_view> names = NamesTaken(flag);
  for (const std::string_view name : names)
    Add(name, "");
  if (!names.empty()) return;
  static constexpr std::string_view kList = "[,...]";
  std::string_view value = flag.value;
  if (value.ends_with(kList)) value.remove_suffix(kList.size());
  for (const std::string_view thing : OperandNames(value))
    AddThing(line, thing);
}

void ListMaker::AddOperands(const CommandLine& line) {
  const std::vector<std::string_view> names =
      OperandNames(RowOf(line.command).operands);
  for (const std::string_view name : names) {
    if (IsPlaceholder(name)) {
      const bool has_verbs = !IsPlaceholder(names.front());
      if (!has_verbs || !line.operands.empty()) AddThing(line, name);
    } else if (line.operands.empty()) {
      Add(name, "");
    }
  }
}

const FlagRow* FindFlag(Command command, std::string_view name) {
  for (const FlagRow& row : FlagTable()) {
    const std::string_view names = row.names;
    const bool is_short = names.substr(0, 2) == name && !name.starts_with("--");
    if (row.IsFor(command) && (is_short || row.LongName() == name)) return &row;
  }
  return nullptr;
}

CommandLine ReadBefore(Words before) {
  Result<CommandLine> line = ParseCommandLine(before);
  if (line) return *std::move(line);
  // Something is wrong with it, which is not for completions to say.
  before.resize(std::min<std::size_t>(before.size(), 1));
  line = ParseCommandLine(before);
  return line ? *std::move(line) : CommandLine();
}

}  // namespace

CompletionList CompletionsFor(std::span<const std::string> words,
                              const RulesetNames& names) {
  Words before(words.begin(), words.empty() ? words.end() : words.end() - 1);
  const std::string_view typed =
      words.empty() ? std::string_view() : words.back();
  ListMaker maker(typed, names);
  const bool only_operands = std::ranges::find(before, "--") != before.end();
  CommandLine line = ReadBefore(before);
  const FlagRow* const pending = before.empty() || only_operands
                                     ? nullptr
                                     : FindFlag(line.command, before.back());
  if (pending != nullptr && !pending->value.empty()) {
    before.pop_back();
    maker.AddValues(ReadBefore(std::move(before)), *pending);
    return std::move(maker).Finish();
  }
  if (typed.starts_with('-') && !only_operands) {
    const std::size_t equals = typed.find('=');
    const FlagRow* const flag = FindFlag(line.command, typed.substr(0, equals));
    if (equals == std::string_view::npos) {
      maker.AddFlags(line.command);
    } else if (flag != nullptr && !flag->value.empty()) {
      maker.SkipTo(equals + 1);
      maker.AddValues(line, *flag);
    }
    return std::move(maker).Finish();
  }
  if (before.empty()) maker.AddCommands();
  maker.AddOperands(line);
  return std::move(maker).Finish();
}

}  // namespace medlint
