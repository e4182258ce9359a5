// SPDX-License-Identifier: Apache-2.0
//
// What is found in a folder and not linted: `exclude` of medlint.toml, and
// medlint's own reports.

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/small_rules.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

using testing::ProgramResult;

class Folder {
 public:
  ProgramResult Check(std::vector<std::string> more) const {
    more.insert(more.begin(), {MEDLINT_BINARY, "check", "--no-builtin",
                               "--ruleset", testing::kSmallRules});
    return testing::RunProgram({.command = std::move(more),
                                .environment = {"PATH=/usr/bin:/bin"},
                                .folder = folder_.At("")});
  }
  void Write(std::string_view path, std::string_view text) const {
    folder_.Write(std::string(path), std::string(text));
  }

 private:
  testing::TemporaryFolder folder_;
};

// Which of "a.html" and "drafts/b.html" have findings.
std::string Linted(const ProgramResult& result) {
  std::string names;
  for (const std::string_view name : {"a.html:", "drafts/b.html:"}) {
    if (result.output.find(name) != std::string::npos) names += name;
  }
  return names;
}

TEST_CASE("what the configuration excludes") {
  const Folder folder;
  folder.Write("medlint.toml", "root = true\nexclude = [\"drafts/\"]\n");
  folder.Write("a.html", testing::kBadPage);
  folder.Write("drafts/b.html", testing::kBadPage);
  struct Case {
    std::vector<std::string> arguments;
    std::string_view linted;
    int status;
  };
  const Case cases[] = {
      {{"."}, "a.html:", 1},
      {{"a.html", "drafts/b.html"}, "a.html:drafts/b.html:", 1},
      {{"a.html", "drafts/b.html", "--force-exclude"}, "a.html:", 1},
      {{"drafts/b.html", "--force-exclude"}, "", 0},
      {{"drafts"}, "", 0},
      {{".", "--no-config"}, "a.html:drafts/b.html:", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.arguments.front());
    const ProgramResult result = folder.Check(c.arguments);
    CHECK(Linted(result) == c.linted);
    CHECK(result.status == c.status);
  }
  const ProgramResult none = folder.Check({"drafts/b.html", "--force-exclude"});
  CHECK(none.output == "");
  CHECK(none.errors ==
        "medlint: 1 file passed over, as the configuration says\n");
}

TEST_CASE("a report that lies among the pages is none of them") {
  const Folder folder;
  folder.Write("a.html", testing::kBadPage);
  CHECK(folder.Check({".", "--format", "html=report.html"}).status == 1);
  const ProgramResult again = folder.Check({"."});
  CHECK(again.output.find("checked 1 file:") != std::string::npos);
  CHECK(again.errors ==
        "medlint: 1 report of medlint's own passed over: report.html\n");
  // Who asks for it gets it.
  const ProgramResult asked = folder.Check({"report.html"});
  CHECK(asked.output.find("checked 1 file:") != std::string::npos);
}

}  // namespace
}  // namespace medlint
