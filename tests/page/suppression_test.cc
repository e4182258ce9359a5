// SPDX-License-Identifier: Apache-2.0
//
// What suppressions say, and which bytes they cover.

#include "linter/page/suppression.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace medlint {
namespace {

// "selector (reason, until) «what it covers»", one line a target, then "problem
// «where» what; hint", one line a mistake.  Line ends in places are "|".
std::string Read(std::string_view html) {
  const auto source = SourceFile::FromBytes("t.html", std::string(html), {});
  REQUIRE(source.has_value());
  const auto document = ReadDocument(*source);
  REQUIRE(document.has_value());
  const auto quoted = [&](CleanSpan span) {
    std::string text(span.In((*source)->clean()));
    for (char& c : text)
      c = c == '\n' ? '|' : c;
    return "«" + text + "»";
  };
  const Suppressions read = ReadSuppressions(*document);
  std::string text;
  for (const Suppression& suppression : read.list) {
    for (const Suppression::Target& target : suppression.targets) {
      CHECK(target.where.In((*source)->clean()) == target.selector);
      text += target.selector + " (" + suppression.reason;
      if (suppression.until) {
        text += ", " + suppression.until->ToString();
        CHECK(suppression.until_where.In((*source)->clean()) ==
              "until=" + suppression.until->ToString());
      }
      text += ") " + quoted(target.covers) + "\n";
    }
  }
  for (const SuppressionMistake& mistake : read.mistakes) {
    text += std::string(SuppressionProblemName(mistake.problem)) + " " +
            quoted(mistake.where) + " " + mistake.what +
            (mistake.hint.empty() ? "" : "; " + mistake.hint) + "\n";
  }
  return text;
}

struct Case {
  std::string_view html;
  std::string_view read;
};

TEST_CASE("the next block ends with what a reader takes for one thing") {
  static constexpr Case kCases[] = {
      {"<!--medlint-disable-next-block a/b--><p>One</p><p>Two</p>",
       "a/b () «<p>One</p>»\n"},
      // In a block, the next; at its beginning, the block.
      {"<p>One <!--medlint-disable-next-block a/b--> more</p> <p>Two</p><p>x",
       "a/b () « more</p> <p>Two</p>»\n"},
      {"<p><!--medlint-disable-next-block a/b-->One <b>x</b></p><p>Two</p>",
       "a/b () «One <b>x»\n"},
      // What stands before the block counts too.
      {"<!--medlint-disable-next-block a/b--><img alt=x><p>One</p><p>Two</p>",
       "a/b () «<img alt=x><p>One</p>»\n"},
      {"<!--medlint-disable-next-block a/b--><div>One</div><div>Two</div>",
       "a/b () «<div>One</div>»\n"},
      {"<!--medlint-disable-next-block a/b-->One<p>Two</p>", "a/b () «One»\n"},
      {"<!--medlint-disable-next-block a/b--><div><p>One</p><p>Two</p></div>",
       "a/b () «<div><p>One</p>»\n"},
      {"<!--medlint-disable-next-block a/b--><ul><li>One<li>Two</ul><p>Three",
       "a/b () «<ul><li>One<li>Two</ul>»\n"},
      {"<ul><!--medlint-disable-next-block a/b--><li>One<ol><li>Two</ol></li>"
       "<li>Three</ul>",
       "a/b () «<li>One<ol><li>Two</ol></li>»\n"},
      {"<!--medlint-disable-next-block a/b--><blockquote><div><p>One</p></div>"
       "<p>Two</p></blockquote><p>Three</p>",
       "a/b () «<blockquote><div><p>One</p></div><p>Two</p></blockquote>»\n"},
      {"<p>One</p><!--medlint-disable-next-block a/b-->", "a/b () «»\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(Read(c.html) == c.read);
  }
}

TEST_CASE("lines, files, regions and elements") {
  static constexpr Case kCases[] = {
      {"<p>a\n<!--medlint-disable-next-line a/b\n-->b\nc\nd", "a/b () «c|»\n"},
      {"a\n<!--medlint-disable-next-line a/b-->", "a/b () «»\n"},
      {"a\n<!--medlint-disable-next-line a/b-->\nb", "a/b () «b»\n"},
      {"a\nb <!--medlint-disable-line\na/b--> c\nd",
       "a/b () «b <!--medlint-disable-line|a/b--> c|»\n"},
      {"<p>a<!--medlint-disable-file *-->b",
       "* () «<p>a<!--medlint-disable-"
       "file *-->b»\n"},
      {"a<!--medlint-disable a/b-->b<!--medlint-enable-->c", "a/b () «b»\n"},
      {"a<!--medlint-disable a/b,c/*-->b<!--medlint-enable c/*-->c"
       "<!-- medlint-enable a/b -->d",
       "a/b () «b<!--medlint-enable c/*-->c»\nc/* () «b»\n"},
      {"a<!--medlint-disable a/b-->b",
       "a/b () «b»\nunclosed «<!--medlint-disable a/b-->» nothing enables "
       "`a/b` again; end with medlint-enable, or write "
       "medlint-disable-file\n"},
      {"<div><p data-medlint-ignore='a/b'>a <b>b</b></p>c</div>",
       "a/b () «<p data-medlint-ignore='a/b'>a <b>b</b></p>»\n"},
      {"<ul><li DATA-MEDLINT-IGNORE=a/b>a<li>b</ul>",
       "a/b () «<li DATA-MEDLINT-IGNORE=a/b>a»\n"},
      {"<p>a<img data-medlint-ignore=a/b alt=x>c",
       "a/b () «<img data-medlint-ignore=a/b alt=x>»\n"},
      {"<div data-medlint-ignore=a/b>a<p>b",
       "a/b () «<div data-medlint-ignore=a/b>a<p>b»\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(Read(c.html) == c.read);
  }
}

TEST_CASE("reasons and last days") {
  static constexpr Case kCases[] = {
      {"<!-- medlint-disable-file a/b , c/*:  we\n quote: it  -->",
       "a/b (we quote: it) «<!-- medlint-disable-file a/b , c/*:  we| quote: "
       "it  -->»\nc/* (we quote: it) «<!-- medlint-disable-file a/b , c/*:  "
       "we| quote: it  -->»\n"},
      {"<p>x<!--medlint-disable-line a/b: x until=2027-01-31-->",
       "a/b (x, 2027-01-31) «<p>x<!--medlint-disable-line a/b: x "
       "until=2027-01-31-->»\n"},
      {"<!--medlint-disable-line a/b until=2027-01-31: x-->",
       "a/b (x, 2027-01-31) «<!--medlint-disable-line a/b until=2027-01-31: "
       "x-->»\n"},
      {"<p data-medlint-ignore=a/b data-medlint-reason='R&amp;D until=2027-01-"
       "31'>x</p>",
       "a/b (R&D, 2027-01-31) «<p data-medlint-ignore=a/b data-medlint-reason="
       "'R&amp;D until=2027-01-31'>x</p>»\n"},
      {"<b data-medlint-ignore='a/b: one' data-medlint-reason=''>x</b>",
       "a/b (one) «<b data-medlint-ignore='a/b: one' data-medlint-reason=''>"
       "x</b>»\n"},
      {"<!-- the medlint-disable-line a/b comment --><!DOCTYPE html>", ""},
      {"<script>/*<!-- medlint-disable-file a/b -->*/</script>", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(Read(c.html) == c.read);
  }
}

TEST_CASE("what cannot be understood suppresses nothing") {
  static constexpr Case kCases[] = {
      {"<!--medlint-disable-next-blocks a/b-->",
       "malformed «medlint-disable-next-blocks» there is no "
       "`medlint-disable-next-blocks`; did you mean "
       "`medlint-disable-next-block`?\n"},
      {"<!-- Medlint-disable-line a/b -->",
       "malformed «Medlint-disable-line» there is no `Medlint-disable-line`; "
       "did you mean `medlint-disable-line`?\n"},
      {"<!--medlint-off a/b-->",
       "malformed «medlint-off» there is no `medlint-off`; one is "
       "medlint-disable-next-block\n"},
      {"<!-- medlint-disable-line: why -->",
       "malformed «<!-- medlint-disable-line: why -->» this suppression names "
       "no rule; name the rules, or * for all of them\n"},
      {"<!--medlint-disable-line a/b c/d: x-->",
       "malformed «a/b c/d» the name of a rule has no spaces; write RULE, "
       "RULE: reason\n"},
      {"<!--medlint-disable-line a/b until=2027-02-29-->",
       "malformed «until=2027-02-29» `2027-02-29` is no day; write "
       "until=YYYY-MM-DD\n"},
      {"<!--medlint-disable-line a/b until=2027-01-01 until=2027-01-02-->",
       "malformed «until=2027-01-02» a suppression has one `until=`, not "
       "two\n"},
      {"<!--medlint-disable-line a/b until=2027-01-01T00:00-->",
       "malformed «until=2027-01-01T00» `2027-01-01T00` is no day; write "
       "until=YYYY-MM-DD\n"},
      {"<!--medlint-enable-->x",
       "malformed «<!--medlint-enable-->» there is nothing to enable here\n"},
      {"<!--medlint-disable a/*--><!--medlint-enable a/b-->"
       "<!--medlint-enable a/*-->",
       "a/* () «<!--medlint-enable a/b-->»\n"
       "malformed «a/b» nothing disables `a/b` here; write it as it was "
       "disabled\n"},
      {"<p data-medlint-reason=x>a</p>",
       "malformed «data-medlint-reason=x» a reason on its own suppresses "
       "nothing; name the rules in data-medlint-ignore\n"},
      {"<p data-medlint-ignores='a/b'>a</p>",
       "malformed «data-medlint-ignores» there is no attribute "
       "`data-medlint-ignores`; did you mean `data-medlint-ignore`?\n"},
      {"<p data-medlint-ignore>a</p>",
       "malformed «data-medlint-ignore» this suppression names no rule; name "
       "the rules, or * for all of them\n"},
      {"<p data-medlint-ignore='a/b until=2027-01-01' "
       "data-medlint-reason=\"until=2027-01-02\">a</p>",
       "malformed «until=2027-01-02» a suppression has one `until=`, not "
       "two\n"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.html);
    CHECK(Read(c.html) == c.read);
  }
}

TEST_CASE("problems have names") {
  for (std::size_t i = 0; i < kSuppressionProblemCount; ++i) {
    const auto problem = static_cast<SuppressionProblem>(i);
    CHECK(SuppressionProblemNamed(SuppressionProblemName(problem)) == problem);
  }
  CHECK(!SuppressionProblemNamed("unusual"));
}

}  // namespace
}  // namespace medlint
