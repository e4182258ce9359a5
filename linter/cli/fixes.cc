// SPDX-License-Identifier: Apache-2.0

#include "linter/cli/fixes.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/console.h"
#include "linter/project/file_bytes.h"
#include "linter/project/patch.h"
#include "linter/report/locator.h"
#include "linter/report/summary.h"

namespace medlint {
namespace {

bool ReadsStandardInput(const CommandLine& line) {
  return std::ranges::find(line.operands, "-") != line.operands.end();
}

bool Refuse(std::string_view flag, std::string_view what,
            std::string_view hint) {
  Complain(Error(Error::Code::kInvalidArgument, flag, what)
               .WithHint(std::string(hint)));
  return false;
}

// Lints a page that fixes have changed, as the first one was.
Result<FileReport> LintFixed(const Site& site, const BaselineInUse& baseline,
                             std::size_t input,
                             std::shared_ptr<const SourceFile> source) {
  Result<FileReport> page = site.LinterOf(input).Lint(std::move(source));
  if (!page) return std::move(page).error();
  page->input = input;
  // What there is to say of exceptions and of the baseline has been said of the
  // page as it was.
  ExceptionLedger ledger;
  site.Except(input, *page, ledger);
  Report alone;
  alone.files.push_back(*std::move(page));
  ApplyBaseline(baseline, site, alone);
  return std::move(alone.files.front());
}

bool HasFix(const FileReport& file, FixScope scope) {
  return std::ranges::any_of(file.findings, [&](const Finding& finding) {
    return FixFor(finding, scope) != nullptr;
  });
}

bool Differs(const FileReport& before, const FileReport& after) {
  return before.source->bytes() != after.source->bytes();
}

// Nothing if there is nothing to fix.
std::optional<FixedPage> FixPageOf(const CommandLine& line, const Site& site,
                                   const BaselineInUse& baseline,
                                   const FileReport& file) {
  const std::size_t input = file.input;
  if (!HasFix(file, FixScopeOf(line))) return std::nullopt;
  return FixPage(file, FixScopeOf(line),
                 {.format = file.source->format(), .encoding = line.encoding},
                 [&](std::shared_ptr<const SourceFile> source) {
                   return LintFixed(site, baseline, input, std::move(source));
                 });
}

// Says of a page as it is now which of its fixes are left out, and why.
void TellUnwritable(const CommandLine& line, const FileReport& file) {
  const std::vector<UnwritableFix> fixes =
      UnwritableFixes(file, FixScopeOf(line));
  if (fixes.empty()) return;
  const Locator locator(*file.source);
  for (const UnwritableFix& each : fixes) {
    const Finding& finding = *each.finding;
    const Position at = locator.Locate(finding.where).start;
    Remark(
        Error(Error::Code::kBadEncoding,
              file.source->name() + ":" + std::to_string(at.line) + ":" +
                  std::to_string(at.column),
              "the fix of " + finding.rule->id + " is not made: " + each.reason)
            .WithHint("save the page as UTF-8"));
  }
}

// Nothing, or why the file was not written.
std::optional<Error> WriteFixed(const SourceFile& before,
                                const SourceFile& after) {
  const Result<std::string> now = ReadFileBytes(before.name());
  if (!now) return now.error();
  if (*now != before.bytes()) {
    return Error(Error::Code::kUnreadable, before.name(),
                 "fixes are not made: the file has changed since it was read")
        .WithHint("run medlint again");
  }
  return ReplaceFile(before.name(), after.bytes());
}

}  // namespace

bool CanFixAsAsked(const CommandLine& line) {
  if (!line.fix && !line.diff) {
    return !line.unsafe_fixes ||
           Refuse("--unsafe-fixes", "only has a meaning with --fix or --diff",
                  "--diff --unsafe-fixes shows what it would change");
  }
  const std::string_view flag = line.diff ? "--diff" : "--fix";
  if (line.staged) {
    return Refuse(flag,
                  "cannot mend what is staged: the index may differ from the "
                  "files, which are what can be written",
                  "fix the files and stage them again: medlint check --fix "
                  "FILE..., git add FILE...");
  }
  if (line.changed_lines) {
    return Refuse(flag,
                  "cannot keep to changed lines: after a fix nobody can tell "
                  "which those were",
                  "leave out --changed-lines to mend the changed files");
  }
  if (ReadsStandardInput(line) &&
      (line.operands.size() > 1 || !line.files_from.empty())) {
    return Refuse(flag,
                  "cannot take standard input together with files: its text "
                  "goes to standard output",
                  "run medlint for each");
  }
  return true;
}

bool FixesTakeOutput(const CommandLine& line) {
  return line.diff || (line.fix && ReadsStandardInput(line));
}

FixScope FixScopeOf(const CommandLine& line) {
  return line.unsafe_fixes ? FixScope::kAll : FixScope::kSafe;
}

void MakeFixes(const CommandLine& line, const Site& site,
               const BaselineInUse& baseline, Report& report) {
  const bool to_output = FixesTakeOutput(line);
  for (FileReport& file : report.files) {
    std::optional<FixedPage> fixed = FixPageOf(line, site, baseline, file);
    if (fixed && fixed->problem) report.errors.push_back(*fixed->problem);
    if (fixed) TellUnwritable(line, fixed->report);
    const bool changed = fixed && Differs(file, fixed->report);
    const SourceFile& after = changed ? *fixed->report.source : *file.source;
    std::optional<Error> failure;
    if (to_output) {
      failure = WriteOutput(after.bytes());
    } else if (changed) {
      failure = WriteFixed(*file.source, after);
    }
    if (failure) {
      report.errors.push_back(*std::move(failure));
    } else if (changed) {
      file = std::move(fixed->report);
      file.fixed = fixed->fixed;
    }
  }
}

bool ShowFixes(const CommandLine& line, const Site& site,
               const BaselineInUse& baseline, Report& report) {
  int findings = 0;
  int files = 0;
  for (const FileReport& file : report.files) {
    const std::optional<FixedPage> fixed =
        FixPageOf(line, site, baseline, file);
    if (fixed && fixed->problem) report.errors.push_back(*fixed->problem);
    if (fixed) TellUnwritable(line, fixed->report);
    if (!fixed || !Differs(file, fixed->report)) continue;
    const Result<std::string> patch =
        MakePatch(file.source->name(), file.source->bytes(),
                  fixed->report.source->bytes(), EnvironmentVariables());
    const std::optional<Error> failure =
        patch ? WriteOutput(*patch) : patch.error();
    if (failure) {
      report.errors.push_back(*failure);
      continue;
    }
    findings += fixed->fixed;
    ++files;
  }
  if (!line.quiet) {
    Tell(files == 0 ? "there is nothing to fix"
                    : "would fix " + Counted(findings, "finding") + " in " +
                          Counted(files, "file"));
  }
  return files > 0;
}

}  // namespace medlint
