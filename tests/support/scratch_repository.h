// SPDX-License-Identifier: Apache-2.0
//
// A git repository for one test, with medlint at hand.  What the user of the
// machine has set for git does not count, and commits are always the same.

#ifndef TESTS_SUPPORT_SCRATCH_REPOSITORY_H_
#define TESTS_SUPPORT_SCRATCH_REPOSITORY_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint::testing {

class ScratchRepository {
 public:
  // The work tree is the folder "site"; beside it is room for more.
  ScratchRepository() {
    folder_.Write("site/.keep", "");
    // A test without git would prove nothing.
    REQUIRE_MESSAGE(Run("git", {"--version"}).status == 0,
                    "these tests need git: ci/install --tests");
    Git({"init", "-q", "-b", "main"});
  }

  std::string At(std::string_view path) const {
    return folder_.At("site/" + std::string(path));
  }
  void Write(std::string_view path, std::string_view bytes) const {
    folder_.Write("site/" + std::string(path), bytes);
  }
  const TemporaryFolder& outside() const { return folder_; }

  // Sets "NAME=value" for all that is run.
  void Set(std::string_view variable) {
    const std::string_view name = variable.substr(0, variable.find('=') + 1);
    std::erase_if(variables_, [&](const std::string& each) {
      return each.starts_with(name);
    });
    variables_.emplace_back(variable);
  }

  // Programs are run in this folder of the work tree.
  void Enter(std::string_view folder) { working_folder_ = At(folder); }

  // Runs git, which has to succeed, and returns its output.
  std::string Git(std::vector<std::string> arguments) const {
    const ProgramResult result = Run("git", std::move(arguments));
    INFO(result.output << result.errors);
    CHECK(result.status == 0);
    return result.output;
  }
  ProgramResult TryGit(std::vector<std::string> arguments) const {
    return Run("git", std::move(arguments));
  }
  void Stage(std::string_view path, std::string_view bytes) const {
    Write(path, bytes);
    Git({"add", "--", At(path)});
  }
  void Commit() const {
    Git({"commit", "-q", "--no-verify", "--allow-empty", "-m", "x"});
  }

  ProgramResult Run(const std::string& program,
                    std::vector<std::string> arguments,
                    std::string input = {}) const {
    arguments.insert(arguments.begin(), {"/usr/bin/env", program});
    return RunProgram({.command = std::move(arguments),
                       .environment = variables_,
                       .folder = working_folder_,
                       .input = std::move(input)});
  }

 private:
  TemporaryFolder folder_;
  std::string working_folder_ = folder_.At("site");
  std::vector<std::string> variables_ = {
      "PATH=/usr/local/bin:/usr/bin:/bin",
      "HOME=" + folder_.path().string(),
      "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_CONFIG_NOSYSTEM=1",
      "GIT_AUTHOR_NAME=A. Writer",
      "GIT_AUTHOR_EMAIL=writer@example.org",
      "GIT_AUTHOR_DATE=2026-01-15T00:00:00Z",
      "GIT_COMMITTER_NAME=A. Writer",
      "GIT_COMMITTER_EMAIL=writer@example.org",
      "GIT_COMMITTER_DATE=2026-01-15T00:00:00Z",
      "SOURCE_DATE_EPOCH=1768435200"};
};

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_SCRATCH_REPOSITORY_H_
