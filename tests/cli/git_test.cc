// SPDX-License-Identifier: Apache-2.0
//
// medlint check --staged, --changed-since, --diff-from and --changed-lines, in
// real repositories.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/small_rules.h"
#include "tests/support/run_program.h"
#include "tests/support/scratch_repository.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::ProgramResult;
using testing::ScratchRepository;

// Lints with rules of which one finds "zaps" (an error), and one the page as a
// whole (a warning).
ProgramResult Lint(const ScratchRepository& repository,
                   std::vector<std::string> arguments, std::string input = {}) {
  arguments.insert(arguments.begin(), {"check", "--no-builtin", "--ruleset",
                                       testing::kSmallRules});
  return repository.Run(MEDLINT_BINARY, std::move(arguments), std::move(input));
}

// The lines of a concise report that are findings, up to the rule.
std::vector<std::string> Findings(const ProgramResult& result) {
  std::vector<std::string> findings;
  std::string_view rest = result.output;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t rule = line.find("] ");
    if (rule != std::string_view::npos)
      findings.emplace_back(line.substr(0, rule + 1));
  }
  return findings;
}

using Lines = std::vector<std::string>;

// What a page without "see a doctor" gets, and one that zaps.
std::string Whole(const std::string& path) {
  return path + ":1:5: warning[safety/see-doctor]";
}
std::string Zap(const std::string& path, int line) {
  return path + ":" + std::to_string(line) + ":7: error[claims/zap]";
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("--staged lints the index, not the work tree") {
  ScratchRepository repository;
  SUBCASE("a bad index under a good work tree") {
    repository.Stage("a.html", testing::kBadPage);
    repository.Write("a.html", testing::kGoodPage);
    const ProgramResult result = Lint(repository, {"--staged"});
    CHECK(result.status == 1);
    CHECK(Findings(result) == Lines{Whole("a.html"), Zap("a.html", 2)});
    CHECK(result.errors ==
          "medlint: 1 staged file read from the index, 1 of them not as in the "
          "work tree\n");
  }
  SUBCASE("a good index under a bad work tree") {
    repository.Stage("a.html", testing::kGoodPage);
    repository.Write("a.html", testing::kBadPage);
    const ProgramResult result = Lint(repository, {"--staged"});
    CHECK(result.status == 0);
    CHECK(Findings(result) == Lines{Whole("a.html")});
  }
  SUBCASE("staged in part") {
    repository.Stage("a.html", testing::kGoodPage);
    repository.Commit();
    repository.Stage("a.html", "<h1>Balm</h1>\n<p>It zaps pain.</p>\n");
    repository.Write("a.html",
                     "<h1>Balm</h1>\n<p>It zaps pain.</p>\n<p>It zaps.</p>\n");
    const ProgramResult result = Lint(repository, {"--staged"});
    CHECK(Findings(result) == Lines{Whole("a.html"), Zap("a.html", 2)});
  }
  SUBCASE("staged, and gone from the work tree") {
    repository.Stage("a.html", testing::kBadPage);
    fs::remove(repository.At("a.html"));
    CHECK(Lint(repository, {"--staged"}).status == 1);
  }
  SUBCASE("a file that was touched is no other file") {
    repository.Stage("a.html", testing::kBadPage);
    fs::last_write_time(
        repository.At("a.html"),
        fs::file_time_type::clock::now() - std::chrono::hours(1));
    CHECK(Lint(repository, {"--staged"}).errors ==
          "medlint: 1 staged file read from the index, 0 of them not as in the "
          "work tree\n");
  }
}

TEST_CASE("--staged lints what the commit would change, and articles only") {
  ScratchRepository repository;
  repository.Stage("old.html", testing::kBadPage);
  repository.Stage("gone.html", testing::kBadPage);
  repository.Stage("moved.html", testing::kBadPage);
  repository.Stage("kind.html", testing::kGoodPage);
  repository.Commit();
  repository.Stage("new.HTM", testing::kBadPage);
  repository.Stage("notes.md", testing::kBadPage);
  repository.Stage(".cache/a.html", testing::kBadPage);
  repository.Git({"rm", "-q", "gone.html"});
  repository.Git({"mv", "moved.html", "there.xhtml"});
  fs::remove(repository.At("kind.html"));
  fs::create_symlink("old.html", repository.At("kind.html"));
  fs::create_symlink("old.html", repository.At("link.html"));
  repository.Git({"add", "kind.html", "link.html"});
  repository.Write("untracked.html", testing::kBadPage);
  repository.Write("intended.html", testing::kBadPage);
  repository.Git({"add", "-N", "intended.html"});
  const ProgramResult result = Lint(repository, {"--staged"});
  CHECK(Findings(result) == Lines{Whole("new.HTM"), Zap("new.HTM", 2),
                                  Whole("there.xhtml"), Zap("there.xhtml", 2)});
  CHECK(result.errors.starts_with("medlint: 2 staged files read"));
}

TEST_CASE("--staged passes over submodules") {
  ScratchRepository repository;
  repository.outside().Write("part/.keep", "");
  const std::string part = repository.outside().At("part");
  repository.Git({"init", "-q", part});
  repository.outside().Write("part/a.html", testing::kBadPage);
  repository.Git({"-C", part, "add", "a.html"});
  repository.Git({"-C", part, "commit", "-q", "-m", "x"});
  repository.Git({"-c", "protocol.file.allow=always", "submodule", "--quiet",
                  "add", part, "part.html"});
  const ProgramResult result = Lint(repository, {"--staged"});
  CHECK(result.status == 0);
  CHECK(result.output == "");
  CHECK(result.errors ==
        "medlint: no article to lint: no .html, .htm, .xhtml or .txt file is "
        "staged\n");
}

TEST_CASE("names may be any bytes") {
  ScratchRepository repository;
  const std::vector<std::string> names = {
      "with space.html", "tab\there.html", "line\nend.html", "\xE9t\xE9.html",
      "\"quoted\".html", "-dash.html",     "b/*.html",       "ü.html"};
  for (const std::string& name : names)
    repository.Stage(name, testing::kBadPage);
  const ProgramResult result = Lint(repository, {"--staged", "-f", "jsonl"});
  CHECK(result.status == 1);
  CHECK(result.errors.starts_with("medlint: 8 staged files read"));
  SUBCASE("with their changed lines") {
    CHECK(Lint(repository, {"--staged", "--changed-lines", "-f", "jsonl"})
              .output == result.output);
    repository.Commit();
    for (const std::string& name : names)
      repository.Stage(
          name, std::string(testing::kBadPage) + "<p>It zaps pain.</p>\n");
    const std::string diff = repository.Git({"diff", "--cached"});
    for (const ProgramResult& lines :
         {Lint(repository, {"--staged", "--changed-lines"}),
          Lint(repository, {"--changed-since", "HEAD", "--changed-lines"}),
          Lint(repository, {"--diff-from", "-", "--changed-lines"}, diff)}) {
      CHECK(lines.errors.find("medlint: 8 findings left out") !=
            std::string::npos);
      CHECK(Findings(lines).size() == 16);
    }
  }
  SUBCASE("as names of paths") {
    const ProgramResult limited =
        Lint(repository, {"--staged", "--", "-dash.html", "b/*.html"});
    CHECK(Findings(limited) == Lines{Whole("-dash.html"), Zap("-dash.html", 2),
                                     Whole("b/*.html"), Zap("b/*.html", 2)});
  }
}

TEST_CASE("paths are as seen from the working folder, and limit") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kBadPage);
  repository.Stage("site/b.html", testing::kBadPage);
  repository.Stage("site/deep/.hidden/c.html", testing::kBadPage);
  repository.Stage("other/d.html", testing::kBadPage);
  repository.Stage("other/gone.html", testing::kBadPage);
  const auto errors_in = [&](std::vector<std::string> within) {
    within.insert(within.begin(), {"--staged", "--min-severity", "error"});
    return Findings(Lint(repository, within));
  };
  SUBCASE("from the top") {
    CHECK(errors_in({"site"}) == Lines{Zap("site/b.html", 2)});
    CHECK(errors_in({"./site/../a.html", "site/"}) ==
          Lines{Zap("a.html", 2), Zap("site/b.html", 2)});
    CHECK(errors_in({"site/deep/.hidden"}) ==
          Lines{Zap("site/deep/.hidden/c.html", 2)});
    CHECK(errors_in({repository.At("other")}).size() == 2);
    CHECK(errors_in({"."}).size() == 4);
  }
  SUBCASE("from a folder below") {
    repository.Enter("site/deep");
    CHECK(errors_in({}) ==
          Lines{Zap("../../a.html", 2), Zap("../../other/d.html", 2),
                Zap("../../other/gone.html", 2), Zap("../b.html", 2)});
    CHECK(errors_in({".."}) == Lines{Zap("../b.html", 2)});
    CHECK(errors_in({"../../other/d.html"}) ==
          Lines{Zap("../../other/d.html", 2)});
  }
  SUBCASE("what was deleted is no mistake, what never was is one") {
    repository.Commit();
    repository.Git({"rm", "-q", "other/gone.html"});
    const ProgramResult deleted =
        Lint(repository, {"--staged", "other/gone.html"});
    CHECK(deleted.status == 0);
    CHECK(deleted.errors ==
          "medlint: no article to lint: no .html, .htm, .xhtml or .txt file of "
          "the paths given is staged\n");
    const ProgramResult never = Lint(repository, {"--staged", "oter"});
    CHECK(never.status == 2);
    CHECK(never.errors.find("oter: error: there is no such file or folder") !=
          std::string::npos);
  }
  SUBCASE("from a list, which is no limit only if it was not asked for") {
    CHECK(Lint(repository, {"--staged", "--files-from", "-"}, "a.html\n")
              .errors.starts_with("medlint: 1 staged file read"));
    CHECK(Lint(repository, {"--staged", "--files-from", "-"}).status == 2);
  }
}

TEST_CASE("what a hook has in its environment counts") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kGoodPage);
  repository.Commit();
  SUBCASE("another index, as `git commit FILE` has it") {
    repository.Set("GIT_INDEX_FILE=" + repository.At(".git/other"));
    repository.Git({"read-tree", "HEAD"});
    repository.Stage("a.html", testing::kBadPage);
    CHECK(Lint(repository, {"--staged"}).status == 1);
  }
  SUBCASE("another folder than .git") {
    fs::rename(repository.At(".git"), repository.outside().At("git"));
    repository.Set("GIT_DIR=" + repository.outside().At("git"));
    repository.Set("GIT_WORK_TREE=" + repository.At(""));
    repository.Stage("b/a.html", testing::kBadPage);
    repository.Enter("b");
    CHECK(Findings(Lint(repository, {"--staged"})) ==
          Lines{Whole("a.html"), Zap("a.html", 2)});
    repository.Enter("..");
    CHECK(Findings(Lint(repository, {"--staged"}))
              .back()
              .ends_with("site/b/a.html:2:7: error[claims/zap]"));
  }
  SUBCASE("but not how paths are to be taken") {
    repository.Stage("b.html", testing::kBadPage);
    repository.Set("GIT_LITERAL_PATHSPECS=1");
    repository.Set("GIT_EXTERNAL_DIFF=false");
    CHECK(Lint(repository, {"--staged", "--changed-lines"}).status == 1);
  }
}

TEST_CASE("how the user likes differences does not count") {
  ScratchRepository repository;
  repository.Stage("sub/a.html", testing::kGoodPage);
  repository.Commit();
  repository.Stage("sub/a.html", testing::kBadPage);
  for (const std::string_view setting :
       {"diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always",
        "diff.external=false", "diff.relative=true", "diff.context=10",
        "core.quotePath=false", "diff.renames=copies",
        "diff.autoRefreshIndex=false", "diff.interHunkContext=100"}) {
    const std::size_t equals = setting.find('=');
    repository.Git({"config", std::string(setting.substr(0, equals)),
                    std::string(setting.substr(equals + 1))});
  }
  repository.Write(".gitattributes", "*.html diff=broken -text\n");
  repository.Git({"config", "diff.broken.textconv", "false"});
  repository.Git({"config", "diff.broken.command", "false"});
  repository.Enter("sub");
  CHECK(Findings(Lint(repository, {"--staged", "--changed-lines"})) ==
        Lines{Whole("a.html"), Zap("a.html", 2)});
  CHECK(Findings(Lint(repository,
                      {"--changed-since", "HEAD", "--changed-lines", "."})) ==
        Lines{Whole("a.html"), Zap("a.html", 2)});
}

TEST_CASE("work trees have their own index") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kGoodPage);
  repository.Commit();
  const std::string second = repository.outside().At("second");
  repository.Git({"worktree", "add", "-q", second, "-b", "second"});
  repository.Enter("../second");
  repository.outside().Write("second/b.html", testing::kBadPage);
  repository.Git({"add", "b.html"});
  CHECK(Findings(Lint(repository, {"--staged"})) ==
        Lines{Whole("b.html"), Zap("b.html", 2)});
  repository.Enter(".");
  CHECK(Lint(repository, {"--staged"}).output == "");
}

TEST_CASE("--changed-lines keeps findings on changed lines, and of the page") {
  ScratchRepository repository;
  repository.Stage("a.html",
                   "<h1>Balm</h1>\n<p>It zaps pain.</p>\n<p>One.</p>\n");
  repository.Stage("b.html", testing::kBadPage);
  repository.Commit();
  repository.Stage(
      "a.html",
      "<h1>Balm</h1>\n<p>It zaps pain.</p>\n<p>One.</p>\n<p>It zaps it.</p>\n");
  const ProgramResult result =
      Lint(repository, {"--staged", "--changed-lines"});
  CHECK(result.status == 1);
  CHECK(Findings(result) == Lines{Whole("a.html"), Zap("a.html", 4)});
  CHECK(result.errors.ends_with(
      "medlint: 1 finding left out, on lines that have not changed\n"));
  SUBCASE("the exit status is that of what is left") {
    repository.Stage("a.html",
                     "<h1>Balm</h1>\n<p>It zaps pain.</p>\n<p>Two.</p>\n");
    CHECK(Lint(repository, {"--staged", "--changed-lines"}).status == 0);
    CHECK(Lint(repository, {"--staged"}).status == 1);
  }
  SUBCASE("a file that was only moved has no changed line") {
    repository.Commit();
    repository.Git({"mv", "b.html", "c.html"});
    CHECK(Findings(Lint(repository, {"--staged", "--changed-lines"})) ==
          Lines{Whole("c.html")});
  }
  SUBCASE("nor has one with another mode") {
    repository.Commit();
    repository.Git({"update-index", "--chmod=+x", "b.html"});
    CHECK(Findings(Lint(repository, {"--staged", "--changed-lines"})) ==
          Lines{Whole("b.html")});
  }
}

TEST_CASE("what --changed-lines leaves out is not gone from the baseline") {
  ScratchRepository repository;
  repository.Stage("a.html",
                   "<h1>Balm</h1>\n<p>It zaps pain.</p>\n<p>One.</p>\n");
  REQUIRE(repository
              .Run(MEDLINT_BINARY, {"baseline", "create", "--no-builtin",
                                    "--ruleset", testing::kSmallRules, "."})
              .status == 0);
  repository.Stage(
      "a.html", "<h1>Balm</h1>\n<p>It zaps pain.</p>\n<p>It zaps aches.</p>\n");
  const ProgramResult result =
      Lint(repository, {"--staged", "--changed-lines", "--strict"});
  CHECK(Findings(result) == Lines{Zap("a.html", 3)});
  CHECK(result.output.find("stale") == std::string::npos);
}

TEST_CASE("a baseline follows the renames of git") {
  ScratchRepository repository;
  const auto baseline = [&](const std::string& verb) {
    return repository
        .Run(MEDLINT_BINARY, {"baseline", verb, "--no-builtin", "--ruleset",
                              testing::kSmallRules, "."})
        .output;
  };
  repository.Stage("old name.html", testing::kBadPage);
  repository.Stage("kept.html", testing::kGoodPage);
  REQUIRE(baseline("create").starts_with("wrote"));
  repository.Git({"add", ".medlint-baseline.toml"});
  repository.Commit();
  repository.Git({"mv", "old name.html", "new.html"});
  const auto is_quiet = [&] {
    const ProgramResult result = Lint(repository, {".", "--strict"});
    CHECK(result.output.find("stale") == std::string::npos);
    return result.status == 0 && Findings(result).empty();
  };
  CHECK(is_quiet());
  SUBCASE("committed") {
    repository.Commit();
    CHECK(is_quiet());
    SUBCASE("and pruned") {
      CHECK(baseline("prune") ==
            "wrote .medlint-baseline.toml: 3 findings in 2 files; 0 added, 0 "
            "dropped\n");
      repository.Git({"add", ".medlint-baseline.toml"});
      repository.Commit();
      CHECK(is_quiet());
      CHECK(baseline("prune").starts_with("left "));
    }
  }
  SUBCASE("renamed without git") {
    repository.Commit();
    repository.Git({"mv", "new.html", "gone.html"});
    repository.Git({"rm", "-q", "-f", "gone.html"});
    repository.Write("other.html", testing::kBadPage);
    CHECK(Findings(Lint(repository, {"other.html"})).size() == 2);
  }
}

TEST_CASE("--changed-since takes the work tree, what is staged, what is new") {
  ScratchRepository repository;
  for (const std::string_view path :
       {"same.html", "committed.html", "edited.html", "staged.html",
        "deleted.html", "main.html"}) {
    repository.Stage(path, testing::kGoodPage);
  }
  repository.Stage(".gitignore", "/ignored.html\n");
  repository.Commit();
  repository.Git({"checkout", "-q", "-b", "topic"});
  repository.Stage("committed.html", testing::kBadPage);
  repository.Commit();
  // What has happened on main since is not ours.
  repository.Git({"checkout", "-q", "main"});
  repository.Stage("main.html", testing::kBadPage);
  repository.Commit();
  repository.Git({"checkout", "-q", "topic"});
  repository.Write("edited.html", testing::kBadPage);
  repository.Stage("staged.html", testing::kBadPage);
  repository.Write("staged.html", testing::kGoodPage);
  repository.Git({"rm", "-q", "deleted.html"});
  repository.Write("new/new.html", testing::kBadPage);
  repository.Write("ignored.html", testing::kBadPage);
  fs::create_symlink("new/new.html", repository.At("link.html"));
  const Lines expected = {Whole("committed.html"), Zap("committed.html", 2),
                          Whole("edited.html"),    Zap("edited.html", 2),
                          Whole("new/new.html"),   Zap("new/new.html", 2),
                          Whole("staged.html")};
  const ProgramResult result = Lint(repository, {"--changed-since", "main"});
  CHECK(result.status == 1);
  CHECK(Findings(result) == expected);
  CHECK(result.errors == "medlint: 4 changed files read from the work tree\n");
  CHECK(Findings(Lint(repository, {"--changed-since", "main",
                                   "--changed-lines"})) == expected);
  CHECK(Findings(Lint(repository, {"--changed-since", "main", "--no-gitignore",
                                   "ignored.html"})) ==
        Lines{Whole("ignored.html"), Zap("ignored.html", 2)});
  const ProgramResult nothing =
      Lint(repository, {"--changed-since", "HEAD~1", "same.html"});
  CHECK(nothing.status == 0);
  CHECK(nothing.errors ==
        "medlint: no article to lint: no .html, .htm, .xhtml or .txt file of "
        "the paths given has changed since `HEAD~1`\n");
}

TEST_CASE("--diff-from lints what a diff names") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kGoodPage);
  repository.Stage("moved.html", testing::kBadPage);
  repository.Commit();
  repository.Write("a.html", testing::kBadPage);
  repository.Git({"mv", "moved.html", "there.html"});
  const std::string diff = repository.Git({"diff", "HEAD"});
  SUBCASE("on standard input") {
    const ProgramResult result = Lint(repository, {"--diff-from", "-"}, diff);
    CHECK(Findings(result) == Lines{Whole("a.html"), Zap("a.html", 2),
                                    Whole("there.html"), Zap("there.html", 2)});
    CHECK(Findings(Lint(repository, {"--diff-from", "-", "--changed-lines"},
                        diff)) ==
          Lines{Whole("a.html"), Zap("a.html", 2), Whole("there.html")});
    CHECK(Findings(Lint(repository, {"--diff-from", "-", "there.html"}, diff))
              .size() == 2);
  }
  SUBCASE("in a file, from another folder") {
    repository.outside().Write("x.diff", diff);
    repository.Write("sub/.keep", "");
    repository.Enter("sub");
    const ProgramResult result =
        Lint(repository, {"--diff-from", "../../x.diff"});
    CHECK(result.status == 2);
    CHECK(result.errors.find("../../x.diff:4: error: there is no `a.html`, "
                             "which the diff names\n") != std::string::npos);
  }
  SUBCASE("not outside") {
    repository.outside().Write("secret.html", testing::kBadPage);
    fs::create_directory_symlink("..", repository.At("up"));
    for (const std::string_view path :
         {"../secret.html", "up/secret.html", "a/../../secret.html"}) {
      const std::string hostile =
          "--- a/x\n+++ b/" + std::string(path) + "\n@@ -0,0 +1 @@\n+x\n";
      const ProgramResult result =
          Lint(repository, {"--diff-from", "-"}, hostile);
      CHECK(result.status == 2);
      CHECK(result.output == "");
      CHECK(result.errors.find("is outside the working folder") !=
            std::string::npos);
    }
  }
  SUBCASE("malformed") {
    const ProgramResult result = Lint(repository, {"--diff-from", "-"},
                                      "--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n x\n");
    CHECK(result.status == 2);
    CHECK(result.errors ==
          "<stdin>:4: error: the diff ends in the middle of the hunk of line "
          "3\n");
  }
  SUBCASE("without an article") {
    const ProgramResult result = Lint(repository, {"--diff-from", "-"});
    CHECK(result.status == 0);
    CHECK(result.output == "");
    CHECK(result.errors ==
          "medlint: no article to lint: no .html, .htm, .xhtml or .txt file is "
          "in the diff\n");
  }
}

TEST_CASE("no article is no failure, and reports that were asked for come") {
  ScratchRepository repository;
  repository.Stage("notes.md", testing::kBadPage);
  const ProgramResult result = Lint(
      repository,
      {"--staged", "-f", "json=" + repository.outside().At("report.json")});
  CHECK(result.status == 0);
  CHECK(fs::file_size(repository.outside().At("report.json")) > 0);
  CHECK(Lint(repository, {"--staged", "-f", "concise"})
            .output.starts_with("checked 0 files"));
}

TEST_CASE("a conflict is an error") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kGoodPage);
  repository.Commit();
  repository.Git({"checkout", "-q", "-b", "topic"});
  repository.Stage("a.html", "<h1>Topic</h1>\n");
  repository.Commit();
  repository.Git({"checkout", "-q", "main"});
  repository.Stage("a.html", "<h1>Main</h1>\n");
  repository.Commit();
  CHECK(repository.TryGit({"merge", "-q", "topic"}).status == 1);
  const ProgramResult result = Lint(repository, {"--staged"});
  CHECK(result.status == 2);
  CHECK(result.errors.find("a.html: error: has a conflict") !=
        std::string::npos);
}

TEST_CASE("git that fails is status 2, with advice") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kGoodPage);
  const auto fails_with = [&](std::vector<std::string> arguments,
                              std::string_view message) {
    const ProgramResult result = Lint(repository, std::move(arguments));
    CHECK(result.status == 2);
    CHECK(result.output == "");
    CHECK_MESSAGE(result.errors.starts_with(message), result.errors);
  };
  fails_with({"--changed-since", "main"},
             "git: error: there is no commit `main` in this repository\n"
             "  = help: fetch it first");
  repository.Commit();
  fails_with({"--changed-since", "--output=x"},
             "git: error: there is no commit `--output=x` in this");
  repository.Git({"checkout", "-q", "--orphan", "other"});
  fails_with({"--changed-since", "main"},
             "git: error: there is no commit here yet to compare with `main`\n"
             "  = help: --staged lints");
  repository.Stage("a.html", testing::kBadPage);
  repository.Commit();
  fails_with({"--changed-since", "main"},
             "git: error: `main` and HEAD have no commit in common\n"
             "  = help: fetch more history");
  repository.Write(".git/config", "[core\n");
  fails_with({"--staged"}, "git: error: bad config line 1");
  fs::remove_all(repository.At(".git"));
  fails_with({"--staged"},
             "git: error: the working folder is in no git repository\n"
             "  = help: run medlint inside one");
  repository.Git({"init", "-q", "--bare", "."});
  fails_with({"--staged"},
             "git: error: this operation must be run in a work tree\n"
             "  = help: ");
  repository.Set("PATH=/nonexistent");
  fails_with({"--staged"},
             "git: error: is not installed, or not in PATH\n"
             "  = help: install it");
}

TEST_CASE("an object that is lost is an error of its file") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kBadPage);
  repository.Stage("b.html", testing::kGoodPage);
  const std::string id = repository.Git({"rev-parse", ":b.html"}).substr(0, 40);
  fs::remove(
      repository.At(".git/objects/" + id.substr(0, 2) + "/" + id.substr(2)));
  const ProgramResult result = Lint(repository, {"--staged"});
  CHECK(result.status == 2);
  CHECK(Findings(result) == Lines{Whole("a.html"), Zap("a.html", 2)});
  CHECK(result.errors.find("b.html: error: cannot be read from the index") !=
        std::string::npos);
}

TEST_CASE("many and large blobs arrive whole") {
  ScratchRepository repository;
  std::string large = "<h1>Balm</h1>\n";
  for (int i = 0; i < 5'000; ++i)
    large += "<p>It smells, and smells.</p>\n";
  for (int i = 0; i < 20; ++i) {
    repository.Write("page" + std::to_string(i) + ".html",
                     large + "<p>It zaps " + std::to_string(i) + ".</p>\n");
  }
  repository.Git({"add", "."});
  const ProgramResult result =
      Lint(repository, {"--staged", "-j", "4", "--min-severity", "error"});
  const Lines findings = Findings(result);
  CHECK(findings.size() == 20);
  for (const std::string& finding : findings)
    CHECK(finding.ends_with(".html:5002:7: error[claims/zap]"));
  const ProgramResult limited =
      Lint(repository, {"--staged", "--max-file-size", "100K", "page1.html"});
  CHECK(limited.status == 2);
  CHECK(limited.errors.find("page1.html: error: is over 102400 bytes") !=
        std::string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace medlint
