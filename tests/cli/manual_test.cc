// SPDX-License-Identifier: Apache-2.0
//
// The manual says all that the tables do, and man and mandoc read it without a
// complaint.

#include "linter/cli/manual.h"

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/cli/flag_table.h"
#include "linter/cli/mdoc_page.h"
#include "linter/project/config_keys.h"
#include "linter/report/writer.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

constexpr Date kDay = {.year = 2026, .month = 1, .day = 15};

testing::ProgramResult Run(std::vector<std::string> command,
                           const std::string& input = "") {
  command.insert(command.begin(), "/usr/bin/env");
  return testing::RunProgram(
      {.command = std::move(command),
       .environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "MANWIDTH=80"},
       .folder = "/",
       .input = input});
}

// As a reader sees the page, in one line; "" if mandoc is not there.
std::string Rendered(const std::string& page) {
  const auto result =
      Run({"mandoc", "-mdoc", "-T", "utf8", "-O", "width=70"}, page);
  std::string text;
  for (std::size_t i = 0; i < result.output.size(); ++i) {
    const char c = result.output[i];
    if (c == '\b') {
      // Bold is "x\bx", underlined "_\bx"; x may have several bytes.
      while ((static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
        text.pop_back();
      text.pop_back();
    } else if (c != ' ' && c != '\n') {
      text += c;
    } else if (!text.ends_with(' ')) {
      text += ' ';
    }
  }
  return text;
}

bool Holds(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

TEST_CASE("the manual of the program has every command, flag and format") {
  const std::string page = ProgramManual(kDay);
  for (const CommandRow& row : CommandTable())
    CHECK(Holds(page, ".It Cm \\&" + std::string(row.name)));
  for (const FlagRow& flag : FlagTable())
    CHECK(Holds(page, " Fl \\-" + std::string(flag.LongName().substr(2))));
  for (const Format& format : AllFormats())
    CHECK(Holds(page, ".It Cm \\&" + std::string(format.name) + "\n"));
  for (const ExitRow& exit : ExitTable())
    CHECK(Holds(page, ".It Sy \\&" + std::string(exit.status)));
}

template <typename Keys>
void CheckKeys(const std::string& page, const Keys& keys) {
  for (const auto& key : keys)
    CHECK(Holds(page, ".It Cm \\&" + std::string(key.name) + "\n"));
}

TEST_CASE("the manual of medlint.toml has every key") {
  const std::string page = ConfigManual(kDay);
  CheckKeys(page, ConfigFileKeys());
  CheckKeys(page, ConfigOverrideKeys());
  CheckKeys(page, ConfigExceptionKeys());
  CHECK(Holds(page, ".Ss [[overrides]]\\&\n"));
  CHECK(Holds(page, ".Ss [[exception]]\\&\n"));
}

TEST_CASE("the example in the manual of medlint.toml is one") {
  const std::string page = ConfigManual(kDay);
  constexpr std::string_view kBegin = ".Bd -literal -offset indent\n";
  const std::size_t begin = page.find(kBegin) + kBegin.size();
  std::string example = page.substr(begin, page.find(".Ed\n") - begin);
  constexpr std::string_view kQuote = "\\(dq";
  for (std::size_t at = 0;
       (at = example.find(kQuote, at)) != std::string::npos;)
    example.replace(at, kQuote.size(), "\"");
  const testing::TemporaryFolder folder;
  folder.Write("medlint.toml", example);
  folder.Write("house.toml", "[lexicon.house]\nterms = [\"house\"]\n");
  const auto checked =
      testing::RunProgram({.command = {MEDLINT_BINARY, "config", "check"},
                           .environment = {},
                           .folder = folder.path().string()});
  CHECK(checked.errors == "");
  CHECK(checked.status == 0);
}

TEST_CASE("man and mandoc take the manual without a complaint") {
  for (const std::string& page : {ProgramManual(kDay), ConfigManual(kDay)}) {
    if (Run({"mandoc", "-T", "lint"}, ProgramManual(kDay)).status != 127) {
      // "style" is the least of its levels.  Which manuals are installed is not
      // a matter of the page.
      std::istringstream lint(
          Run({"mandoc", "-T", "lint", "-W", "style"}, page).output);
      for (std::string line; std::getline(lint, line);)
        CHECK(Holds(line, "STYLE: referenced manual not found"));
    } else {
      MESSAGE("skipped: mandoc is not installed");
    }
    if (Run({"man", "--version"}).status == 0 &&
        Run({"groff", "--version"}).status == 0) {
      const auto man = Run({"man", "--warnings", "-l", "-"}, page);
      CHECK(man.errors == "");
      CHECK(man.status == 0);
    } else {
      MESSAGE("skipped: man or groff is not installed");
    }
  }
}

TEST_CASE("readers see what was written, whatever it holds") {
  static constexpr std::string_view kTexts[] = {
      "plain words.",
      ".Sh no request. .Pp neither",
      "'so it says'",
      "back\\slash and \\fBno font\\fR",
      "two \"quoted\" words",
      "the flag --no-config, and -q.",
      "a \xE2\x80\x9Cquotation\xE2\x80\x9D",
      "Fl Ar Xr Nm",
  };
  if (Run({"mandoc", "-T", "lint"}, ProgramManual(kDay)).status == 127) {
    MESSAGE("skipped: mandoc is not installed");
    return;
  }
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    MdocPage page("medlint", "1", kDay, "what it is");
    page.Section("DESCRIPTION");
    page.Text("Before:");
    page.Text(text);
    page.Literal(text);
    page.BeginTerms();
    page.Term("Cm", text, text);
    page.EndTerms();
    const std::string seen = Rendered(std::move(page).Finish());
    const std::string once = std::string(text);
    CHECK(
        Holds(seen, "Before: " + once + " " + once + " " + once + " " + once));
  }
}

}  // namespace
}  // namespace medlint
