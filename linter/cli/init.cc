// SPDX-License-Identifier: Apache-2.0
//
// medlint init: a first medlint.toml, from what the pages of the site look
// like.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "linter/cli/commands.h"
#include "linter/cli/config_text.h"
#include "linter/cli/console.h"
#include "linter/cli/inputs.h"
#include "linter/cli/rules_in_use.h"
#include "linter/cli/site_survey.h"
#include "linter/report/summary.h"
#include "linter/report/terminal_text.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPlaces = 3;
constexpr std::size_t kMostRules = 10;

// "# authors    p.byline (3 pages), meta:author (1 page)"
std::string CountsLine(std::string_view what, const SiteSurvey::Counts& counts,
                       std::string_view none) {
  std::string line = "#   " + std::string(what) + ": ";
  for (std::size_t i = 0; i < std::min(counts.size(), kMostPlaces); ++i) {
    const auto& [name, pages] = counts[i];
    line += (i > 0 ? ", " : "") + VisibleLine(name) + " (" +
            Counted(pages, "page") + ")";
  }
  if (counts.empty()) line += none;
  return line + "\n";
}

std::string RuleLines(const SiteSurvey& survey) {
  std::vector<SiteSurvey::RuleCount> rules = survey.Rules();
  rules.resize(std::min(rules.size(), kMostRules));
  std::string text;
  for (const SiteSurvey::RuleCount& each : rules) {
    text += "# \"" + each.rule + R"(" = "info"  # )" +
            Counted(each.findings, "finding") + " on " +
            Counted(each.pages, "page") + "\n";
  }
  return text;
}

// Hints that fit most pages, or how one looks.
std::string HintLines(const HintProposals& hints) {
  std::string text;
  for (const HintProposal& each : hints.Proposals()) {
    text += "# " + std::string(HintFieldName(each.field)) + " = " +
            TomlString(each.selector) + "  # on " + std::to_string(each.pages) +
            " of " + Counted(each.having, "page") + " that have one\n";
    if (each.field != HintField::kType) continue;
    std::vector<std::string> words = hints.Sections();
    words.resize(std::min(words.size(), kMostRules));
    for (const std::string& word : words) {
      text += "# types." + TomlString(word) +
              " = \"\"  # which type of article is this?\n";
    }
  }
  return text.empty() ? "# author = \".byline a\"\n" : text;
}

// What to say where pages show traces of templates.
std::string TemplatesLine(const SiteSurvey& survey) {
  if (survey.Templates().empty()) return "";
  return "# templates = \"auto\"  # their tags are not text; or \"jinja\", "
         "\"liquid\", \"php\", \"hugo\"\n";
}

std::string ConfigText(const SiteSurvey& survey) {
  return "# Settings of medlint for the pages below this folder.\n"
         "# `medlint config explain FILE` says what applies to a page.\n"
         "#\n"
         "# As `medlint init` found " +
         Counted(survey.pages(), "page") + ":\n" +
         CountsLine("templates", survey.Templates(), "no trace of any") +
         CountsLine("authors stand in", survey.Authors(), "no page names any") +
         CountsLine("reviewers stand in", survey.Reviewers(),
                    "no page names any") +
         CountsLine("dates stand in", survey.Dates(), "no page has any") +
         "#   a baseline of today would hold " +
         Counted(survey.findings(), "finding") +
         "\n\n"
         "root = true        # look for no other file further up\n"
         "fail-on = \"error\"  # or \"warning\", \"info\", \"never\"\n" +
         TemplatesLine(survey) +
         "\n"
         "# Rules of a region: builtin:us, uk, eu, au, nz; or files of your "
         "own.\n"
         "# extends = [\"builtin:uk\", \"house.rules.toml\"]\n"
         "\n"
         "# Rules that find most here: \"off\", \"info\", \"warning\", "
         "\"error\".\n"
         "[rules]\n" +
         RuleLines(survey) +
         "\n"
         "# Where the templates have what an article is made of.\n"
         "# [article]\n" +
         HintLines(survey.hints()) +
         "\n"
         "# Milder for pages that nobody works on any more.\n"
         "# [[overrides]]\n"
         "# files = [\"archive/**\"]\n"
         "# severity-cap = \"info\"\n"
         "\n"
         "# A finding that is right as it is, for a reason that reports show.\n"
         "# [[exception]]\n"
         "# files = [\"page.html\"]\n"
         "# rule = \"claims/cure\"\n"
         "# text = \"the words that are found\"\n"
         "# reason = \"why they are right\"\n"
         "# until = \"2030-12-31\"\n";
}

// What the pages say of themselves, and what is found on them.  Nothing, after
// complaints, if one cannot be linted.
std::optional<SiteSurvey> Survey(const CommandLine& line, const Site& site,
                                 const std::vector<std::string>& pages) {
  const auto read = [&](std::size_t i) { return ReadInput(line, pages[i]); };
  const auto processors = static_cast<int>(std::thread::hardware_concurrency());
  std::vector<Error> no_remarks;
  const Report report =
      site.Lint(pages.size(), read, std::max(1, processors), no_remarks);
  for (const Error& error : report.errors)
    Complain(error);
  if (!report.errors.empty()) return std::nullopt;
  SiteSurvey survey;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    survey.AddReport(report.files[i]);
    const auto page = site.LinterOf(i).Read(report.files[i].source);
    if (page) survey.AddPage(**page);
  }
  return survey;
}

}  // namespace

int RunInit(const CommandLine& line) {
  if (line.operands.size() > 1) {
    return Fail(Error(Error::Code::kInvalidArgument, line.operands[1],
                      "`init` takes one folder"));
  }
  const std::string folder = line.operands.empty() ? "." : line.operands[0];
  for (const char* const name : {"medlint.toml", ".medlint.toml"}) {
    std::error_code ignored;
    const std::string there = ShownPath(folder + "/" + name);
    if (fs::exists(fs::symlink_status(there, ignored))) {
      return Fail(Error(Error::Code::kInvalidArgument, there,
                        "is there already, and is left as it is")
                      .WithHint("`medlint config check` looks at it"));
    }
  }
  CommandLine without_config = line;
  without_config.no_config = true;
  without_config.operands = {folder};
  const std::optional<Inputs> inputs = CollectInputs(without_config);
  if (!inputs) return kExitNotDone;
  for (const Error& error : inputs->errors)
    Complain(error);
  if (!inputs->errors.empty()) return kExitNotDone;
  const std::optional<Site> site =
      OpenSite(without_config, inputs->paths, {.examples = false});
  if (!site) return kExitNotDone;
  const std::optional<SiteSurvey> survey = Survey(line, *site, inputs->paths);
  if (!survey) return kExitNotDone;
  const std::string path = ShownPath(folder + "/medlint.toml");
  const std::optional<Error> failure = WriteFile(path, ConfigText(*survey));
  if (failure) return Fail(*failure);
  return Finish(
      "wrote " + Visible(path) + ": " + Counted(survey->pages(), "page") +
          ", " + Counted(survey->findings(), "finding") +
          "\nnext: look at it, then `medlint check " + Visible(folder) + "`\n",
      kExitClean);
}

}  // namespace medlint
