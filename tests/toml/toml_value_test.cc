// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/toml_value.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/base/utf8.h"

namespace medlint {
namespace {

std::string Show(TomlPlace place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column) + "-" +
         std::to_string(place.end_column);
}

std::string Show(const TomlValue& value);

std::string Show(const TomlTable& table) {
  std::string shown = "{";
  for (const TomlMember& member : table) {
    if (shown.size() > 1) shown += ", ";
    shown += member.key + " = " + Show(*member.value);
  }
  return shown + "}";
}

struct Shower {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const {
    return std::to_string(number);
  }
  std::string operator()(double) const { return "float"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const TomlDate& date) const {
    return std::to_string(date.year) + "/" + std::to_string(date.month) + "/" +
           std::to_string(date.day);
  }
  std::string operator()(const TomlArray& array) const {
    std::string shown = "[";
    for (const TomlValue& value : array) {
      if (shown.size() > 1) shown += ", ";
      shown += Show(value);
    }
    return shown + "]";
  }
  std::string operator()(const TomlTable& table) const { return Show(table); }
  std::string operator()(TomlBroken) const { return "<broken>"; }
};

std::string Show(const TomlValue& value) {
  return std::visit(Shower(), value.data);
}

struct Parsed {
  std::shared_ptr<const TomlFile> file;
  std::vector<Error> errors;

  // One mistake a line, as "2:9 what".
  std::string Mistakes() const {
    std::string mistakes;
    for (const Error& error : errors) {
      if (!mistakes.empty()) mistakes += "\n";
      mistakes += error.where().substr(error.where().find(':') + 1) + " " +
                  error.what();
    }
    return mistakes;
  }
};

Parsed Parse(std::string bytes) {
  Parsed parsed;
  parsed.file = TomlFile::Parse("t.toml", std::move(bytes), parsed.errors);
  return parsed;
}

TEST_CASE("values and places") {
  struct Case {
    std::string_view text;  // the first key is looked at
    std::string_view type;
    std::string_view shown;
    std::string_view key_place;
    std::string_view place;
  };
  static constexpr Case kCases[] = {
      {"a = \"x\"", "a string", "x", "1:1-2", "1:5-8"},
      {"a = 'x\\d'", "a string", "x\\d", "1:1-2", "1:5-10"},
      {"a = 12", "an integer", "12", "1:1-2", "1:5-7"},
      {"a = -1 # no", "an integer", "-1", "1:1-2", "1:5-7"},
      {"a = 7", "an integer", "7", "1:1-2", "1:5-6"},
      {"a = 1.5", "a decimal number", "float", "1:1-2", "1:5-8"},
      {"a = true", "a boolean", "true", "1:1-2", "1:5-9"},
      {"a = 2026-01-31", "a date", "2026/1/31", "1:1-2", "1:5-15"},
      {"a = [1, \"b\"]", "an array", "[1, b]", "1:1-2", "1:5-13"},
      {"a = {b = 1}", "a table", "{b = 1}", "1:1-2", "1:5-12"},
      // Columns are code points.
      {"a = \"é😀\"", "a string", "é😀", "1:1-2", "1:5-9"},
      {"\"é\" = 1", "an integer", "1", "1:1-4", "1:7-8"},
      {"\xEF\xBB\xBF"
       "a = 1",
       "an integer", "1", "1:1-2", "1:5-6"},
      {"\r\n# c\r\n  a = 1\r\n", "an integer", "1", "3:3-4", "3:7-8"},
      // A value of several lines ends where its first line does.
      {"a = \"\"\"x\ny\"\"\"", "a string", "x\ny", "1:1-2", "1:5-9"},
      {"a = [ 1,\t\r\n 2]", "an array", "[1, 2]", "1:1-2", "1:5-9"},
      {"[a]\nb = 1", "a table", "{b = 1}", "1:2-3", "1:1-4"},
      {"[[a]] # c\nb = 1\n[[a]]\n", "an array", "[{b = 1}, {}]", "1:3-4",
       "1:1-6"},
      {"a.b.c = 1", "a table", "{b = {c = 1}}", "1:1-2", "1:1-2"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const Parsed parsed = Parse(std::string(c.text));
    CHECK(parsed.Mistakes() == "");
    REQUIRE(parsed.file->root().size() == 1);
    const TomlMember& member = parsed.file->root().front();
    CHECK(member.value->TypeName() == c.type);
    CHECK(Show(*member.value) == c.shown);
    CHECK(Show(member.key_place) == c.key_place);
    CHECK(Show(member.value->place) == c.place);
  }
}

TEST_CASE("members are in order of the file") {
  const Parsed parsed = Parse(
      "z = 1\nb = {y = 1, x = 2}\na = 3\n"
      "[t]\nm = 1\na = 2\n[[r]]\n[s]\n[[r]]\nb = 1\na = 2\n");
  CHECK(parsed.Mistakes() == "");
  CHECK(Show(parsed.file->root()) ==
        "{z = 1, b = {y = 1, x = 2}, a = 3, t = {m = 1, a = 2}, "
        "r = [{}, {b = 1, a = 2}], s = {}}");
}

TEST_CASE("lines") {
  const Parsed parsed = Parse("\xEF\xBB\xBF# é\r\na = 1\n");
  CHECK(parsed.file->Line(1) == "# é");
  CHECK(parsed.file->Line(2) == "a = 1");
  CHECK(parsed.file->Line(3) == "");
  CHECK(parsed.file->Line(0) == "");
  CHECK(parsed.file->Line(4) == "");
  CHECK(parsed.file->bytes().size() == 15);
}

TEST_CASE("syntax mistakes, and what is read all the same") {
  struct Case {
    std::string_view text;
    std::string_view mistakes;
    std::string_view root;
  };
  static constexpr Case kCases[] = {
      {"a = eror\nb = 1", "1:5 `eror` is not a value", "{a = <broken>, b = 1}"},
      {"a = false-ish\nb = 1", "1:5 `false-ish` is not a value",
       "{a = <broken>, b = 1}"},
      {"a = 12x\nb = 1", "1:5 `12x` is neither a number nor a date",
       "{a = <broken>, b = 1}"},
      {"a = 2026-02-30\nb = 1",
       "1:5 `2026-02-30` is neither a number nor a date",
       "{a = <broken>, b = 1}"},
      {"a = 012\nb = 1", "1:5 a number must not begin with a zero",
       "{a = <broken>, b = 1}"},
      {"a =\nb = 1", "1:4 the key has no value", "{a = <broken>, b = 1}"},
      {"a =", "1:4 the key has no value", "{a = <broken>}"},
      {"a\nb = 1", "1:2 there is no `=` after the key, but the end of the line",
       "{b = 1}"},
      {"a", "1:2 there is no `=` after the key", "{}"},
      {"a b = 1\nc = 1", "1:3 there is no `=` after the key, but `b`",
       "{c = 1}"},
      {"= 1\nb = 1", "1:1 no key or table header begins with `=`", "{b = 1}"},
      {"é = 1\nb = 1", "1:1 no key or table header begins with `é`", "{b = 1}"},
      {"a = 07:30:00\nb = 1", "1:5 times of day are not read here",
       "{a = <broken>, b = 1}"},
      {"a = [1\x01]\nb = 1", "1:7 there is a control character here",
       "{a = <broken>, b = 1}"},
      {"# \x01\n# b",
       "1:3 TOML syntax, comment: control characters other than "
       "TAB (U+0009) are explicitly prohibited in comments",
       "{}"},
      // Strings.
      {"a = \"x\nb = 1", "1:5 the string is not closed on its line",
       "{a = <broken>, b = 1}"},
      {"a = 'x\nb = 1", "1:5 the string is not closed on its line",
       "{a = <broken>, b = 1}"},
      {"a = [\"x,\n\"y\"]\nb = 1", "1:6 the string is not closed on its line",
       "{a = <broken>, b = 1}"},
      {"a = \"\\d+\"\nb = 1", "1:6 `\\d` has no meaning between double quotes",
       "{a = <broken>, b = 1}"},
      {"a = \"he said \"x\"\"\nb = 1", "1:15 there is `x` after the value",
       "{a = <broken>, b = 1}"},
      {"[r]\na = \"\"\"x\ny\n[s]\nb = 1",
       "2:5 the text that begins here is never closed",
       "{r = {a = <broken>}, s = {b = 1}}"},
      {"a = '''x\ny", "1:5 the text that begins here is never closed",
       "{a = <broken>}"},
      // Arrays and tables in braces.
      {"a = [1 2]\nb = 1", "1:8 a comma is missing before this entry",
       "{a = <broken>, b = 1}"},
      {"a = [1,, 2]\nb = 1", "1:8 there is no entry before this comma",
       "{a = <broken>, b = 1}"},
      {"a = [\n  1,\nb = 1\n", "1:5 the array that begins here is not closed",
       "{a = <broken>, b = 1}"},
      {"a = [\n  1,\n[[r]]\nb = 1",
       "1:5 the array that begins here is not closed",
       "{a = <broken>, r = [{b = 1}]}"},
      {"a = [1, [2]", "1:5 the array that begins here is not closed",
       "{a = <broken>}"},
      {"a = {b = 1\nc = 1",
       "1:5 the table that begins here is not closed on its line",
       "{a = <broken>, c = 1}"},
      {"a = {\n  b = 1,\n  c = 2\n}\nd = 1",
       "1:6 a table in braces must stand on one line", "{a = <broken>, d = 1}"},
      {"a = {b = 1,}\nd = 1",
       "1:12 a table in braces must not end with a comma",
       "{a = <broken>, d = 1}"},
      {"a = {b = 1 c = 2}\nd = 1", "1:12 a comma is missing before this key",
       "{a = <broken>, d = 1}"},
      {"a = {b = 1, b = 2}\nd = 1", "1:17 `b` is given twice in one table",
       "{a = <broken>, d = 1}"},
      // Names given twice: the first one stays.
      {"a = 1\na = 2\nb = 1", "2:1 `a` is given twice", "{a = 1, b = 1}"},
      {"[a]\nx = 1\n[a]\ny = 1\n[b]", "3:1 [a] is given twice",
       "{a = {x = 1}, b = {}}"},
      {"[[a]]\n[a]\ny = 1\n[b]", "2:1 [a] was [[a]] before",
       "{a = [{}], b = {}}"},
      {"[a]\n[[a]]\n[b]", "2:1 [[a]] was [a] before", "{a = {}, b = {}}"},
      {"a = 1\n[a.b]\n[c]", "2:1 [a.b] clashes with a key or table before it",
       "{a = 1, c = {}}"},
      {"a = 1\na.b = 2\nc = 1",
       "2:1 `a.b` clashes with a key or table before "
       "it",
       "{a = 1, c = 1}"},
      // Headers: what is meant is plain, so the table is read.
      {"[[r]\na = 1\n[[r]]\nb = 1", "1:5 the table header is not closed",
       "{r = [{a = 1}, {b = 1}]}"},
      {"[r\na = 1", "1:3 the table header is not closed", "{r = {a = 1}}"},
      {"[r]]\na = 1\n[[r]]\nb = 1", "1:4 there is `]` after the table header",
       "{r = [{a = 1}, {b = 1}]}"},
      {"[r] x\na = 1", "1:5 there is `x` after the table header",
       "{r = {a = 1}}"},
      {"[[r", "1:4 the file ends within a table header", "{r = [{}]}"},
      // ... and if not, its keys do not fall to the table before.
      {"[a]\nx = 1\n[*]\nx = 2\n[*.c]\n[b]",
       "3:2 TOML syntax, key: expected bare key starting character or string "
       "delimiter, found `*`",
       "{a = {x = 1}, b = {}}"},
      {"[]\nx = 2\n[b]", "1:2 the table header has no name", "{b = {}}"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const Parsed parsed = Parse(std::string(c.text));
    CHECK(parsed.Mistakes() == c.mistakes);
    CHECK(Show(parsed.file->root()) == c.root);
  }
}

TEST_CASE("all syntax mistakes of a file are shown at once") {
  const Parsed parsed = Parse(R"(# House rules
[[rule]]
id = "claims/one"
severity = eror
pattern = "\d+ cures"
phrases = [
  "miracle cure"
  "détox",
]

[[rule]
id = "claims/two"
message = "It says "cure" here"
message = "x"

[rule.near]
terms = ["a", "b"
within = 3
)");
  std::string text;
  for (const Error& error : parsed.errors)
    text += error.ToText() + "\n";
  CHECK(text == R"(t.toml:4:12: error: `eror` is not a value
  | severity = eror
  |            ^^^^
  = help: a string stands in quotes
t.toml:5:12: error: `\d` has no meaning between double quotes
  | pattern = "\d+ cures"
  |            ^^
  = help: write `\\d`, or put the value between single quotes, where a backslash is a backslash
t.toml:8:3: error: a comma is missing before this entry
  |   "détox",
  |   ^
t.toml:11:8: error: the table header is not closed
  | [[rule]
  |        ^
  = help: write `[[rule]]`
t.toml:13:21: error: there is `c` after the value
  | message = "It says "cure" here"
  |                     ^
  = help: write a quote inside a string as `\"`, or use single quotes around it
t.toml:14:1: error: `message` is given twice
  | message = "x"
  | ^^^^^^^
  = help: the first is on line 13
t.toml:17:9: error: the array that begins here is not closed
  | terms = ["a", "b"
  |         ^
  = help: add `]` after its last entry
)");
  CHECK(Show(parsed.file->root()) ==
        "{rule = [{id = claims/one, severity = <broken>, pattern = <broken>, "
        "phrases = <broken>}, {id = claims/two, message = <broken>, "
        "near = {terms = <broken>, within = 3}}]}");
}

TEST_CASE("after twenty mistakes the rest is not read, and that is said") {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += "k" + std::to_string(i) + " = x\n";
  const Parsed parsed = Parse(text);
  REQUIRE(parsed.errors.size() == 21);
  CHECK(parsed.errors.back().ToText() ==
        "t.toml:21:1: error: there are more than 20 syntax mistakes; the file "
        "is not read from here on\n  | k20 = x\n  | ^");
  REQUIRE(parsed.file->root().size() == 20);
  CHECK(parsed.file->root().back().key == "k19");
}

TEST_CASE("bytes that are not UTF-8") {
  const Parsed latin = Parse("a = 1\nb = \"d\xE9tox\" # \xE9\nc = eror\n");
  REQUIRE(latin.errors.size() == 2);
  CHECK(latin.errors[0].ToText() ==
        "t.toml:2:7: error: byte E9 is not UTF-8\n"
        "  | b = \"d\uFFFDtox\" # \uFFFD\n"
        "  |       ^\n"
        "  = help: save the file as UTF-8");
  CHECK(latin.errors[1].where() == "t.toml:3:5");
  CHECK(Show(latin.file->root()) == "{a = 1, b = d?tox, c = <broken>}");

  const Parsed wide =
      Parse(std::string("\xFF\xFE"
                        "a\0=\0",
                        6));
  REQUIRE(wide.errors.size() == 1);
  CHECK(wide.errors[0].code() == Error::Code::kBadEncoding);
  CHECK(wide.errors[0].ToText() ==
        "t.toml: error: the file is UTF-16, but TOML is UTF-8\n"
        "  = help: save the file as UTF-8");
  CHECK(wide.file->root().empty());
}

TEST_CASE("nesting is bounded") {
  std::string dotted = "a";
  for (int i = 0; i < 200000; ++i)
    dotted += ".a";
  const std::string deep = std::string(100000, '[');
  struct Case {
    std::string text;
    std::string_view mistake;
  };
  const Case cases[] = {
      {dotted + " = 1\nb = 1", "a key has more than 100 parts"},
      {"[" + dotted + "]\n[b]", "a key has more than 100 parts"},
      {"x = {" + dotted + " = 1}\nb = 1", "a key has more than 100 parts"},
      {"x = " + deep + "\nb = 1", "arrays and tables are nested too deeply"},
      {"x = '....................................................."
       "...............................................................'\nb = "
       "eror",
       "`eror` is not a value"},
  };
  for (const Case& c : cases) {
    const Parsed parsed = Parse(c.text);
    REQUIRE(!parsed.errors.empty());
    CHECK(parsed.errors.front().what() == c.mistake);
    REQUIRE(!parsed.file->root().empty());
    CHECK(parsed.file->root().back().key == "b");
  }
}

TEST_CASE("long lines are cut around the place") {
  struct Case {
    int before;  // letters before the mistake
    int after;
    bool cut_left;
    bool cut_right;
  };
  static constexpr Case kCases[] = {
      {10, 10, false, false}, {0, 108, false, false}, {0, 300, false, true},
      {30, 300, false, true}, {300, 300, true, true}, {300, 0, true, false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.before);
    CAPTURE(c.after);
    std::string line;
    for (int i = 0; i < c.before; ++i)
      line += "é";
    line += "\tMISTAKE  ";
    line.append(static_cast<std::size_t>(c.after), 'z');
    const Parsed parsed = Parse("# " + line);
    const int column = 2 + c.before + 2;
    const Error error = parsed.file->ErrorAt({1, column, column + 7}, "wrong");
    CHECK(error.where() == "t.toml:1:" + std::to_string(column));

    const Error::Excerpt& excerpt = error.excerpt();
    CHECK(CountCodePoints(excerpt.line) <= 120);
    CHECK(excerpt.line.starts_with("…") == c.cut_left);
    CHECK(excerpt.line.ends_with("…") == c.cut_right);
    CHECK(excerpt.line.find('\t') == std::string::npos);
    std::size_t at = 0;
    for (int i = 1; i < excerpt.caret_begin; ++i) {
      at += DecodeUtf8(excerpt.line, at).size;
    }
    CHECK(excerpt.line.substr(at, 7) == "MISTAKE");
    CHECK(excerpt.caret_end == excerpt.caret_begin + 7);
  }
}

TEST_CASE("carets stay on a cut line even if the place does not") {
  const Parsed parsed = Parse("# " + std::string(500, 'x'));
  struct Case {
    TomlPlace place;
    int begin;
    int end;
  };
  static constexpr Case kCases[] = {
      {{1, 1, 503}, 1, 121},      // wider than the window
      {{1, 503, 504}, 121, 122},  // just after the line
      {{1, 400, 503}, 41, 121},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.place.column);
    const Error error = parsed.file->ErrorAt(c.place, "wrong");
    CHECK(error.excerpt().caret_begin == c.begin);
    CHECK(error.excerpt().caret_end == c.end);
  }
}

// One slip of the finger must not spoil the rest of the file.
TEST_CASE("a single wrong byte stays local") {
  const std::string good = R"([[rule]]
id = "a/first" # "'[
phrases = ["x, [y]", 'z', """t"""]
list = [
  {html = "é", n = 1},
  [1, 2],
]
near.within = 3
[rule.more]
day = 2026-01-31

[[rule]]
id = "a/last"
)";
  REQUIRE(Parse(good).Mistakes() == "");
  static constexpr std::string_view kBytes = "\"'[]{}=,.#\n\\x1 \x01\xC3";
  std::size_t lost = 0;
  std::size_t tried = 0;
  for (std::size_t i = good.find('\n'); i < good.size(); ++i) {
    for (std::size_t b = 0; b <= kBytes.size(); ++b) {
      std::string text = good;
      b == kBytes.size() ? text.erase(i, 1) : text.replace(i, 1, 1, kBytes[b]);
      const Parsed parsed = Parse(text);
      CAPTURE(text);
      CHECK(parsed.errors.size() <= 5);
      for (const Error& error : parsed.errors) {
        CHECK(!error.what().empty());
        CHECK(!error.what().ends_with('.'));
      }
      // The last rule is far from most of the slips.
      if (i >= good.rfind("[[rule]]") - 1) continue;
      ++tried;
      const std::string shown = Show(parsed.file->root());
      if (shown.find("{id = a/last}") == std::string::npos) ++lost;
    }
  }
  CAPTURE(tried);
  CHECK(lost <= tried / 100);
}

}  // namespace
}  // namespace medlint
