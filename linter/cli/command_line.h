// SPDX-License-Identifier: Apache-2.0
//
// What was asked for on the command line, checked and in its types.

#ifndef LINTER_CLI_COMMAND_LINE_H_
#define LINTER_CLI_COMMAND_LINE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linter/page/date.h"
#include "linter/project/config_file.h"
#include "linter/report/writer.h"
#include "linter/rule/finding.h"

namespace medlint {

enum class Command {
  kBaseline,
  kCheck,
  kCompletions,
  kConfig,
  kExplain,
  kHook,
  kInit,
  kLsp,
  kMan,
  kOutline,
  kRules,
  kTest,
  kWhy
};

enum class WhenColor { kAuto, kAlways, kNever };

// --format FORMAT[=FILE]
struct FormatRequest {
  const Format* format = nullptr;  // never null
  std::string file;                // "" for standard output
};

struct CommandLine {
  Command command = Command::kCheck;
  bool help = false;
  bool version = false;
  std::vector<std::string> operands;  // what is not a flag

  // Rules.
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> rulesets;
  bool no_builtin = false;
  bool no_config = false;
  std::string config;       // "": that of each page
  std::string config_from;  // a revision; "" for the work tree
  std::optional<Severity> min_severity;
  std::optional<Date> as_of;  // nothing: today

  // Pages.
  std::string type;
  std::vector<std::string> topics;
  std::vector<std::string> profiles;
  std::string encoding;
  bool explain_type = false;
  bool strict = false;   // of test and check
  bool reading = false;  // of outline

  // What is not to be reported.
  bool no_inline = false;  // pages suppress nothing
  bool require_reason = false;
  std::string baseline;  // "" for the nearest
  bool no_baseline = false;
  bool force = false;  // of baseline

  // Files.
  std::optional<std::string> stdin_filename;
  std::string files_from;  // "" for none
  bool null_separated = false;
  bool no_gitignore = false;
  bool force_exclude = false;
  std::uint64_t max_file_size = std::uint64_t{100} << 20U;  // bytes

  // Changes.
  bool staged = false;
  std::string changed_since;  // a revision; "" for none
  std::string diff_from;      // a file, or "-"; "" for none
  bool changed_lines = false;

  // Fixes.
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;

  // Report.
  std::vector<FormatRequest> formats;
  std::string rules_format = "text";  // of "rules"
  WhenColor color = WhenColor::kAuto;
  int max_per_rule = 5;
  bool show_suppressed = false;
  bool quiet = false;

  std::optional<FailLevel> fail_on;
  int jobs = 0;  // 0: one per processor
};

}  // namespace medlint

#endif  // LINTER_CLI_COMMAND_LINE_H_
