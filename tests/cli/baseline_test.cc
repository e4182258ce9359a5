// SPDX-License-Identifier: Apache-2.0
//
// A baseline from the first day on: created, kept, outgrown, pruned.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::ProgramResult;
using testing::RunProgram;
using testing::TemporaryFolder;

const std::string kRules =
    std::string(MEDLINT_SOURCE_DIR) + "/fixtures/cli/rules/small.toml";

// A repository with a site in it.
class Site {
 public:
  Site() {
    fs::create_directory(folder_.path() / ".git");
    Write("a.html", "<p>It zaps pain.</p>");
    Write("b.html", "<p>It zaps pain. It zaps aches.</p>");
  }

  void Write(const std::string& name, const std::string& body) {
    folder_.Write("site/" + name,
                  "<h1>Balm</h1>\n" + body +
                      "\n<h2>When to see a doctor</h2><p>When it does not "
                      "go away.</p>\n");
  }

  ProgramResult Run(std::vector<std::string> arguments,
                    const std::string& below = "") {
    arguments.insert(arguments.begin(), MEDLINT_BINARY);
    arguments.insert(arguments.end(), {"--no-builtin", "--ruleset", kRules});
    return RunProgram({.command = std::move(arguments),
                       .environment = {"SOURCE_DATE_EPOCH=1768435200"},
                       .folder = (folder_.path() / below).string()});
  }

  // "baseline ARGUMENTS": the status, and what it said.
  std::string Baseline(std::vector<std::string> arguments,
                       const std::string& below = "") {
    arguments.insert(arguments.begin(), "baseline");
    const ProgramResult result = Run(std::move(arguments), below);
    return std::to_string(result.status) + " " + result.output + result.errors;
  }

  // "check site", up to the verdict.
  std::string Check(std::vector<std::string> flags = {}) {
    flags.insert(flags.begin(), {"check", "site"});
    const ProgramResult result = Run(std::move(flags));
    CHECK(result.errors == "");
    const std::string& text = result.output;
    return std::to_string(result.status) + " " +
           text.substr(0, text.find("rules: "));
  }

  std::string Text() const {
    std::ifstream in(folder_.path() / ".medlint-baseline.toml");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

TEST_CASE("a baseline from the first day on") {
  Site site;
  CHECK(site.Check() ==
        "1 site/a.html:2:7: error[claims/zap] “zaps pain” is no claim that can "
        "be shown\n"
        "site/b.html:2:7: error[claims/zap] “zaps pain” is no claim that can "
        "be shown\n"
        "site/b.html:2:21: error[claims/zap] “zaps aches” is no claim that can "
        "be shown\n"
        "checked 2 files: 3 errors, 0 warnings, 0 infos, 0 suppressed\n"
        "failed: 3 findings at or above error\n");
  CHECK(site.Baseline({"create"}) ==
        "0 wrote .medlint-baseline.toml: 3 findings in 2 files; 3 added, 0 "
        "dropped\n");
  CHECK(site.Baseline({"create"}, "site") ==
        "2 ../.medlint-baseline.toml: error: there is a baseline already\n"
        "  = help: `medlint baseline update` adds to it, --force replaces "
        "it\n");
  CHECK(site.Check({"--strict"}) ==
        "0 checked 2 files: 0 errors, 0 warnings, 0 infos, 0 suppressed, 3 in "
        "the baseline\npassed: no finding at or above error\n");
  CHECK(site.Check({"--no-baseline"}).starts_with("1 site/a.html:2:7: "));
  CHECK(site.Baseline({"show"}, "site") ==
        "0 site/a.html\n  claims/zap 1\nsite/b.html\n  claims/zap 2\n"
        "3 findings in 2 files\n");
  CHECK(site.Baseline({"show", "b.html"}, "site") ==
        "0 site/b.html\n  claims/zap 2\n2 findings in 1 file\n");
  CHECK(site.Baseline({"show", "."}, "site")
            .ends_with("3 findings in 2 files\n"));

  // A hundred lines above, and another indentation; then a new fault beside.
  std::string lines;
  for (int i = 0; i < 100; ++i)
    lines += "<p>Rest well.</p>\n";
  site.Write("b.html", lines + "   <p>\n\tIt zaps\n\tpain. It zaps aches.</p>");
  CHECK(site.Check().starts_with("0 "));
  site.Write("b.html", "<p>It zaps pain. It zaps aches. It zaps all.</p>");
  CHECK(site.Check().starts_with(
      "1 site/b.html:2:36: error[claims/zap] “zaps all” is no claim that can "
      "be shown\nchecked 2 files: 1 error"));
  CHECK(site.Baseline({"update"}, "site") ==
        "0 wrote ../.medlint-baseline.toml: 4 findings in 2 files; 1 added, 0 "
        "dropped\n");
  CHECK(site.Baseline({"update"}) ==
        "0 left .medlint-baseline.toml: 4 findings in 2 files; 0 added, 0 "
        "dropped\n");

  // What was mended is stale, but only to a run that looks for it.
  site.Write("b.html", "<p>It is warm.</p>");
  CHECK(site.Check() ==
        "0 checked 2 files: 0 errors, 0 warnings, 0 infos, 0 suppressed, 1 in "
        "the baseline\nstale: the baseline has 3 findings that are no more; "
        "`medlint baseline prune` drops them\n"
        "passed: no finding at or above error\n");
  CHECK(site.Check({"--strict"}).starts_with("1 "));
  CHECK(site.Check({"--strict", "--ignore", "claims/*"}).starts_with("0 "));
  CHECK(site.Baseline({"prune", "site/a.html"}) ==
        "0 left .medlint-baseline.toml: 4 findings in 2 files; 0 added, 0 "
        "dropped\n");
  CHECK(site.Baseline({"prune", "--ignore", "claims/*"}).starts_with("0 left"));
  const std::string text = site.Text();
  CHECK(site.Baseline({"prune"}) ==
        "0 wrote .medlint-baseline.toml: 1 finding in 1 file; 0 added, 3 "
        "dropped\n");
  CHECK(text != site.Text());

  // A page that is gone is stale without being linted.
  fs::remove(site.folder().path() / "site/a.html");
  CHECK(site.Baseline({"prune", "site/b.html"}) ==
        "0 wrote .medlint-baseline.toml: 0 findings in 0 files; 0 added, 1 "
        "dropped\n");
  site.Write("b.html", "<p>It zaps all.</p>");
  CHECK(site.Baseline({"create", "--force"}) ==
        "0 wrote .medlint-baseline.toml: 1 finding in 1 file; 1 added, 0 "
        "dropped\n");
}

TEST_CASE("a page that cannot be read keeps its entries") {
  Site site;
  CHECK(site.Baseline({"create"}).starts_with("0 "));
  site.folder().Write("site/b.html", std::string("\x89PNG\r\n\x1a\n\0\0", 10));
  CHECK(site.Baseline({"update"})
            .starts_with("2 left .medlint-baseline.toml: 3 findings"));
}

}  // namespace
}  // namespace medlint
