// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/cli/flag_table.h"
#include "linter/cli/manual.h"
#include "linter/cli/mdoc_page.h"
#include "linter/report/writer.h"

namespace medlint {
namespace {

struct Entry {
  std::string_view name;
  std::string_view text;  // whole sentences
};

constexpr Entry kVariables[] = {
    {"CI", "If it is set, no progress is shown."},
    {"CLICOLOR_FORCE", "If it is set, and not 0, --color auto means always."},
    {"GITHUB_STEP_SUMMARY",
     "The file to which --format github appends its summary."},
    {"MEDLINT_CONFIG", "The medlint.toml for all pages, as --config names it."},
    {"NO_COLOR", "If it is set, and not empty, --color auto means never."},
    {"SOURCE_DATE_EPOCH",
     "The time that counts as now, in seconds since 1970, for --as-of."},
};

constexpr Entry kFiles[] = {
    {"medlint.toml",
     "The configuration: the nearest one, in the folder of each page or "
     "above, counts. It may be called .medlint.toml too."},
    {".medlint-baseline.toml",
     "The findings that are not to be reported again, as `medlint baseline` "
     "writes them."},
    {".gitignore", "What it hides in a folder is not linted."},
};

constexpr std::string_view kProgramDescription =
    "medlint reads HTML articles and plain text, and reports what could harm a "
    "reader or the publisher: safety sections and disclaimers that are "
    "missing, claims that nothing supports, spam and residue, authors, "
    "reviewers and references that are missing. "
    "Each finding has its exact place in the source file.";

constexpr std::string_view kWarning =
    "A page without findings is not thereby compliant: medlint sees only what "
    "its rules describe, and it does not check facts.";

constexpr std::string_view kSuppression =
    "<!-- medlint-disable-next-block claims/cure: we quote an advert "
    "until=2027-01-31 -->\n"
    "<p data-medlint-ignore=\"claims/*\" data-medlint-reason=\"the advert\">";

constexpr Entry kExamples[] = {
    {"Lint a site, and have a report for a browser:",
     "$ medlint --format html=report.html articles"},
    {"Lint what is about to be committed:", "$ medlint check --staged"},
    {"Ask what a rule is for:", "$ medlint explain claims/cure"},
    {"Complete command lines in this shell:",
     "$ source <(medlint completions bash)"},
};

// "check, baseline"
std::string CommandsOf(const FlagRow& flag) {
  std::string list;
  for (const CommandRow& row : CommandTable()) {
    if (!flag.IsFor(row.command)) continue;
    if (!list.empty()) list += ", ";
    list += row.name;
  }
  return list;
}

void AddCommands(MdocPage& page) {
  page.Section("COMMANDS");
  page.BeginTerms();
  for (const CommandRow& row : CommandTable()) {
    page.Term("Cm", row.name, row.operands);
    page.Text(std::string(row.summary) + ".");
  }
  page.EndTerms();
}

// Flags are in the table by group, but for a few that stand apart.
std::vector<std::string_view> Groups() {
  std::vector<std::string_view> groups;
  for (const FlagRow& flag : FlagTable()) {
    if (std::find(groups.begin(), groups.end(), flag.group) == groups.end()) {
      groups.push_back(flag.group);
    }
  }
  return groups;
}

void AddFlags(MdocPage& page) {
  page.Section("FLAGS");
  page.Text("Behind each flag stand the commands that know it.");
  for (const std::string_view group : Groups()) {
    page.Subsection(group);
    page.BeginTerms();
    for (const FlagRow& flag : FlagTable()) {
      if (flag.group != group) continue;
      page.FlagTerm(flag.names, flag.value);
      page.Text(std::string(flag.help) + " (" + CommandsOf(flag) + ").");
    }
    page.EndTerms();
  }
}

void AddFormats(MdocPage& page) {
  page.Section("FORMATS");
  page.BeginTerms();
  for (const Format& format : AllFormats()) {
    page.Term("Cm", format.name);
    page.Text(std::string(format.summary) + ".");
  }
  page.EndTerms();
}

template <typename Entries>
void AddEntries(std::string_view title, std::string_view kind,
                const Entries& entries, MdocPage& page) {
  page.Section(title);
  page.BeginTerms();
  for (const Entry& entry : entries) {
    page.Term(kind, entry.name);
    page.Text(entry.text);
  }
  page.EndTerms();
}

}  // namespace

std::string ProgramManual(const Date& date) {
  MdocPage page("medlint", "1", date, "lint articles on health");
  page.Section("SYNOPSIS");
  page.Usage("[check]", "PATH...|-");
  page.Usage("COMMAND", "...");
  page.Section("DESCRIPTION");
  page.Text(kProgramDescription);
  page.Paragraph(kWarning);
  AddCommands(page);
  AddFlags(page);
  AddFormats(page);
  page.Section("SUPPRESSIONS");
  page.Text(
      "What may stand is said where it stands, with a reason, if need be "
      "until a day. Spam, links and errors of safety rules are not a page's "
      "to suppress.");
  page.Literal(kSuppression);
  AddEntries("ENVIRONMENT", "Ev", kVariables, page);
  AddEntries("FILES", "Pa", kFiles, page);
  page.Section("EXIT STATUS");
  page.BeginTerms();
  for (const ExitRow& exit : ExitTable()) {
    page.Term("Sy", exit.status);
    page.Text(std::string(exit.meaning) + ".");
  }
  page.EndTerms();
  page.Section("EXAMPLES");
  for (const Entry& example : kExamples) {
    if (&example == kExamples) {
      page.Text(example.name);
    } else {
      page.Paragraph(example.name);
    }
    page.Literal(example.text);
  }
  page.Section("SEE ALSO");
  page.SeeAlso("git", "1");
  page.SeeAlso("medlint.toml", "5", true);
  return std::move(page).Finish();
}

}  // namespace medlint
