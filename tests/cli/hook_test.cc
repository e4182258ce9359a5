// SPDX-License-Identifier: Apache-2.0
//
// medlint at the door of a repository: as git's own hook, and under pre-commit
// (https://pre-commit.com), with the shipped rules.

#include <cstddef>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/read_file.h"
#include "tests/support/run_program.h"
#include "tests/support/scratch_repository.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::ProgramResult;
using testing::ReadAll;
using testing::ScratchRepository;

constexpr std::string_view kSpamPage =
    "<h1>Our garden</h1>\n<p>Come in. 1xbet apk</p>\n";
constexpr std::string_view kGardenPage =
    "<h1>Our garden</h1>\n<p>Come in.</p>\n";
constexpr std::string_view kFinding =
    "a.html:2:13: error[spam/gambling-keyword]";

ProgramResult Hook(const ScratchRepository& repository,
                   const std::string& action) {
  return repository.Run(MEDLINT_BINARY, {"hook", action});
}

void Install(const ScratchRepository& repository) {
  const ProgramResult result = Hook(repository, "install");
  INFO(result.errors);
  REQUIRE(result.status == 0);
}

ProgramResult TryCommit(const ScratchRepository& repository,
                        std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"commit", "-q", "-m", "x"});
  return repository.TryGit(std::move(more));
}

void WriteHook(const ScratchRepository& repository, std::string_view path,
               std::string_view text, fs::perms mode = fs::perms(0755)) {
  repository.Write(path, text);
  fs::permissions(repository.At(path), mode);
}

bool Says(const ProgramResult& result, std::string_view text) {
  return result.errors.find(text) != std::string::npos ||
         result.output.find(text) != std::string::npos;
}

constexpr std::string_view kPath = ".git/hooks/pre-commit";

TEST_SUITE_BEGIN("slow");

TEST_CASE("the hook refuses a bad article, and lets a mended one in") {
  ScratchRepository repository;
  Install(repository);
  repository.Stage("a.html", kSpamPage);
  const ProgramResult refused = TryCommit(repository);
  CHECK(refused.status == 1);
  CHECK(Says(refused, kFinding));
  CHECK(Says(refused, "is gambling text; remove it"));
  CHECK(Says(refused, "failed: 1 finding at or above error"));
  CHECK(repository.TryGit({"rev-parse", "-q", "--verify", "HEAD"}).status != 0);
  repository.Stage("a.html", kGardenPage);
  const ProgramResult taken = TryCommit(repository);
  CHECK(taken.status == 0);
  CHECK(repository.Git({"show", "HEAD:a.html"}) == kGardenPage);
  SUBCASE("a bad index under a clean work tree is refused") {
    repository.Stage("a.html", kSpamPage);
    repository.Write("a.html", kGardenPage);
    const ProgramResult result = TryCommit(repository);
    CHECK(result.status == 1);
    CHECK(Says(result, "1 of them not as in the work tree"));
  }
  SUBCASE("a good index under a bad work tree goes in") {
    repository.Stage("a.html", std::string(kGardenPage) + "<p>Again.</p>\n");
    repository.Write("a.html", kSpamPage);
    CHECK(TryCommit(repository).status == 0);
  }
  SUBCASE("git commit FILE and -a have an index of their own") {
    repository.Write("a.html", kSpamPage);
    CHECK(TryCommit(repository, {"a.html"}).status == 1);
    CHECK(TryCommit(repository, {"-a"}).status == 1);
    repository.Write("a.html", std::string(kGardenPage) + "<p>Again.</p>\n");
    CHECK(TryCommit(repository, {"-a"}).status == 0);
  }
  SUBCASE("from a folder below") {
    repository.Stage("a.html", kSpamPage);
    repository.Write("sub/.keep", "");
    repository.Enter("sub");
    const ProgramResult result = TryCommit(repository);
    CHECK(result.status == 1);
    CHECK(Says(result, kFinding));
  }
  SUBCASE("a commit without articles passes") {
    repository.Stage("notes.md", kSpamPage);
    const ProgramResult result = TryCommit(repository);
    CHECK(result.status == 0);
    CHECK(result.output == "");
    CHECK(result.errors ==
          "medlint: no article to lint: no .html, .htm, .xhtml or .txt file is "
          "staged\n");
  }
  SUBCASE("in another work tree of the repository") {
    const std::string second = repository.outside().At("second");
    repository.Git({"worktree", "add", "-q", second, "-b", "second"});
    repository.Enter("../second");
    CHECK(Hook(repository, "status").status == 0);
    repository.outside().Write("second/a.html", kSpamPage);
    repository.Git({"add", "a.html"});
    CHECK(TryCommit(repository).status == 1);
  }
}

TEST_CASE("hook install, status and uninstall say what they did") {
  ScratchRepository repository;
  const std::string path =
      fs::canonical(repository.At(".git")).string() + "/hooks/pre-commit: ";
  const auto says = [&](const std::string& action, int status,
                        const std::string& text) {
    const ProgramResult result = Hook(repository, action);
    CHECK(result.status == status);
    CHECK(result.output == path + text + "\n");
    CHECK(result.errors == "");
  };
  says("status", 1, "not installed");
  says("uninstall", 0, "nothing to do");
  says("install", 0, "installed");
  says("status", 0, "installed");
  says("install", 0, "nothing to do");
  fs::permissions(repository.At(kPath), fs::perms(0644));
  says("status", 1,
       "installed, but git passes it over: it is not executable; `medlint hook "
       "install` mends that");
  says("install", 0, "updated");
  says("status", 0, "installed");
  says("uninstall", 0, "removed");
  CHECK(!fs::exists(repository.At(kPath)));
  says("status", 1, "not installed");
  WriteHook(repository, kPath, "#!/bin/sh\n");
  says("status", 1,
       "not installed; there is a hook, which `medlint hook install` keeps");
}

TEST_CASE("hook needs an action, and a repository") {
  ScratchRepository repository;
  CHECK(repository.Run(MEDLINT_BINARY, {"hook"}).errors ==
        "hook: error: needs one of: install, uninstall, status\n");
  const ProgramResult misspelt = Hook(repository, "instal");
  CHECK(misspelt.status == 2);
  CHECK(misspelt.errors.ends_with("  = help: did you mean `install`?\n"));
  CHECK(repository.Run(MEDLINT_BINARY, {"hook", "status", "x"}).status == 2);
  fs::remove_all(repository.At(".git"));
  CHECK(Hook(repository, "install").status == 2);
}

TEST_CASE("a hook that is there is kept, and comes back byte for byte") {
  struct Row {
    std::string_view text;
    int mode;
    bool is_moved;  // lines cannot be put into it
  };
  static constexpr Row kRows[] = {
      {"#!/bin/sh\necho before\nexit 0\n", 0755, false},
      {"#!/usr/bin/env -S bash -e\necho before", 0700, false},
      {"echo before\n", 0755, false},
      {"#!/bin/sh", 0755, false},
      {"#!/bin/sh\n", 0755, false},
      {"", 0755, false},
      {"#!/usr/bin/perl\nprint \"before\\n\";\n", 0755, true},
      {"#!/bin/sh\necho before\nexit 1\n", 0644, true},  // switched off
      {"#!/bin/csh -f\nexit 0\n", 0755, true},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    ScratchRepository repository;
    const std::string path = repository.At(kPath);
    WriteHook(repository, kPath, row.text, fs::perms(row.mode));
    Install(repository);
    CHECK(Hook(repository, "status").status == 0);
    CHECK(Says(Hook(repository, "install"), "nothing to do"));
    CHECK(fs::exists(path + ".local") == row.is_moved);
    CHECK(Hook(repository, "uninstall").status == 0);
    CHECK(ReadAll(path) == row.text);
    CHECK(fs::status(path).permissions() == fs::perms(row.mode));
    CHECK(!fs::exists(path + ".local"));
    CHECK(!fs::exists(path + ".medlint-new"));
  }
}

TEST_CASE("both hooks run, medlint first") {
  for (const std::string_view text :
       {"#!/bin/sh\necho before; exit 7\n",
        "#!/usr/bin/perl\nprint \"before\\n\"; exit 7;\n"}) {
    CAPTURE(text);
    ScratchRepository repository;
    WriteHook(repository, kPath, text);
    Install(repository);
    repository.Stage("a.html", kSpamPage);
    const ProgramResult refused = TryCommit(repository);
    CHECK(Says(refused, kFinding));
    CHECK(!Says(refused, "before"));
    repository.Stage("a.html", kGardenPage);
    const ProgramResult other = TryCommit(repository);
    CHECK(other.status != 0);
    CHECK(Says(other, "before"));
  }
}

TEST_CASE("a hook that is a link is moved, not what it leads to") {
  ScratchRepository repository;
  WriteHook(repository, "tools/hook.sh", "#!/bin/sh\necho before\n");
  fs::create_directories(repository.At(".git/hooks"));
  fs::create_symlink("../../tools/hook.sh", repository.At(kPath));
  Install(repository);
  CHECK(ReadAll(repository.At("tools/hook.sh")) == "#!/bin/sh\necho before\n");
  repository.Stage("a.html", kGardenPage);
  CHECK(Says(TryCommit(repository), "before"));
  CHECK(Hook(repository, "uninstall").status == 0);
  CHECK(fs::read_symlink(repository.At(kPath)) == "../../tools/hook.sh");
}

TEST_CASE("nothing is overwritten") {
  ScratchRepository repository;
  SUBCASE("the place to move a hook to is taken") {
    WriteHook(repository, kPath, "#!/usr/bin/perl\n");
    WriteHook(repository, std::string(kPath) + ".local", "#!/bin/sh\n");
    const ProgramResult result = Hook(repository, "install");
    CHECK(result.status == 2);
    CHECK(Says(result, "the place to move it to is taken"));
    CHECK(ReadAll(repository.At(kPath)) == "#!/usr/bin/perl\n");
    CHECK(ReadAll(repository.At(kPath) + ".local") == "#!/bin/sh\n");
  }
  SUBCASE("somebody has added to the hook that medlint made") {
    Install(repository);
    WriteHook(repository, kPath, ReadAll(repository.At(kPath)) + "echo more\n");
    CHECK(Says(Hook(repository, "uninstall"), "the rest of the hook"));
    CHECK(ReadAll(repository.At(kPath)).ends_with("echo more\n"));
  }
}

TEST_CASE("core.hooksPath is where the hook goes") {
  ScratchRepository repository;
  SUBCASE("a folder of the work tree, seen from below") {
    repository.Git({"config", "core.hooksPath", ".githooks"});
    repository.Write("sub/.keep", "");
    repository.Enter("sub");
    Install(repository);
    CHECK(fs::exists(repository.At(".githooks/pre-commit")));
    CHECK(!fs::exists(repository.At(kPath)));
    repository.Stage("a.html", kSpamPage);
    CHECK(TryCommit(repository).status == 1);
  }
  SUBCASE("a folder of the user's, which other repositories share") {
    const std::string config = repository.outside().At("gitconfig");
    repository.outside().Write(
        "gitconfig", "[user]\nname = A\nemail = a@b.c\n[core]\nhooksPath = " +
                         repository.outside().At("hooks") + "\n");
    repository.Set("GIT_CONFIG_GLOBAL=" + config);
    CHECK(Says(Hook(repository, "install"),
               "core.hooksPath is a global setting: this hook also serves "
               "other repositories"));
    CHECK(Says(Hook(repository, "status"), "serves other repositories"));
    repository.Git({"config", "core.hooksPath", ".githooks"});
    CHECK(!Says(Hook(repository, "install"), "serves other repositories"));
  }
  SUBCASE("nowhere") {
    repository.Git({"config", "core.hooksPath", "/dev/null"});
    const ProgramResult result = Hook(repository, "install");
    CHECK(result.status == 2);
    CHECK(Says(result, "/dev/null/pre-commit: error: cannot be "));
    CHECK(Says(result, "git config --show-origin core.hooksPath"));
  }
}

// A repository with medlint's hooks, as pre-commit would fetch it.
std::string PublishHooks(const ScratchRepository& repository) {
  const std::string folder = repository.outside().At("medlint");
  repository.outside().Write(
      "medlint/.pre-commit-hooks.yaml",
      ReadAll(std::string(MEDLINT_SOURCE_DIR) + "/.pre-commit-hooks.yaml"));
  repository.Git({"init", "-q", folder});
  repository.Git({"-C", folder, "add", "."});
  repository.Git({"-C", folder, "commit", "-q", "-m", "x"});
  return folder;
}

// The lines between the fences after "mark" in the README.
std::string ReadmeBlock(std::string_view mark) {
  const std::string readme =
      ReadAll(std::string(MEDLINT_SOURCE_DIR) + "/README.md");
  const std::size_t fence = readme.find("```", readme.find(mark));
  const std::size_t begin = readme.find('\n', fence) + 1;
  return readme.substr(begin, readme.find("```", begin) - begin);
}

void Replace(std::string& text, std::string_view word, std::string_view by) {
  const std::size_t at = text.find(word);
  REQUIRE(at != std::string::npos);
  text.replace(at, word.size(), by);
}

// Sets pre-commit up with one of medlint's hooks, as the README has it, without
// the network.
void UsePreCommit(ScratchRepository& repository, const std::string& id) {
  // A test without it would prove nothing.
  REQUIRE_MESSAGE(repository.Run("pre-commit", {"--version"}).status == 0,
                  "these tests need pre-commit: ci/install --tests");
  fs::create_directories(repository.outside().At("bin"));
  fs::create_symlink(MEDLINT_BINARY, repository.outside().At("bin/medlint"));
  repository.Set("PATH=" + repository.outside().At("bin") +
                 ":/usr/local/bin:/usr/bin:/bin");
  repository.Set("PRE_COMMIT_HOME=" + repository.outside().At("cache"));
  const std::string folder = PublishHooks(repository);
  std::string config = ReadmeBlock("<!-- pre-commit -->");
  Replace(config, "MEDLINT", folder);
  std::string commit = repository.Git({"-C", folder, "rev-parse", "HEAD"});
  commit.pop_back();
  Replace(config, "REV", commit);
  Replace(config, "id: medlint", "id: " + id);
  repository.Stage(".pre-commit-config.yaml", config);
  CHECK(repository.Run("pre-commit", {"install"}).status == 0);
  CHECK(TryCommit(repository).status == 0);
}

TEST_CASE("pre-commit runs medlint, by both ids") {
  for (const std::string id : {"medlint", "medlint-staged"}) {
    CAPTURE(id);
    ScratchRepository repository;
    UsePreCommit(repository, id);
    repository.Stage("a.html", kSpamPage);
    const ProgramResult refused = TryCommit(repository);
    CHECK(refused.status == 1);
    INFO(refused.errors);
    CHECK(Says(refused, kFinding));
    CHECK(Says(refused, "hook id: " + id));
    repository.Stage("a.html", kGardenPage);
    CHECK(TryCommit(repository).status == 0);
    // A bad index under a good work tree, and the other way round.
    repository.Stage("a.html", kSpamPage);
    repository.Write("a.html", kGardenPage);
    CHECK(TryCommit(repository).status == 1);
    CHECK(ReadAll(repository.At("a.html")) == kGardenPage);
    repository.Stage("a.html", std::string(kGardenPage) + "<p>Again.</p>\n");
    repository.Write("a.html", kSpamPage);
    CHECK(TryCommit(repository).status == 0);
    CHECK(ReadAll(repository.At("a.html")) == kSpamPage);
    // Without an article, and with one that leaves.
    repository.Stage("notes.md", kSpamPage);
    CHECK(TryCommit(repository).status == 0);
    repository.Git({"rm", "-q", "-f", "a.html"});
    CHECK(TryCommit(repository).status == 0);
  }
}

TEST_CASE("pre-commit keeps the hook that medlint installed") {
  ScratchRepository repository;
  Install(repository);
  UsePreCommit(repository, "medlint-staged");
  CHECK(fs::exists(repository.At(".git/hooks/pre-commit.legacy")));
  repository.Stage("a.html", kSpamPage);
  CHECK(TryCommit(repository).status == 1);
  SUBCASE("and medlint that of pre-commit") {
    Install(repository);
    CHECK(Says(Hook(repository, "status"), ": installed"));
    const ProgramResult result = TryCommit(repository);
    CHECK(result.status == 1);
    CHECK(Says(result, kFinding));
    repository.Stage("a.html", kGardenPage);
    const ProgramResult taken = TryCommit(repository);
    CHECK(taken.status == 0);
    CHECK(Says(taken, "Passed"));
  }
}

TEST_CASE("the README's commands for git run") {
  ScratchRepository repository;
  repository.Stage("a.html", kGardenPage);
  repository.Commit();
  repository.Stage("a.html", kSpamPage);
  std::istringstream lines(ReadmeBlock("<!-- git commands -->"));
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::istringstream words(line);
    std::vector<std::string> arguments;
    for (std::string word; words >> word && word[0] != '#';)
      arguments.push_back(word);
    REQUIRE(arguments.size() > 2);
    REQUIRE((arguments[0] == "$" && arguments[1] == "medlint"));
    arguments.erase(arguments.begin(), arguments.begin() + 2);
    const ProgramResult result = repository.Run(MEDLINT_BINARY, arguments);
    const bool lints = arguments[0] == "check";
    CHECK(result.status == (lints ? 1 : 0));
    CHECK(Says(result, lints ? kFinding : ": installed"));
  }
  CHECK(TryCommit(repository).status == 1);
}

TEST_SUITE_END();

}  // namespace
}  // namespace medlint
