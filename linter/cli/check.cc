// SPDX-License-Identifier: Apache-2.0
//
// medlint check: the reason for it all.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "linter/cli/baseline_in_use.h"
#include "linter/cli/changed_inputs.h"
#include "linter/cli/commands.h"
#include "linter/cli/console.h"
#include "linter/cli/excluded_inputs.h"
#include "linter/cli/fixes.h"
#include "linter/cli/flags.h"
#include "linter/cli/inputs.h"
#include "linter/cli/progress.h"
#include "linter/cli/rules_in_use.h"
#include "linter/engine/linter.h"
#include "linter/report/summary.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

int NothingAsked() {
  if (OutputIsTerminal()) {
    WriteOutput(ShortHelpText());
  } else {
    Complain(
        Error(Error::Code::kInvalidArgument, "", "there is nothing to lint")
            .WithHint("medlint PATH... lints files and folders, medlint - "
                      "standard input; "
                      "medlint --help says more"));
  }
  return kExitNotDone;
}

// What goes where.  False, after a complaint, if two formats want standard
// output.
bool PlanFormats(const CommandLine& line, std::vector<FormatRequest>& formats) {
  formats = line.formats;
  if (formats.empty()) {
    formats.push_back(
        {.format = FindFormat(OutputIsTerminal() ? "full" : "concise"),
         .file = ""});
  }
  const auto to_output = std::ranges::count(formats, "", &FormatRequest::file);
  if (to_output > 1) {
    Complain(Error(Error::Code::kInvalidArgument, "--format",
                   "only one format can go to standard output")
                 .WithHint("write the others to files: json=report.json"));
    return false;
  }
  if (line.quiet || line.diff)
    std::erase_if(formats, [](const FormatRequest& request) {
      return request.file.empty();
    });
  return true;
}

}  // namespace

std::vector<std::string> PagesOf(const CommandLine& line,
                                 const Inputs& inputs) {
  std::vector<std::string> pages;
  if (inputs.standard_input) {
    pages.push_back(line.stdin_filename.value_or("./"));
  }
  pages.insert(pages.end(), inputs.paths.begin(), inputs.paths.end());
  if (pages.empty()) pages.emplace_back("./");
  return pages;
}

Report LintInputs(const CommandLine& line, Inputs inputs, const Site& site) {
  const std::size_t first_path = inputs.standard_input ? 1 : 0;
  const std::size_t count = first_path + inputs.paths.size();
  const auto read = [&](std::size_t i) {
    if (i < first_path) return ReadStandardInput(line);
    return inputs.index ? ReadStagedInput(line, inputs, i - first_path)
                        : ReadInput(line, inputs.paths[i - first_path]);
  };
  // One page is done before a second thread has started.
  const auto processors = static_cast<int>(std::thread::hardware_concurrency());
  const int threads = line.jobs > 0 ? line.jobs : std::max(1, processors);
  std::vector<Error> remarks;
  Report report;
  {
    Progress progress(count, !line.quiet && ProgressIsWelcome());
    report =
        site.Lint(count, read, threads, remarks, [&] { progress.FileDone(); });
  }
  for (const Error& remark : remarks)
    Remark(remark);
  report.errors.insert(report.errors.begin(),
                       std::make_move_iterator(inputs.errors.begin()),
                       std::make_move_iterator(inputs.errors.end()));
  return report;
}

namespace {

// Appends the summary of the first format that has one, if there is a place for
// it.  False, after a complaint, if it could not be written.
bool WriteStepSummaryFile(const std::vector<FormatRequest>& formats,
                          const WriteOptions& options, const Report& report) {
  const std::string path = StepSummaryPath();
  const auto request =
      std::ranges::find_if(formats, [](const FormatRequest& each) {
        return each.format->step_summary != nullptr;
      });
  if (path.empty() || request == formats.end()) return true;
  const std::optional<Error> failure =
      AppendToFile(path, request->format->step_summary(report, options));
  if (failure) Complain(*failure);
  return !failure;
}

// False, after complaints, if anything could not be written.
bool WriteReports(const CommandLine& line,
                  const std::vector<FormatRequest>& formats,
                  std::optional<Severity> fail_on, const Report& report,
                  bool untidy) {
  WriteOptions options{.max_per_rule = line.max_per_rule,
                       .fail_on = fail_on,
                       .untidy = untidy,
                       .explain_type = line.explain_type,
                       .show_suppressed = line.show_suppressed};
  bool good = true;
  for (const FormatRequest& request : formats) {
    const bool to_output = request.file.empty();
    options.color = to_output && !FixesTakeOutput(line) && UseColor(line.color);
    const std::string text = request.format->write(report, options);
    if (to_output && FixesTakeOutput(line)) {
      WriteProgress(text);
      continue;
    }
    const std::optional<Error> failure =
        to_output ? WriteOutput(text) : WriteFile(request.file, text);
    if (failure) {
      Complain(*failure);
      good = false;
    }
  }
  return WriteStepSummaryFile(formats, options, report) && good;
}

}  // namespace

int RunCheck(const CommandLine& line) {
  const bool changes_only = AsksForChanges(line);
  if (line.operands.empty() && line.files_from.empty() && !changes_only) {
    return NothingAsked();
  }
  std::vector<FormatRequest> formats;
  if (!CanFixAsAsked(line) || !PlanFormats(line, formats)) return kExitNotDone;
  std::optional<Inputs> inputs =
      changes_only ? CollectChangedInputs(line) : CollectInputs(line);
  if (!inputs) return kExitNotDone;
  std::optional<Site> site =
      OpenSite(line, PagesOf(line, *inputs), {.examples = false});
  if (!site) return kExitNotDone;
  const bool all_excluded = PassOverExcluded(line, *inputs, *site);
  if (site->active_rule_count() == 0) {
    Complain(Error(Error::Code::kInvalidArgument, "", "no rule is active")
                 .WithHint("--select and --ignore leave none, the "
                           "configuration has all off, or there is no "
                           "ruleset"));
    return kExitNotDone;
  }
  const std::optional<BaselineInUse> baseline =
      LoadBaselineInUse(line, site->revision());
  if (!baseline) return kExitNotDone;
  // That there is no article to lint has been told in one line; a report that
  // nobody asked for would add four.
  if ((changes_only || all_excluded) && inputs->paths.empty() &&
      line.formats.empty()) {
    formats.clear();
  }

  const auto changed = std::move(inputs->changed);
  Report report = LintInputs(line, *std::move(inputs), *site);
  ApplyBaseline(*baseline, *site, report);
  // After the baseline, which would take what is left out for mended.
  if (changed) KeepChangedLines(*changed, report);
  const bool would_change =
      line.diff && ShowFixes(line, *site, *baseline, report);
  if (line.fix && !line.diff) MakeFixes(line, *site, *baseline, report);
  for (const Error& error : report.errors)
    Complain(error);
  const std::optional<Severity> fail_on = FailLevelOf(line, *site).least;
  const bool untidy = line.strict && IsUntidy(report, *site);
  const bool written = WriteReports(line, formats, fail_on, report, untidy);
  if (!written || !report.errors.empty()) return kExitNotDone;
  if (line.diff) return would_change ? kExitFindings : kExitClean;
  const bool failed = fail_on && CountFrom(report, *fail_on) > 0;
  return failed || untidy ? kExitFindings : kExitClean;
}

}  // namespace medlint
