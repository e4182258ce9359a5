// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/flag_table.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/cli/flag_values.h"

namespace medlint {
namespace {

constexpr unsigned Bit(Command command) {
  return 1U << static_cast<unsigned>(command);
}

constexpr unsigned kCheck = Bit(Command::kCheck);
constexpr unsigned kBaseline = Bit(Command::kBaseline);
constexpr unsigned kChecks = kCheck | kBaseline;  // many files
constexpr unsigned kLints = kChecks | Bit(Command::kWhy);
constexpr unsigned kLsp = Bit(Command::kLsp);
constexpr unsigned kReads = kLints | Bit(Command::kOutline);
constexpr unsigned kRulesets = kLints | Bit(Command::kRules) |
                               Bit(Command::kExplain) | Bit(Command::kTest);
constexpr unsigned kConfigured = (kRulesets & ~Bit(Command::kTest)) |
                                 Bit(Command::kOutline) |
                                 Bit(Command::kConfig) | kLsp;
constexpr unsigned kAll =
    kRulesets | kReads | Bit(Command::kConfig) | Bit(Command::kInit) | kLsp;
constexpr unsigned kEvery = kAll | Bit(Command::kHook) |
                            Bit(Command::kCompletions) | Bit(Command::kMan);

constexpr CommandRow kCommands[] = {
    {Command::kBaseline, "baseline", "create|update|prune|show [PATH...]",
     "keep the findings that are not to be reported again"},
    {Command::kCheck, "check", "PATH...|-",
     "lint files, folders or standard input; the default command"},
    {Command::kCompletions, "completions", "bash|zsh|fish",
     "print the script that lets a shell complete commands, flags and rules"},
    {Command::kConfig, "config", "show|explain FILE|check [FILE]|schema",
     "show what the configuration comes to, what is wrong with it, its schema"},
    {Command::kExplain, "explain", "RULE",
     "say what a rule looks for, why, and when it is silent"},
    {Command::kHook, "hook", "install|uninstall|status",
     "lint what is staged before each commit of a git repository"},
    {Command::kInit, "init", "[FOLDER]",
     "write a first medlint.toml from what the pages of a site look like"},
    {Command::kLsp, "lsp", "",
     "serve an editor: the language server protocol on standard input and "
     "output"},
    {Command::kMan, "man", "[medlint.toml]",
     "print the manual page of medlint, or of medlint.toml, for man -l -"},
    {Command::kOutline, "outline", "FILE|-",
     "show what medlint reads in a page: sections, blocks, metadata"},
    {Command::kRules, "rules", "", "list the rules"},
    {Command::kTest, "test", "[RULESET...]",
     "hold rules to their own examples"},
    {Command::kWhy, "why", "FILE:LINE[:COLUMN]",
     "say what rules made of a place, and what excused it"},
};

constexpr FlagRow kFlags[] = {
    {"rules", "--select", "RULE[,...]",
     "run only these rules: claims/cure, claims/*",
     kLints | Bit(Command::kRules),
     [](CommandLine& line, std::string_view value) {
       return ReadList(value, line.select);
     }},
    {"rules", "--ignore", "RULE[,...]",
     "do not run these rules; the more exact of two selectors wins",
     kLints | Bit(Command::kRules),
     [](CommandLine& line, std::string_view value) {
       return ReadList(value, line.ignore);
     }},
    {"rules", "--ruleset", "FILE|FOLDER",
     "add the rules of a .toml file, or of all in a folder", kConfigured,
     [](CommandLine& line, std::string_view value) {
       line.rulesets.emplace_back(value);
       return FlagMistake();
     }},
    {"rules", "--no-builtin", "",
     "leave out all that comes with medlint: rules, lexicons, page types, "
     "negation cues",
     kConfigured | Bit(Command::kTest),
     [](CommandLine& line, std::string_view /*value*/) {
       line.no_builtin = true;
       return FlagMistake();
     }},
    {"rules", "-c,--config", "FILE",
     "read this medlint.toml for all pages, not the nearest of each (default: "
     "MEDLINT_CONFIG)",
     kConfigured,
     [](CommandLine& line, std::string_view value) {
       line.config = value;
       return FlagMistake();
     }},
    {"rules", "--config-from", "REV",
     "read medlint.toml, what it extends and the baseline as they are in that "
     "git revision: a change cannot bring its own",
     kCheck | Bit(Command::kConfig),
     [](CommandLine& line, std::string_view value) {
       return ReadText(value, line.config_from);
     }},
    {"rules", "--no-config", "", "do not read medlint.toml", kAll,
     [](CommandLine& line, std::string_view /*value*/) {
       line.no_config = true;
       return FlagMistake();
     }},
    {"rules", "--min-severity", "LEVEL",
     "drop findings below error, warning or info", (kLints & ~kBaseline) | kLsp,
     [](CommandLine& line, std::string_view value) {
       return ReadSeverity(value, line.min_severity.emplace());
     }},
    {"rules", "--as-of", "YYYY-MM-DD",
     "the day that counts as today (default: SOURCE_DATE_EPOCH, or today, UTC)",
     kLints | kLsp,
     [](CommandLine& line, std::string_view value) {
       return ReadDate(value, line.as_of);
     }},
    {"rules", "--profile", "NAME[,...]",
     "also run the rules for a region: us, uk, eu, au, nz, intl", kLints | kLsp,
     [](CommandLine& line, std::string_view value) {
       static constexpr std::string_view kNames[] = {"intl", "us", "uk",
                                                     "eu",   "au", "nz"};
       return ReadNames(value, kNames, line.profiles);
     }},

    {"rules", "--strict", "",
     "also drop guards one at a time, and name those that no example needs",
     Bit(Command::kTest),
     [](CommandLine& line, std::string_view /*value*/) {
       line.strict = true;
       return FlagMistake();
     }},
    {"pages", "--reading", "",
     "show how the page is read: kind, type, credits, and what its sentences "
     "deny, hedge, ask, report",
     Bit(Command::kOutline),
     [](CommandLine& line, std::string_view /*value*/) {
       line.reading = true;
       return FlagMistake();
     }},
    {"pages", "--type", "TYPE", "the article type, not to be worked out",
     kLints | Bit(Command::kOutline),
     [](CommandLine& line, std::string_view value) {
       line.type = value;
       return FlagMistake();
     }},
    {"pages", "--topic", "TOPIC[,...]", "the topics, not to be worked out",
     kLints | Bit(Command::kOutline),
     [](CommandLine& line, std::string_view value) {
       return ReadList(value, line.topics);
     }},
    {"pages", "--explain-type", "", "show how the article type was worked out",
     kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.explain_type = true;
       return FlagMistake();
     }},
    {"pages", "--encoding", "LABEL",
     "the encoding of the files, not to be worked out", kReads,
     [](CommandLine& line, std::string_view value) {
       line.encoding = value;
       return FlagMistake();
     }},

    {"suppress", "--no-inline", "",
     "report what comments and attributes in the pages suppress", kLints | kLsp,
     [](CommandLine& line, std::string_view /*value*/) {
       line.no_inline = true;
       return FlagMistake();
     }},
    {"suppress", "--require-reason", "",
     "suppressions in pages hold only with a reason", kLints | kLsp,
     [](CommandLine& line, std::string_view /*value*/) {
       line.require_reason = true;
       return FlagMistake();
     }},
    {"suppress", "--baseline", "FILE",
     "the baseline (default: the nearest .medlint-baseline.toml, from the "
     "working folder up to the root of the repository)",
     kChecks | kLsp,
     [](CommandLine& line, std::string_view value) {
       line.baseline = value;
       return FlagMistake();
     }},
    {"suppress", "--no-baseline", "", "also report what is in the baseline",
     kCheck | kLsp,
     [](CommandLine& line, std::string_view /*value*/) {
       line.no_baseline = true;
       return FlagMistake();
     }},
    {"suppress", "--force", "", "create: replace a baseline that is there",
     kBaseline,
     [](CommandLine& line, std::string_view /*value*/) {
       line.force = true;
       return FlagMistake();
     }},

    {"files", "--stdin-filename", "PATH",
     "what to call standard input, and by which name to tell its format",
     kReads & ~kBaseline & ~Bit(Command::kWhy),
     [](CommandLine& line, std::string_view value) {
       line.stdin_filename = value;
       return FlagMistake();
     }},
    {"files", "--files-from", "FILE|-", "also lint the paths listed in a file",
     kChecks,
     [](CommandLine& line, std::string_view value) {
       line.files_from = value;
       return FlagMistake();
     }},
    {"files", "-0,--null", "",
     "paths of --files-from end with NUL, not with a line end", kChecks,
     [](CommandLine& line, std::string_view /*value*/) {
       line.null_separated = true;
       return FlagMistake();
     }},
    {"files", "--no-gitignore", "", "lint what .gitignore hides too", kChecks,
     [](CommandLine& line, std::string_view /*value*/) {
       line.no_gitignore = true;
       return FlagMistake();
     }},
    {"files", "--force-exclude", "",
     "pass over what `exclude` in medlint.toml names even if it is given by "
     "its path",
     kChecks,
     [](CommandLine& line, std::string_view /*value*/) {
       line.force_exclude = true;
       return FlagMistake();
     }},
    {"files", "--max-file-size", "SIZE",
     "do not lint larger files, but say so (default: 100M)", kReads,
     [](CommandLine& line, std::string_view value) {
       return ReadSize(value, line.max_file_size);
     }},

    {"changes", "--staged", "",
     "lint what is staged in git, as it is in the index", kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.staged = true;
       return FlagMistake();
     }},
    {"changes", "--changed-since", "REV",
     "lint the files of the work tree that differ from where REV and HEAD "
     "part, are staged, or are new",
     kCheck,
     [](CommandLine& line, std::string_view value) {
       return ReadText(value, line.changed_since);
     }},
    {"changes", "--diff-from", "FILE|-",
     "lint the files that a unified diff names", kCheck,
     [](CommandLine& line, std::string_view value) {
       return ReadText(value, line.diff_from);
     }},
    {"changes", "--changed-lines", "",
     "with one of these: report only findings on changed lines, and those "
     "about changed pages as a whole",
     kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.changed_lines = true;
       return FlagMistake();
     }},

    {"fixes", "--fix", "",
     "make the fixes that change nothing readers are meant to see, and report "
     "what is left; the text of standard input goes to standard output",
     kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.fix = true;
       return FlagMistake();
     }},
    {"fixes", "--unsafe-fixes", "",
     "with --fix or --diff: also the fixes that a person must look at", kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.unsafe_fixes = true;
       return FlagMistake();
     }},
    {"fixes", "--diff", "",
     "write no file, but a patch that makes the fixes (for git apply), in "
     "place of the report; the exit status is 1 if it changes anything",
     kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.diff = true;
       return FlagMistake();
     }},

    {"report", "-f,--format", "FORMAT[=FILE]",
     "one of the formats below; repeat to write several (default: full on a "
     "terminal, else concise)",
     kCheck,
     [](CommandLine& line, std::string_view value) {
       return ReadFormat(value, line.formats);
     }},
    {"report", "--format", "FORMAT", "text, json or markdown",
     Bit(Command::kRules),
     [](CommandLine& line, std::string_view value) {
       static constexpr std::string_view kNames[] = {"json", "markdown",
                                                     "text"};
       return ReadName(value, kNames, line.rules_format);
     }},
    {"report", "--max-per-rule", "N",
     "show N findings of a rule in a file, then a count; 0 shows all "
     "(default: 5)",
     kCheck,
     [](CommandLine& line, std::string_view value) {
       return ReadNumber(value, 0, line.max_per_rule);
     }},
    {"report", "--show-suppressed", "",
     "list what is suppressed, or in the baseline, with the reason", kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.show_suppressed = true;
       return FlagMistake();
     }},
    {"report", "--color", "WHEN",
     "auto, always or never; auto heeds NO_COLOR and CLICOLOR_FORCE", kCheck,
     [](CommandLine& line, std::string_view value) {
       return ReadColor(value, line.color);
     }},
    {"report", "-q,--quiet", "",
     "write no report to standard output and show no progress; the exit status "
     "tells",
     kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.quiet = true;
       return FlagMistake();
     }},

    {"run", "--fail-on", "LEVEL",
     "the least severity that makes the exit status 1: error, warning, info "
     "or never (default: error)",
     kCheck,
     [](CommandLine& line, std::string_view value) {
       return ReadFailOn(value, line.fail_on.emplace().least);
     }},
    {"run", "--strict", "",
     "stale baseline entries, and suppressions that are unused, expired or "
     "otherwise wrong, make the exit status 1 too",
     kCheck,
     [](CommandLine& line, std::string_view /*value*/) {
       line.strict = true;
       return FlagMistake();
     }},
    {"run", "-j,--jobs", "N",
     "lint N files at a time (default: all processors)", kChecks,
     [](CommandLine& line, std::string_view value) {
       return ReadNumber(value, 1, line.jobs);
     }},
    {"run", "-h,--help", "", "show this help", kEvery,
     [](CommandLine& line, std::string_view /*value*/) {
       line.help = true;
       return FlagMistake();
     }},
    {"run", "-V,--version", "", "show the version, and those of the rulesets",
     kRulesets,
     [](CommandLine& line, std::string_view /*value*/) {
       line.version = true;
       return FlagMistake();
     }},
};

constexpr ExitRow kExits[] = {
    {"0", "nothing at or above --fail-on"},
    {"1", "findings, rules that fail their examples, no hook installed"},
    {"2", "not done as asked: usage, unreadable files, bad rulesets"},
    {"3", "a fault in medlint"},
};

}  // namespace

std::span<const CommandRow> CommandTable() {
  return kCommands;
}

const CommandRow& RowOf(Command command) {
  return kCommands[static_cast<unsigned>(command)];
}

std::span<const FlagRow> FlagTable() {
  return kFlags;
}

std::span<const ExitRow> ExitTable() {
  return kExits;
}

std::vector<std::string_view> NamesTaken(const FlagRow& flag) {
  if (flag.value.empty()) return {};
  CommandLine scratch;
  // Nothing is called that, so a flag that takes names says which.
  return flag.set(scratch, "?").names;
}

}  // namespace medlint
