// SPDX-License-Identifier: Apache-2.0

#include "linter/project/files.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/text/source_file.h"
#include "tests/support/temporary_folder.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;
using testing::TemporaryFolder;

// The paths selected, without the folder they are in.
std::vector<std::string> Select(const TemporaryFolder& folder,
                                std::vector<std::string> names,
                                bool honour_gitignore = true) {
  for (std::string& name : names)
    name = folder.At(name);
  const FileSelection selection = SelectFiles(names, honour_gitignore);
  CHECK(selection.errors.empty());
  std::vector<std::string> paths;
  for (const std::string& path : selection.paths) {
    REQUIRE(path.starts_with(folder.path().string() + "/"));
    paths.push_back(path.substr(folder.path().string().size() + 1));
  }
  return paths;
}

using Names = std::vector<std::string>;

TEST_CASE("a folder is walked in order of name") {
  const TemporaryFolder folder;
  for (const std::string_view name :
       {"site/b.html", "site/a/z.HTM", "site/a.xhtml", "site/c/d/e.txt",
        "site/image.png", "site/script.js", "site/.git/page.html",
        "site/.cache/page.html", "site/B.html", "site/html", "site/.html"}) {
    folder.Write(name, "x");
  }
  CHECK(Select(folder, {"site"}) == Names{"site/B.html", "site/a/z.HTM",
                                          "site/a.xhtml", "site/b.html",
                                          "site/c/d/e.txt"});
  CHECK(Select(folder, {"site/"}).front() == "site/B.html");
}

TEST_CASE("a file is taken whatever its name, and once") {
  const TemporaryFolder folder;
  folder.Write("page.php", "x");
  folder.Write("site/a.html", "x");
  folder.Write("site/b.html", "x");
  CHECK(Select(folder, {"page.php"}) == Names{"page.php"});
  CHECK(Select(folder, {"site/b.html", "site", "./site/../site/a.html"}) ==
        Names{"site/b.html", "site/a.html"});
  // A folder whose files were all named before is not an empty folder.
  CHECK(Select(folder, {"site/a.html", "site/b.html", "site"}) ==
        Names{"site/a.html", "site/b.html"});
}

TEST_CASE("links to files are followed, links to folders only if named") {
  const TemporaryFolder folder;
  folder.Write("site/a/page.html", "x");
  folder.Write("other/page.html", "y");
  fs::create_directory_symlink("..", folder.path() / "site/loop");
  fs::create_directory_symlink("../other", folder.path() / "site/other");
  fs::create_symlink("../other/page.html", folder.path() / "site/z.html");
  fs::create_symlink("gone.html", folder.path() / "site/broken.html");
  CHECK(Select(folder, {"site"}) == Names{"site/a/page.html", "site/z.html"});
  CHECK(Select(folder, {"site/other"}) == Names{"site/other/page.html"});
}

TEST_CASE(".gitignore hides from walks, not what is named") {
  const TemporaryFolder folder;
  folder.Write(".gitignore", "/build/\n*.htm\n");
  folder.Write("build/a.html", "x");
  folder.Write("site/.gitignore", "draft*\n!draft-2.html\n!keep.htm\n");
  folder.Write("site/build/b.html", "x");
  folder.Write("site/c.htm", "x");
  folder.Write("site/keep.htm", "x");
  folder.Write("site/draft-1.html", "x");
  folder.Write("site/draft-2.html", "x");
  const Names all{"build/a.html", "site/build/b.html", "site/draft-2.html",
                  "site/keep.htm"};

  SUBCASE("without a repository, those above are not read") {
    CHECK(Select(folder, {"site"}) == Names{"site/build/b.html", "site/c.htm",
                                            "site/draft-2.html",
                                            "site/keep.htm"});
  }
  SUBCASE("in a repository, they are") {
    fs::create_directory(folder.path() / ".git");
    CHECK(Select(folder, {"site"}) ==
          Names{"site/build/b.html", "site/draft-2.html", "site/keep.htm"});
    CHECK(Select(folder, {"build"}) == Names{"build/a.html"});
    CHECK(Select(folder, {"site/c.htm"}) == Names{"site/c.htm"});
  }
  SUBCASE("a repository inside another stands for itself") {
    fs::create_directory(folder.path() / ".git");
    fs::create_directory(folder.path() / "site/.git");
    CHECK(Select(folder, {"site"}).size() == 4);
  }
  SUBCASE("unless told otherwise") {
    CHECK(Select(folder, {"site"}, false).size() == 5);
  }
}

TEST_CASE("what cannot be linted is an error, and the rest goes on") {
  const TemporaryFolder folder;
  folder.Write("a.html", "x");
  folder.Write("images/a.png", "x");
  folder.Write("drafts/a.html", "x");
  folder.Write("drafts/.gitignore", "*\n");
  const Names paths{folder.At("gone.html"), folder.At("a.html/b"),
                    folder.At("images"), folder.At("drafts"),
                    folder.At("a.html")};
  const FileSelection selection = SelectFiles(paths, true);
  CHECK(selection.paths == Names{folder.At("a.html")});
  REQUIRE(selection.errors.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(selection.errors[i].where() == paths[i]);
    CHECK(selection.errors[i].code() == Error::Code::kNotFound);
  }
  CHECK(selection.errors[0].what() == "there is no such file or folder");
  CHECK(selection.errors[2].hint().empty());
  CHECK(selection.errors[3].hint() ==
        ".gitignore hides 1 file or folder; --no-gitignore lints them too");
}

TEST_CASE("plain text is told by its name") {
  CHECK(FormatOf("a/b.txt") == SourceFile::Format::kPlainText);
  CHECK(FormatOf("B.TXT") == SourceFile::Format::kPlainText);
  CHECK(FormatOf("a.html") == SourceFile::Format::kHtml);
  CHECK(FormatOf("txt") == SourceFile::Format::kHtml);
  CHECK(FormatOf("") == SourceFile::Format::kHtml);
}

}  // namespace
}  // namespace medlint
