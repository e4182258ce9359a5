// SPDX-License-Identifier: Apache-2.0

#include "linter/project/unified_diff.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace medlint {
namespace {

// "a.html:1-3,7 b.html:" of what a diff changes, or "LINE: what" of an error.
std::string Read(std::string_view diff) {
  const auto files = ParseUnifiedDiff(diff, "d");
  if (!files) return files.error().ToString();
  std::string text;
  for (const DiffedFile& file : *files) {
    if (!text.empty()) text += ' ';
    text += file.path + ":";
    std::string_view between;
    for (const LineRange range : file.changed) {
      text += between;
      between = ",";
      text += std::to_string(range.first);
      if (range == kEveryLine) {
        text += "-";
      } else if (range.last != range.first) {
        text += "-" + std::to_string(range.last);
      }
    }
  }
  return text;
}

struct Row {
  std::string_view diff;
  std::string_view expected;
};

void CheckAll(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.diff);
    CHECK(Read(row.diff) == row.expected);
  }
}

TEST_CASE("changed lines are those of the newer side") {
  CheckAll({
      {"", ""},
      {"\n\n", ""},
      {"--- a/x\n+++ b/x\n@@ -1,3 +1,4 @@\n a\n-b\n+c\n+d\n e\n", "x:2-3"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@ <h1>\n-a\n+b\n@@ -9 +9,2 "
       "@@\n-a\n+b\n+c\n",
       "x:1,9-10"},
      // Without context, as -U0 has it.
      {"--- a/x\n+++ b/x\n@@ -3,0 +4,2 @@\n+a\n+b\n", "x:4-5"},
      // What is only taken out changes the two lines that meet.
      {"--- a/x\n+++ b/x\n@@ -5,2 +4,0 @@\n-a\n-b\n", "x:4-5"},
      {"--- a/x\n+++ b/x\n@@ -1,2 +0,0 @@\n-a\n-b\n", "x:1"},
      {"--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n-b\n c\n", "x:1-2"},
      {"--- a/x\n+++ b/x\n@@ -1,4 +1,3 @@\n a\n+n\n-b\n-c\n d\n", "x:2"},
      // Lines that look like headers.
      {"--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n--- a/y\n-@@ -1 +1 @@\n+++ "
       "b/y\n+z\n",
       "x:1-2"},
      // Two parts of one file, and several files, in order of name.
      {"--- a/y\n+++ b/y\n@@ -1 +1 @@\n-a\n+b\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n"
       "-a\n+b\n--- a/y\n+++ b/y\n@@ -5 +5 @@\n-a\n+b\n",
       "x:1 y:1,5"},
  });
}

TEST_CASE("names are read as git and diff write them") {
  CheckAll({
      {"--- x\n+++ x\n@@ -1 +1 @@\n-a\n+b\n", "x:1"},
      {"--- a/x\t2026-01-15\n+++ b/x\t2026-01-15 00:00\n@@ -1 +1 @@\n-a\n+b\n",
       "x:1"},
      {"--- a/a b\t\n+++ b/a b\t\n@@ -1 +1 @@\n-a\n+b\n", "a b:1"},
      {"--- \"a/\\303\\274\\t\\\"\\\\\"\n+++ \"b/\\303\\274\\t\\\"\\\\\"\n"
       "@@ -1 +1 @@\n-a\n+b\n",
       "\xC3\xBC\t\"\\:1"},
      // The prefixes of git, and a folder that is called like one.
      {"--- i/x\n+++ w/x\n@@ -1 +1 @@\n-a\n+b\n", "x:1"},
      {"--- b/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "b/x:1"},
      {"diff --git b/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n"
       "@@ -0,0 +1 @@\n+a\n",
       "b/x:1"},
      {"diff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n"
       "@@ -0,0 +1 @@\n+a\n",
       "x:1"},
      {"--- x.orig\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "b/x:1"},
      // Gone, moved, copied, of another mode, binary.
      {"--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", ""},
      {"diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to "
       "y\n",
       "y:"},
      {"diff --git a/x b/y\ncopy from x\ncopy to \"\\303\\274\"\n",
       "\xC3\xBC:"},
      {"diff --git a/x b/x\nold mode 100644\nnew mode 100755\n", ""},
      {"diff --git a/x b/x\nindex 1..2 100644\nBinary files a/x and b/x "
       "differ\n",
       "x:1-"},
      {"diff --git \"a/\\001\" \"b/\\001\"\nGIT binary patch\nliteral "
       "1\nIcmZ\n",
       "\x01:1-"},
  });
}

TEST_CASE("what mail and editors do to a diff is no mistake") {
  CheckAll({
      {"--- a/x\r\n+++ b/x\r\n@@ -1,2 +1,2 @@\r\n a\r\n-b\r\n+c\r\n", "x:2"},
      {"--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n", "x:3"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n"
       "\\ No newline at end of file\n",
       "x:1"},
      {"From 1 Mon\nSubject: x\n\n- a list\n---\n x | 2 +-\n\n--- a/x\n+++ "
       "b/x\n"
       "@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n",
       "x:1"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b", "x:1"},
  });
}

TEST_CASE("what is malformed is an error with its line") {
  CheckAll({
      {"<h1>Balm</h1>\n", "d:1: this is no unified diff"},
      {"\n\x1B[1mdiff --git\n", "d:2: this is no unified diff"},
      {"@@ -1 +1 @@\n-a\n+b\n", "d:1: the hunk belongs to no file"},
      {"+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", "d:2: the hunk belongs to no file"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n",
       "d:4: the diff ends in the middle of the hunk of line 3"},
      {"--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n-a\n+b\n+c\n",
       "d:6: does not fit the hunk header of line 3"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\nb\n",
       "d:5: does not fit the hunk header of line 3"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n+c\n",
       "d:6: is one line more than the hunk header says"},
      {"--- a/x\n+++ b/x\n@@ -1,x +1 @@\n", "d:3: is no hunk header"},
      {"--- a/x\n+++ b/x\n@@ -1 +1\n", "d:3: is no hunk header"},
      {"--- a/x\n+++ b/x\n@@ -1 +99999999999 @@\n", "d:3: is no hunk header"},
      {"--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n", "d:3: is the diff of a merge"},
      {"--- a/x\n+++ \"b/x\n", "d:2: the name in quotation marks is malformed"},
      {"--- a/x\n+++ \"b/\\9\"\n",
       "d:2: the name in quotation marks is malformed"},
      {"--- a/x\n+++ \n", "d:2: `+++` names no file"},
      {"diff --git a/x b/y\nrename from x\nrename to \n", "d:3: names no file"},
  });
}

// Cut anywhere, a diff is read or refused, and names nothing else.
TEST_CASE("a diff that is cut short does no harm") {
  const std::string whole =
      "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@ h\n a\n-b\n+c\n"
      "diff --git \"a/\\001\" b/y\nrename from \"\\001\"\nrename to y\n";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto files = ParseUnifiedDiff(whole.substr(0, size), "d");
    if (!files) {
      CHECK(files.error().where().starts_with("d:"));
      continue;
    }
    for (const DiffedFile& file : *files) {
      REQUIRE(!file.path.empty());
      CHECK(whole.find(file.path) != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace medlint
