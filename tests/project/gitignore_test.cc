// SPDX-License-Identifier: Apache-2.0

#include "linter/project/gitignore.h"

#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

using Verdict = Gitignore::Verdict;

struct Case {
  std::string_view patterns;
  std::string_view path;
  Verdict verdict;
  bool is_folder = false;
};

void CheckFiles(const Case& c) {
  CAPTURE(c.patterns);
  CAPTURE(c.path);
  CAPTURE(c.is_folder);
  CHECK(Gitignore(c.patterns).Match(c.path, c.is_folder) == c.verdict);
}

TEST_CASE("names match at any depth, paths from the folder of the file") {
  static constexpr Case kCases[] = {
      {"a.html", "a.html", Verdict::kIgnored},
      {"a.html", "x/y/a.html", Verdict::kIgnored},
      {"a.html", "aa.html", Verdict::kUndecided},
      {"a.html", "A.html", Verdict::kUndecided},
      {"/a.html", "a.html", Verdict::kIgnored},
      {"/a.html", "x/a.html", Verdict::kUndecided},
      {"x/a.html", "x/a.html", Verdict::kIgnored},
      {"x/a.html", "y/x/a.html", Verdict::kUndecided},
      {"x", "x/a.html", Verdict::kUndecided},  // the walk stops at x itself
  };
  for (const Case& c : kCases)
    CheckFiles(c);
}

TEST_CASE("a slash at the end asks for a folder") {
  static constexpr Case kCases[] = {
      {"build/", "build", Verdict::kUndecided},
      {"build/", "build", Verdict::kIgnored, true},
      {"build/", "x/build", Verdict::kIgnored, true},
      {"x/build/", "x/build", Verdict::kIgnored, true},
      {"build", "build", Verdict::kIgnored, true},
      {"/", "a", Verdict::kUndecided, true},
  };
  for (const Case& c : kCases)
    CheckFiles(c);
}

TEST_CASE("the last pattern that matches decides") {
  static constexpr Case kCases[] = {
      {"*.html\n!a.html", "a.html", Verdict::kTakenBack},
      {"*.html\n!a.html", "b.html", Verdict::kIgnored},
      {"!a.html\n*.html", "a.html", Verdict::kIgnored},
      {"!a.html", "b.html", Verdict::kUndecided},
      {"\\!a", "!a", Verdict::kIgnored},
      {"!", "", Verdict::kUndecided},
  };
  for (const Case& c : kCases)
    CheckFiles(c);
}

TEST_CASE("stars") {
  static constexpr Case kCases[] = {
      {"*.html", "a.html", Verdict::kIgnored},
      {"*.html", "a.htm", Verdict::kUndecided},
      {"a*b*c", "aXbbXc", Verdict::kIgnored},
      {"a*b*c", "aXbXd", Verdict::kUndecided},
      {"/*.html", "x/a.html", Verdict::kUndecided},
      {"x/*/b", "x/y/b", Verdict::kIgnored},
      {"x/*/b", "x/b", Verdict::kUndecided},
      {"x/*/b", "x/y/z/b", Verdict::kUndecided},
      {"**/b", "b", Verdict::kIgnored},
      {"**/b", "x/y/b", Verdict::kIgnored},
      {"**/b", "x/ab", Verdict::kUndecided},
      {"x/**", "x", Verdict::kUndecided},
      {"x/**", "x/y/z", Verdict::kIgnored},
      {"x/**/b", "x/b", Verdict::kIgnored},
      {"x/**/b", "x/y/z/b", Verdict::kIgnored},
      {"x/**/b", "x/yb", Verdict::kUndecided},
      {"x/a**b", "x/a/b", Verdict::kUndecided},  // "**" that is not alone
      {"x/a**b", "x/aXb", Verdict::kIgnored},
      {"a?c", "abc", Verdict::kIgnored},
      {"a?c", "ac", Verdict::kUndecided},
      {"x/a?c", "x/a/c", Verdict::kUndecided},
      // Backtracking matchers take 2^n steps here.
      {"a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Verdict::kUndecided},
  };
  for (const Case& c : kCases)
    CheckFiles(c);
}

TEST_CASE("classes") {
  static constexpr Case kCases[] = {
      {"[a-c]", "b", Verdict::kIgnored},
      {"[a-c]", "d", Verdict::kUndecided},
      {"[!a-c]", "d", Verdict::kIgnored},
      {"[^a-c]", "b", Verdict::kUndecided},
      {"[]a]", "]", Verdict::kIgnored},
      {"[a-]", "-", Verdict::kIgnored},
      {"[\\]]", "]", Verdict::kIgnored},
      {"[\\a-\\c]", "b", Verdict::kIgnored},
      {"x[!a]y", "x/y", Verdict::kUndecided},
      {"v[[:digit:]].txt", "v7.txt", Verdict::kIgnored},
      {"v[[:digit:]].txt", "vx.txt", Verdict::kUndecided},
      {"[[:alpha:][:digit:]]", "7", Verdict::kIgnored},
      {"[[:upper:]]", "a", Verdict::kUndecided},
      {"[[:punct:]]", "!", Verdict::kIgnored},
      {"[[:nonsense:]]", "a", Verdict::kUndecided},
      {"[a[:]", ":", Verdict::kIgnored},
      {"[z-a]", "m", Verdict::kUndecided},
      {"[a", "a", Verdict::kUndecided},  // malformed
      {"[a", "[a", Verdict::kUndecided},
  };
  for (const Case& c : kCases)
    CheckFiles(c);
}

TEST_CASE("lines") {
  static constexpr Case kCases[] = {
      {"# a\n\na", "a", Verdict::kIgnored},
      {"# a", "# a", Verdict::kUndecided},
      {"\\#a", "#a", Verdict::kIgnored},
      {"a   ", "a", Verdict::kIgnored},
      {"a\\ ", "a ", Verdict::kIgnored},
      {"a\\ ", "a", Verdict::kUndecided},
      {"a\\  ", "a ", Verdict::kIgnored},
      {"a\t", "a", Verdict::kUndecided},
      {"a\r\nb", "a", Verdict::kIgnored},
      {"b\r\na\r", "a", Verdict::kUndecided},  // no line end: CR is a character
      {"\xEF\xBB\xBF"
       "a",
       "a", Verdict::kIgnored},
      {"a\\", "a", Verdict::kUndecided},
      {"\\a\\*", "a*", Verdict::kIgnored},
      {"\\a\\*", "ab", Verdict::kUndecided},
  };
  for (const Case& c : kCases)
    CheckFiles(c);
}

TEST_CASE("a file of comments is empty") {
  CHECK(Gitignore("# nothing\n\n   \n").empty());
  CHECK_FALSE(Gitignore("a").empty());
}

}  // namespace
}  // namespace medlint
