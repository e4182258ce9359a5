// SPDX-License-Identifier: Apache-2.0
//
// --fix on files, and patches of --diff given to the real git.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "linter/text/encoding.h"
#include "tests/support/read_file.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::ProgramResult;
using testing::ReadAll;
using testing::RunProgram;
using testing::TemporaryFolder;

const std::string kFixRules =
    std::string(MEDLINT_SOURCE_DIR) + "/fixtures/cli/rules/fixes.toml";

constexpr std::string_view kFixablePage =
    "<h1>Knee</h1>\n<p>Rest whilst it hurts.</p>\n<p>slot1 slot2</p>\n";
constexpr std::string_view kSafe =
    "<h1>Knee</h1>\n<p>Rest whilst it hurts.</p>\n";
constexpr std::string_view kUnsafe =
    "<h1>Knee</h1>\n<p>Rest while it hurts.</p>\n";

ProgramResult Run(const TemporaryFolder& folder,
                  std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {MEDLINT_BINARY, "check", "--no-builtin",
                                       "--ruleset", kFixRules});
  return RunProgram({.command = std::move(arguments),
                     .environment = {"SOURCE_DATE_EPOCH=1768435200"},
                     .folder = folder.path().string()});
}

struct FileState {
  ino_t node = 0;
  mode_t mode = 0;
  timespec changed = {};
};

FileState StateOf(const std::string& path) {
  struct stat status {};
  REQUIRE(lstat(path.c_str(), &status) == 0);
  return {
      .node = status.st_ino, .mode = status.st_mode, .changed = status.st_mtim};
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_CASE("--fix writes what it mends, and nothing else") {
  const TemporaryFolder folder;
  folder.Write("bad.html", kFixablePage);
  folder.Write("good.html", kSafe);
  const std::string bad = folder.At("bad.html");
  REQUIRE(chmod(bad.c_str(), 0640) == 0);
  const FileState good = StateOf(folder.At("good.html"));

  const ProgramResult first = Run(folder, {"--fix", "bad.html", "good.html"});
  CHECK(first.status == 0);  // a warning is left in each
  CHECK(Contains(first.output, "fixed: 2 findings in 1 file"));
  CHECK(Contains(first.output, "checked 2 files: 0 errors, 2 warnings"));
  CHECK(ReadAll(bad) == kSafe);
  CHECK((StateOf(bad).mode & 07777) == 0640);
  const FileState after = StateOf(folder.At("good.html"));
  CHECK(after.node == good.node);
  CHECK(after.changed.tv_nsec == good.changed.tv_nsec);
  for (const auto& entry : fs::directory_iterator(folder.path()))
    CHECK(entry.path().extension() == ".html");

  const FileState fixed = StateOf(bad);
  const ProgramResult again = Run(folder, {"--fix", "bad.html"});
  CHECK_FALSE(Contains(again.output, "fixed:"));
  CHECK(StateOf(bad).node == fixed.node);

  Run(folder, {"--fix", "--unsafe-fixes", "bad.html"});
  CHECK(ReadAll(bad) == kUnsafe);
}

TEST_CASE("a fix that the encoding cannot hold is left out, and told") {
  const TemporaryFolder folder;
  folder.Write("arrow.toml",
               "[ruleset]\nid = \"arrow\"\nversion = \"1.0.0\"\n"
               "language = \"en\"\n[[rule]]\nid = \"language/arrow\"\n"
               "kind = \"phrase\"\nseverity = \"error\"\n"
               "summary = \"“=>” is an arrow\"\nmessage = \"Write “→”\"\n"
               "any = ['leads to']\n"
               "fix = { do = \"replace\", title = \"Write “→”\", safe = true, "
               "swaps = [{ from = 'leads to', to = \"→\" }] }\n"
               "bad = [\"Rest [[leads to]] sleep.\"]\n"
               "good = [\"Rest → sleep.\"]\n");
  constexpr std::string_view kBefore =
      "Caf\xE9 \x93rest\x94.\n\nRest leads to sleep slot1.\n";
  folder.Write("page.txt", kBefore);
  const std::vector<std::string> arrow = {"--ruleset", "arrow.toml",
                                          "--encoding", "windows-1252"};
  const auto run = [&](std::string flag) {
    std::vector<std::string> arguments = arrow;
    arguments.insert(arguments.end(), {std::move(flag), "page.txt"});
    return Run(folder, arguments);
  };
  constexpr std::string_view kTold =
      "page.txt:3:6: warning: the fix of language/arrow is not made: “→” "
      "cannot be written in windows-1252\n  = help: save the page as UTF-8\n";
  const ProgramResult diff = run("--diff");
  CHECK(diff.status == 1);
  CHECK(Contains(diff.errors, kTold));
  const ProgramResult fixed = run("--fix");
  CHECK(fixed.status == 1);
  CHECK(fixed.errors == kTold);
  CHECK(Contains(fixed.output, "fixed: 1 finding in 1 file"));
  CHECK(Contains(fixed.output, "language/arrow"));
  CHECK(ReadAll(folder.At("page.txt")) ==
        "Caf\xE9 \x93rest\x94.\n\nRest leads to sleep.\n");
  // Nothing but that fix is left, and the finding is no failure of the run.
  CHECK(run("--fix").status == 1);
  CHECK(run("--diff").status == 0);
}

TEST_CASE("--fix follows a link, and leaves it one") {
  const TemporaryFolder folder;
  folder.Write("real/page.html", kFixablePage);
  fs::create_symlink("real/page.html", folder.path() / "link.html");
  CHECK(Run(folder, {"--fix", "link.html"}).status == 0);
  CHECK(fs::is_symlink(folder.path() / "link.html"));
  CHECK(ReadAll(folder.At("real/page.html")) == kSafe);
}

TEST_CASE("a file that cannot be written is an error") {
  if (geteuid() == 0) return;  // whom no mode stops
  const TemporaryFolder folder;
  folder.Write("site/page.html", kFixablePage);
  REQUIRE(chmod(folder.At("site").c_str(), 0555) == 0);
  const ProgramResult result = Run(folder, {"--fix", "site/page.html"});
  REQUIRE(chmod(folder.At("site").c_str(), 0755) == 0);
  CHECK(result.status == 2);
  CHECK(Contains(result.errors, "site/page.html: cannot be written"));
  CHECK(Contains(result.output, "2 errors"));
  CHECK(ReadAll(folder.At("site/page.html")) == kFixablePage);
}

TEST_CASE("what is suppressed is not mended") {
  const TemporaryFolder folder;
  folder.Write("medlint.toml",
               "root = true\n[[exception]]\nfiles = [\"allowed.html\"]\n"
               "rule = \"spam/marker\"\nreason = \"a page about markers\"\n");
  folder.Write("allowed.html", kFixablePage);
  folder.Write("commented.html",
               "<p data-medlint-ignore=\"language/whilst\" "
               "data-medlint-reason=\"a quotation\">Rest whilst.</p>\n");
  const std::string commented = ReadAll(folder.At("commented.html"));
  const ProgramResult result = Run(
      folder, {"--fix", "--unsafe-fixes", "allowed.html", "commented.html"});
  CHECK(Contains(result.output, "fixed: 1 finding in 1 file"));
  CHECK(ReadAll(folder.At("allowed.html")) ==
        "<h1>Knee</h1>\n<p>Rest while it hurts.</p>\n<p>slot1 slot2</p>\n");
  CHECK(ReadAll(folder.At("commented.html")) == commented);
}

TEST_CASE("what is in the baseline is not mended") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / ".git");
  folder.Write("page.html", kFixablePage);
  const ProgramResult made = RunProgram(
      {.command = {MEDLINT_BINARY, "baseline", "create", "--no-builtin",
                   "--ruleset", kFixRules, "page.html"},
       .environment = {"SOURCE_DATE_EPOCH=1768435200"},
       .folder = folder.path().string()});
  REQUIRE(made.status == 0);
  folder.Write("page.html",
               std::string(kFixablePage) + "<p>Walk slot3 on.</p>\n");
  const ProgramResult result = Run(folder, {"--fix", "page.html"});
  CHECK(Contains(result.output, "fixed: 1 finding in 1 file"));
  CHECK_FALSE(Contains(result.output, "stale"));
  CHECK(ReadAll(folder.At("page.html")) ==
        std::string(kFixablePage) + "<p>Walk on.</p>\n");
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("git apply takes what --diff prints, and gives what --fix does") {
  const auto utf16 = [](std::string_view text) {
    return "\xFF\xFE" + *Encode(text, "UTF-16LE");
  };
  struct Page {
    std::string name;
    std::string bytes;
  };
  const std::string crlf = "<p>Rest.</p>\r\n<p>slot1</p>\r\n<p>Walk.</p>\r\n";
  const std::vector<Page> pages = {
      {"plain.html", std::string(kFixablePage)},
      {"crlf.html", crlf},
      {"no_end.html", "<p>Rest.</p>\n<p>Walk slot1</p>"},
      {"one_line.html", "<p>Rest slot1.</p>"},
      {"utf16.html", utf16(crlf)},
      {"latin.html",
       "<meta charset=windows-1252>\n<p>Caf\xE9 \x93.</p>\n<p>slot1</p>\n"},
      {"below/a folder/a \"b\" \\ c.html", std::string(kFixablePage)},
      {"caf\xC3\xA9 \xFF.html", std::string(kFixablePage)},
  };
  for (const Page& page : pages) {
    CAPTURE(page.name);
    const TemporaryFolder patched;
    const TemporaryFolder fixed;
    patched.Write(page.name, page.bytes);
    fixed.Write(page.name, page.bytes);
    const ProgramResult diff =
        Run(patched, {"--diff", "--unsafe-fixes", page.name});
    CHECK(diff.status == 1);
    CHECK(ReadAll(patched.At(page.name)) == page.bytes);
    Run(fixed, {"--fix", "--unsafe-fixes", page.name});
    patched.Write("the.patch", diff.output);
    const ProgramResult apply =
        RunProgram({.command = {"/usr/bin/git", "apply", "the.patch"},
                    .environment = {"HOME=/nonexistent"},
                    .folder = patched.path().string()});
    CHECK_MESSAGE(apply.status == 0, (apply.errors + diff.output));
    CHECK(ReadAll(patched.At(page.name)) == ReadAll(fixed.At(page.name)));
    CHECK(ReadAll(fixed.At(page.name)) != page.bytes);
    CHECK(Run(patched, {"--diff", "--unsafe-fixes", page.name}).status == 0);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace medlint
