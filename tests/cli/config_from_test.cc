// SPDX-License-Identifier: Apache-2.0
//
// medlint check --config-from: a change is judged by the configuration of
// another revision, whatever it brings along.

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/small_rules.h"
#include "tests/support/run_program.h"
#include "tests/support/scratch_repository.h"

namespace medlint {
namespace {

using testing::ProgramResult;
using testing::ScratchRepository;

constexpr std::string_view kZap = "error[claims/zap]";
constexpr std::string_view kNoZap = "[rules]\n\"claims/zap\" = \"off\"\n";

ProgramResult Check(const ScratchRepository& repository,
                    std::vector<std::string> more) {
  more.insert(more.begin(),
              {"check", "--no-builtin", "--ruleset", testing::kSmallRules});
  return repository.Run(MEDLINT_BINARY, std::move(more));
}

bool Zaps(const ProgramResult& result) {
  return result.output.find(kZap) != std::string::npos;
}

bool ErrorsSay(const ProgramResult& result, std::string_view text) {
  INFO(result.errors);
  return result.errors.find(text) != std::string::npos;
}

TEST_SUITE_BEGIN("slow");

TEST_CASE("a change cannot weaken its own gate") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kBadPage);
  SUBCASE("by its configuration") {
    repository.Stage("medlint.toml", "root = true\n");
    repository.Commit();
    repository.Write("medlint.toml", kNoZap);
    CHECK(!Zaps(Check(repository, {"a.html"})));
    CHECK(Zaps(Check(repository, {"a.html", "--config-from", "main"})));
  }
  SUBCASE("by a nearer one") {
    repository.Stage("medlint.toml", "root = true\n");
    repository.Commit();
    repository.Write("sub/a.html", testing::kBadPage);
    repository.Write("sub/medlint.toml", kNoZap);
    CHECK(!Zaps(Check(repository, {"sub"})));
    CHECK(Zaps(Check(repository, {"sub", "--config-from", "main"})));
  }
  SUBCASE("by what the configuration extends") {
    repository.Stage("shared/base.toml", "fail-on = \"warning\"\n");
    repository.Stage("medlint.toml", "extends = [\"shared/base.toml\"]\n");
    repository.Commit();
    repository.Write("shared/base.toml", kNoZap);
    CHECK(!Zaps(Check(repository, {"a.html"})));
    CHECK(Zaps(Check(repository, {"a.html", "--config-from", "HEAD"})));
  }
  SUBCASE("by exclusion") {
    repository.Stage("medlint.toml", "root = true\n");
    repository.Commit();
    repository.Write("medlint.toml", "exclude = [\"a.html\"]\n");
    CHECK(!Zaps(Check(repository, {"."})));
    CHECK(Zaps(Check(repository, {".", "--config-from", "HEAD"})));
  }
  SUBCASE("by its baseline") {
    repository.Stage("medlint.toml", "root = true\n");
    repository.Commit();
    repository.Run(MEDLINT_BINARY, {"baseline", "create", "--no-builtin",
                                    "--ruleset", testing::kSmallRules});
    CHECK(!Zaps(Check(repository, {"a.html"})));
    CHECK(Zaps(Check(repository, {"a.html", "--config-from", "HEAD"})));
  }
  SUBCASE("and what is allowed there is allowed") {
    repository.Stage("medlint.toml", kNoZap);
    repository.Commit();
    repository.Git({"rm", "-q", "--cached", "medlint.toml"});
    repository.Write("medlint.toml", "root = true\n");
    CHECK(Zaps(Check(repository, {"a.html"})));
    CHECK(!Zaps(Check(repository, {"a.html", "--config-from", "HEAD"})));
  }
}

TEST_CASE("rules of the revision, from below its top") {
  ScratchRepository repository;
  const std::string rule =
      "[ruleset]\nid = \"house\"\nversion = \"1\"\n"
      "[[rule]]\nid = \"claims/balm\"\nkind = \"phrase\"\n"
      "severity = \"error\"\nsummary = \"s\"\nmessage = \"m\"\n"
      "any = [\"pain\"]\nbad = [\"[[Pain]].\"]\ngood = [\"Ease.\"]\n";
  repository.Stage("rules/house.toml", rule);
  repository.Stage("medlint.toml", "extends = [\"rules\"]\n");
  repository.Stage("sub/a.html", testing::kBadPage);
  repository.Commit();
  repository.Git({"rm", "-q", "-r", "rules", "medlint.toml"});
  repository.Enter("sub");
  const ProgramResult result =
      Check(repository, {"a.html", "--config-from", "HEAD"});
  CHECK(result.output.find("error[claims/balm]") != std::string::npos);
}

TEST_CASE("what --config-from cannot do is an error that says why") {
  ScratchRepository repository;
  repository.Stage("a.html", testing::kBadPage);
  repository.Commit();
  SUBCASE("no such revision") {
    const ProgramResult result =
        Check(repository, {"a.html", "--config-from", "nowhere"});
    CHECK(result.status == 2);
    CHECK(ErrorsSay(result,
                    "--config-from: error: there is no commit `nowhere`"));
    CHECK(ErrorsSay(result, "fetch it first"));
  }
  SUBCASE("no configuration there") {
    repository.Write("medlint.toml", kNoZap);
    const ProgramResult result =
        Check(repository, {"a.html", "--config-from", "main"});
    CHECK(result.status == 2);
    CHECK(ErrorsSay(
        result,
        "--config-from: error: `main` has no medlint.toml that is for "
        "a.html"));
  }
  SUBCASE("a mistake there has git's name for the place") {
    repository.Stage("sub/medlint.toml", "fail-no = 1\n");
    repository.Commit();
    repository.Write("sub/medlint.toml", "");
    repository.Write("sub/a.html", testing::kBadPage);
    const ProgramResult result =
        Check(repository, {"sub", "--config-from", "main"});
    CHECK(result.status == 2);
    CHECK(ErrorsSay(result, "main:sub/medlint.toml:1:1: error: unknown key"));
  }
  SUBCASE("what it extends is not there, or is a link") {
    repository.Stage("medlint.toml", "extends = [\"more.toml\"]\n");
    repository.Commit();
    repository.Write("more.toml", "");
    CHECK(ErrorsSay(Check(repository, {"a.html", "--config-from", "main"}),
                    "`more.toml` is not in that revision"));
    repository.Run("ln", {"-s", "a.html", repository.At("link.toml")});
    repository.Stage("medlint.toml", "extends = [\"link.toml\"]\n");
    repository.Git({"add", "link.toml"});
    repository.Commit();
    CHECK(ErrorsSay(Check(repository, {"a.html", "--config-from", "main"}),
                    "`link.toml` is a link or a submodule"));
  }
  SUBCASE("what it extends lies outside") {
    repository.outside().Write("house.toml", "");
    repository.Stage("medlint.toml", "extends = [\"../house.toml\"]\n");
    repository.Commit();
    CHECK(ErrorsSay(Check(repository, {"a.html", "--config-from", "main"}),
                    "`../house.toml` lies outside of the repository"));
  }
  SUBCASE("contradiction") {
    CHECK(ErrorsSay(
        Check(repository, {"a.html", "--config-from", "main", "--no-config"}),
        "--config-from: error: makes no sense with --no-config"));
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace medlint
