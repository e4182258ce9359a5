// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/table_reader.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/toml/toml_value.h"

namespace medlint {
namespace {

// A reader of a whole file, called "[top]".
class Fixture {
 public:
  explicit Fixture(std::string bytes)
      : file_(TomlFile::Parse("t.toml", std::move(bytes), errors_)),
        reader_(file_, file_->root(), {}, "[top]", errors_) {}

  TableReader* operator->() { return &reader_; }

  // One mistake a line, as "2:9-11 what".
  std::string Mistakes() const {
    std::string mistakes;
    for (const Error& error : errors_) {
      const std::string& where = error.where();
      const Error::Excerpt& excerpt = error.excerpt();
      if (!mistakes.empty()) mistakes += '\n';
      mistakes += where.substr(where.find(':') + 1) + "-" +
                  std::to_string(excerpt.caret_end) + " " + error.what();
    }
    return mistakes;
  }
  std::string Text() const {
    std::string text;
    for (const Error& error : errors_)
      text += error.ToText() + "\n";
    return text;
  }
  const std::vector<Error>& errors() const { return errors_; }

 private:
  std::vector<Error> errors_;
  std::shared_ptr<const TomlFile> file_;
  TableReader reader_;
};

constexpr std::string_view kSeverities[] = {"error", "warning", "info"};

// Asks for "a" by its type and shows what came back.
std::string Ask(TableReader& reader, std::string_view how) {
  if (how == "String") return reader.String("a");
  if (how == "StringOr") return reader.StringOr("a", "fallback");
  if (how == "BoolOr") return reader.BoolOr("a", true) ? "true" : "false";
  if (how == "IntOr") return std::to_string(reader.IntOr("a", -5, 0, 9));
  if (how == "ChoiceOr") return reader.ChoiceOr("a", "info", kSeverities);
  if (how == "TableOrNone") return reader.TableOrNone("a") ? "table" : "none";
  if (how == "TablesOrNone") {
    return std::to_string(reader.TablesOrNone("a").size());
  }
  if (how == "Raw") return reader.Raw("a") == nullptr ? "null" : "value";
  if (how == "Has") return reader.Has("a") ? "true" : "false";
  std::string shown;
  if (how == "Peek") {
    for (const std::string_view text : reader.Peek("a"))
      shown += std::string(text) + " ";
    return shown;
  }
  for (const LocatedString& text :
       how == "Strings" ? reader.Strings("a") : reader.StringsOrNone("a")) {
    shown +=
        std::string(text.value) + "@" + std::to_string(text.place.column) + " ";
  }
  return shown;
}

TEST_CASE("getters") {
  struct Case {
    std::string_view text;
    std::string_view how;
    std::string_view got;
    std::string_view mistakes;
  };
  static constexpr Case kCases[] = {
      {"a = 'x'", "String", "x", ""},
      {"", "String", "", "1:1-2 [top] has no `a`"},
      {"a = 1", "String", "", "1:5-6 `a` must be a string, not an integer"},
      {"a = 'x'", "StringOr", "x", ""},
      {"", "StringOr", "fallback", ""},
      {"a = []", "StringOr", "fallback",
       "1:5-7 `a` must be a string, not an array"},
      {"a = ['x', \"y\"]", "Strings", "x@6 y@11 ", ""},
      {"a = []", "Strings", "", ""},
      {"", "Strings", "", "1:1-2 [top] has no `a`"},
      {"a = 'x'", "Strings", "",
       "1:5-8 `a` must be an array of strings, not a string"},
      {"a = ['x', 1, 'y', {}]", "Strings", "x@6 y@14 ",
       "1:11-12 every entry of `a` must be a string, not an integer\n"
       "1:19-21 every entry of `a` must be a string, not a table"},
      {"", "StringsOrNone", "", ""},
      {"", "Peek", "", ""},
      {"a = 'x'", "Peek", "x ", ""},
      {"a = ['x', 1, 'y']", "Peek", "x y ", ""},
      {"a = 1", "Peek", "", ""},
      {"a = ['x']", "StringsOrNone", "x@6 ", ""},
      {"a = false", "BoolOr", "false", ""},
      {"", "BoolOr", "true", ""},
      {"a = 'no'", "BoolOr", "true",
       "1:5-9 `a` must be true or false, not a string"},
      {"a = 0", "IntOr", "0", ""},
      {"a = 9", "IntOr", "9", ""},
      {"", "IntOr", "-5", ""},
      {"a = 10", "IntOr", "-5", "1:5-7 `a` must be from 0 to 9, not 10"},
      {"a = -1", "IntOr", "-5", "1:5-7 `a` must be from 0 to 9, not -1"},
      {"a = 9223372036854775807", "IntOr", "-5",
       "1:5-24 `a` must be from 0 to 9, not 9223372036854775807"},
      {"a = 1.5", "IntOr", "-5",
       "1:5-8 `a` must be an integer, not a decimal number"},
      {"a = 'error'", "ChoiceOr", "error", ""},
      {"", "ChoiceOr", "info", ""},
      {"a = 'eror'", "ChoiceOr", "info",
       "1:5-11 `eror` is not one of the values of `a`"},
      {"a = true", "ChoiceOr", "info",
       "1:5-9 `a` must be a string, not a boolean"},
      {"a = {}", "TableOrNone", "table", ""},
      {"[a]", "TableOrNone", "table", ""},
      {"", "TableOrNone", "none", ""},
      {"[[a]]", "TableOrNone", "none",
       "1:1-6 `a` must be a table, not an array"},
      {"[[a]]\n[[a]]", "TablesOrNone", "2", ""},
      {"a = [{}, {b = 1}]", "TablesOrNone", "2", ""},
      {"", "TablesOrNone", "0", ""},
      {"[a]", "TablesOrNone", "0",
       "1:1-4 `a` must be an array of tables, not a table"},
      {"a = [{}, 2026-01-31]", "TablesOrNone", "1",
       "1:10-20 every entry of `a` must be a table, not a date"},
      {"a = 1", "Raw", "value", ""},
      {"", "Raw", "null", ""},
      {"a = 1", "Has", "true", ""},
      {"b = 1", "Has", "false", ""},
      // What did not parse is reported once only.
      {"a = x", "String", "", "1:5-6 `x` is not a value"},
      {"a = x", "Strings", "", "1:5-6 `x` is not a value"},
      {"a = x", "IntOr", "-5", "1:5-6 `x` is not a value"},
      {"a = x", "ChoiceOr", "info", "1:5-6 `x` is not a value"},
      {"a = x", "TablesOrNone", "0", "1:5-6 `x` is not a value"},
      {"a = x", "Raw", "null", "1:5-6 `x` is not a value"},
      {"a = x", "Has", "true", "1:5-6 `x` is not a value"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CAPTURE(c.how);
    Fixture fixture{std::string(c.text)};
    CHECK(Ask(*fixture.operator->(), c.how) == c.got);
    CHECK(fixture.Mistakes() == c.mistakes);
  }
}

TEST_CASE("all mistakes of a rule are shown at once") {
  Fixture file(R"([[rule]]
id = "claims/cure"
sevrity = "warning"
phrases = ["a", 2]
min-words = 700
strict = "yes"
colour = "red"
near = { within = 3, termz = ["x"] }
[[rule.example]]
text = "x"
htm = 1
[[rule]]
id = "claims/two"
message = "m"
severity = "eror"
)");
  for (TableReader& rule : file->TablesOrNone("rule")) {
    CHECK(rule.name() == "[[rule]]");
    rule.set_name("[[rule]] " + rule.String("id"));
    rule.String("message");
    rule.ChoiceOr("severity", "error", kSeverities);
    rule.StringsOrNone("phrases");
    rule.IntOr("min-words", 0, 0, 100);
    rule.BoolOr("strict", false);
    if (std::optional<TableReader> near = rule.TableOrNone("near")) {
      near->IntOr("within", 0, 0, 9);
      near->Strings("terms");
      near->Finish();
    }
    for (TableReader& example : rule.TablesOrNone("example")) {
      example.StringOr("text", "");
      example.StringOr("html", "");
      example.Finish();
    }
    rule.Finish();
  }
  file->Finish();
  CHECK(file.Text() ==
        R"(t.toml:1:1: error: [[rule]] claims/cure has no `message`
  | [[rule]]
  | ^^^^^^^^
t.toml:4:17: error: every entry of `phrases` must be a string, not an integer
  | phrases = ["a", 2]
  |                 ^
t.toml:5:13: error: `min-words` must be from 0 to 100, not 700
  | min-words = 700
  |             ^^^
t.toml:6:10: error: `strict` must be true or false, not a string
  | strict = "yes"
  |          ^^^^^
t.toml:8:8: error: `near` in [[rule]] claims/cure has no `terms`
  | near = { within = 3, termz = ["x"] }
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
t.toml:8:22: error: unknown key `termz` in `near` in [[rule]] claims/cure
  | near = { within = 3, termz = ["x"] }
  |                      ^^^^^
  = help: did you mean `terms`? known keys: terms, within
t.toml:11:1: error: unknown key `htm` in `example` 1 in [[rule]] claims/cure
  | htm = 1
  | ^^^
  = help: did you mean `html`? known keys: html, text
t.toml:3:1: error: unknown key `sevrity` in [[rule]] claims/cure
  | sevrity = "warning"
  | ^^^^^^^
  = help: did you mean `severity`? known keys: example, id, message, min-words, near, phrases, severity, strict
t.toml:7:1: error: unknown key `colour` in [[rule]] claims/cure
  | colour = "red"
  | ^^^^^^
  = help: known keys: example, id, message, min-words, near, phrases, severity, strict
t.toml:15:12: error: `eror` is not one of the values of `severity`
  | severity = "eror"
  |            ^^^^^^
  = help: did you mean `error`? known values: error, warning, info
)");
}

TEST_CASE("unknown keys") {
  static constexpr std::string_view kMany[] = {
      "k01", "k02", "k03", "k04", "k05", "k06", "k07",
      "k08", "k09", "k10", "k11", "k12", "k13", "k14"};
  Fixture many("zzzzzz = 1\nk03 = 2\n");
  many->Finish(kMany);
  REQUIRE(many.errors().size() == 1);
  CHECK(many.errors()[0].what() == "unknown key `zzzzzz` in [top]");
  CHECK(many.errors()[0].hint() ==
        "known keys: k01, k02, k03, k04, k05, k06, k07, k08, k09, k10, k11, "
        "k12 and 2 more");

  Fixture none("a = 1");
  none->Finish();
  REQUIRE(none.errors().size() == 1);
  CHECK(none.errors()[0].hint() == "");

  // Asked for in vain, by Raw or by a getter that found a mistake: known.
  Fixture asked("a = 1\nb = 2\n");
  asked->Raw("a");
  asked->StringOr("b", "");
  asked->StringOr("c", "");
  asked->Finish();
  CHECK(asked.errors().size() == 1);
}

TEST_CASE("keys are found in any order") {
  Fixture file("c = 'c'\na = 'a'\nb = 'b'\n");
  CHECK(file->Keys() == std::vector<std::string_view>{"c", "a", "b"});
  for (const std::string_view key : {"b", "c", "a", "a", "c", "b"}) {
    CHECK(file->String(key) == key);
  }
  CHECK(!file->Has("d"));
  CHECK(file.Mistakes() == "");
}

TEST_CASE("Reject points at the value, or at the table without it") {
  Fixture file("a = 1\n[t]\nb = 'x'\nc = x\n");
  file->Reject("a", "one");
  std::optional<TableReader> table = file->TableOrNone("t");
  REQUIRE(table.has_value());
  CHECK(table->name() == "[t]");
  table->Reject("b", "two");
  table->Reject("none", "three");
  table->Reject("c", "never shown");
  table->RejectAt({1, 1, 2}, "four", "do this");
  CHECK(file.Mistakes() ==
        "4:5-6 `x` is not a value\n1:5-6 one\n3:5-8 two\n2:1-4 three\n"
        "1:1-2 four");
  CHECK(file.errors().back().hint() == "do this");
}

TEST_CASE("Nested reads a table found through Raw") {
  Fixture file("list = ['x', {a = 1}]\n");
  const TomlValue* list = file->Raw("list");
  REQUIRE(list != nullptr);
  TableReader nested =
      file->Nested(std::get<TomlArray>(list->data)[1], "entry 2");
  nested.String("b");
  nested.Finish();
  CHECK(file.Mistakes() ==
        "1:14-21 entry 2 has no `b`\n1:15-16 unknown key `a` in entry 2");
}

TEST_CASE("RejectPart points into the string") {
  struct Case {
    std::string_view text;
    std::size_t begin;
    std::size_t end;
    std::string_view place;
  };
  static constexpr Case kCases[] = {
      // a = "0123"
      {R"(a = "0123")", 0, 1, "1:6-7"},
      {R"(a = "0123")", 1, 3, "1:7-9"},
      {R"(a = "0123")", 0, 4, "1:6-10"},
      {R"(a = "0123")", 2, 2, "1:8-9"},    // empty: one caret
      {R"(a = "0123")", 4, 4, "1:10-11"},  // the end: the closing quote
      {R"(a = "0123")", 4, 9, "1:10-11"},  // beyond it
      {R"(a = "")", 0, 0, "1:6-7"},
      {R"(a = '0123')", 1, 3, "1:7-9"},
      // A backslash is a backslash between single quotes.
      {R"(a = '\d\\x')", 2, 4, "1:8-10"},
      {R"(a = "\"x\\y")", 0, 1, "1:6-8"},
      {R"(a = "\"x\\y")", 1, 2, "1:8-9"},
      {R"(a = "\"x\\y")", 2, 3, "1:9-11"},
      {R"(a = "\"x\\y")", 3, 4, "1:11-12"},
      {R"(a = "\tx")", 1, 2, "1:8-9"},
      // é and U+1F600 are 2 and 4 bytes of the value, one column or an escape.
      {"a = \"é😀x\"", 0, 2, "1:6-7"},
      {"a = \"é😀x\"", 2, 6, "1:7-8"},
      {"a = \"é😀x\"", 6, 7, "1:8-9"},
      {"a = \"é😀x\"", 1, 3, "1:6-8"},  // whole characters only
      {R"(a = "\u00e9\U0001F600x")", 0, 2, "1:6-12"},
      {R"(a = "\u00e9\U0001F600x")", 2, 6, "1:12-22"},
      {R"(a = "\u00E9\U0001F600x")", 6, 7, "1:22-23"},
      {"\"é\" = 1\na = 'xy'", 1, 2, "2:7-8"},
      // Not on one line, or between three quotes: the whole value.
      {"a = '''xy'''", 1, 2, "1:5-13"},
      {"a = \"\"\"\nxy\"\"\"", 1, 2, "1:5-8"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    CAPTURE(c.begin);
    CAPTURE(c.end);
    Fixture file{std::string(c.text)};
    const TomlValue* value = file->Raw("a");
    REQUIRE(value != nullptr);
    const LocatedString text{std::get<std::string>(value->data), value->place};
    file->RejectPart(text, c.begin, c.end, "here", "hint");
    CHECK(file.Mistakes() == std::string(c.place) + " here");
    CHECK(file.errors().back().hint() == "hint");
  }
}

}  // namespace
}  // namespace medlint
