// SPDX-License-Identifier: Apache-2.0

#include "linter/project/baseline_file.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/project/file_bytes.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

std::vector<BaselineEntry> EntriesIn(const Baseline& baseline) {
  return {baseline.entries().begin(), baseline.entries().end()};
}

TEST_CASE("a baseline is written as it is read") {
  const TemporaryFolder folder;
  const std::string path = folder.path() / kBaselineName;
  const Baseline baseline({
      {.path = "b.html",
       .rule = "claims/cure",
       .fingerprint = "00000000000000ff"},
      {.path = "a \"b\" \\ \t.html",
       .rule = "claims/heal",
       .fingerprint = "0123456789abcdef"},
      {.path = "b.html",
       .rule = "claims/cure",
       .fingerprint = "000000000000000a"},
  });
  const std::string text = FormatBaseline(baseline);
  CHECK(text ==
        "# What medlint has found before and is not to report again: file, "
        "rule,\n# fingerprint.  Written by `medlint baseline`.\n"
        "version = 1\nfindings = [\n"
        "  [\"a \\\"b\\\" \\\\ \\u0009.html\", \"claims/heal\", "
        "\"0123456789abcdef\"],\n"
        "  [\"b.html\", \"claims/cure\", \"000000000000000a\"],\n"
        "  [\"b.html\", \"claims/cure\", \"00000000000000ff\"],\n"
        "]\n");
  REQUIRE(!ReplaceFile(path, text));
  std::vector<Error> errors;
  const auto read = ReadBaseline(path, errors);
  REQUIRE(read.has_value());
  CHECK(EntriesIn(*read) == EntriesIn(baseline));
  REQUIRE(!ReplaceFile(path, FormatBaseline(Baseline())));
  const auto nothing = ReadBaseline(path, errors);
  REQUIRE(nothing.has_value());
  CHECK(nothing->entries().empty());
}

TEST_CASE("what is no baseline is refused at its place") {
  struct Case {
    std::string_view text;
    std::string_view error;  // without the path of the file
  };
  static constexpr Case kCases[] = {
      {"version = 1\n", ":1:1: a baseline has a list, `findings`"},
      {"findings = []\n", ":1:1: a baseline says `version = 1`"},
      {"version = 1\nfindings = 3\n",
       ":2:12: a baseline has a list, `findings`"},
      {"version = 1\nfindings = [\n  [\"a\", \"b/c\"],\n]\n",
       ":3:3: a finding is a path, a rule and a fingerprint"},
      {"version = 1\nfindings = [\n  [\"a\", \"b/c\", 3],\n]\n",
       ":3:3: a finding is a path, a rule and a fingerprint"},
      {"version = 1\nfindings = [\n  [\"a\", \"b/c\", \"12\"],\n]\n",
       ":3:16: a fingerprint is 16 hexadecimal digits"},
      {"version = 1\nfindings = []\nfinding = []\n", ":3:1: "},
      {"version = 2\nfindings = []\n", ":1:11: "},
      {"version = 1\n<<<<<<< HEAD\nfindings = []\n", ":2:1: "},
  };
  const TemporaryFolder folder;
  const std::string path = folder.path() / kBaselineName;
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    REQUIRE(!ReplaceFile(path, c.text));
    std::vector<Error> errors;
    CHECK(!ReadBaseline(path, errors).has_value());
    REQUIRE(!errors.empty());
    CHECK(errors.front().ToString().starts_with(path + std::string(c.error)));
  }
  std::vector<Error> errors;
  CHECK(!ReadBaseline(folder.path() / "none.toml", errors).has_value());
  CHECK(errors.size() == 1);
}

TEST_CASE("the nearest baseline counts, up to the root of the repository") {
  const TemporaryFolder folder;
  const fs::path root = folder.path();
  fs::create_directories(root / "site/articles/old");
  const auto put = [](const fs::path& at) {
    std::ofstream(at / kBaselineName) << "version = 1\nfindings = []\n";
  };
  CHECK(FindBaseline(root / "site/articles") == "");
  put(root);
  // Without a repository, only the folder itself.
  CHECK(FindBaseline(root / "site/articles") == "");
  CHECK(FindBaseline(root) == kBaselineName);
  fs::create_directory(root / ".git");
  CHECK(FindBaseline(root / "site/articles") == "../../.medlint-baseline.toml");
  put(root / "site");
  CHECK(FindBaseline(root / "site/articles") == "../.medlint-baseline.toml");
  // A repository of its own ends the search; a worktree has .git as a file.
  std::ofstream(root / "site/articles/.git") << "gitdir: x\n";
  CHECK(FindBaseline(root / "site/articles/old") == "");
}

TEST_CASE("pages are called by their path from the baseline") {
  const TemporaryFolder folder;
  const fs::path root = fs::canonical(folder.path());
  fs::create_directories(root / "site/articles");
  fs::create_directory_symlink(root / "site", root / "link");
  const std::string odd = "50%\xE9.html";
  std::ofstream(root / "site/articles" / odd) << "x";
  BaselinePaths paths(root / "site" / kBaselineName);
  CHECK(paths.Of(root / "site/a.html") == "a.html");
  CHECK(paths.Of(root / "site/articles/../articles/a.html") ==
        "articles/a.html");
  CHECK(paths.Of(root / "link/articles/a.html") == "articles/a.html");
  CHECK(paths.Of(root / "other/a.html") == "../other/a.html");
  CHECK(paths.Of(root / "site/articles" / odd) == "articles/50%25%E9.html");
  CHECK(paths.Exists("articles/50%25%E9.html"));
  CHECK_FALSE(paths.Exists("articles/50%25.html"));
}

TEST_CASE("a file is replaced whole, with its mode, through a link") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a";
  REQUIRE(!ReplaceFile(file, "one"));
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("a", folder.path() / "link");
  REQUIRE(!ReplaceFile(folder.path() / "link", "two"));
  CHECK(fs::is_symlink(folder.path() / "link"));
  CHECK(*ReadFileBytes(file) == "two");
  CHECK(fs::status(file).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
  // Nothing else is left behind.
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 2);
  CHECK(ReplaceFile(folder.path() / "none/b", "x").has_value());
}

}  // namespace
}  // namespace medlint
