// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/toml_archive.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "linter/base/error.h"
#include "linter/toml/table_reader.h"
#include "linter/toml/toml_value.h"

namespace medlint {
namespace {

namespace fs = std::filesystem;

// All of a value or a table, a line each, for a comparison that shows where two
// differ.
class Dump {
 public:
  void Table(const TomlTable& table) {
    for (const TomlMember& member : table) {
      Line("key " + member.key, member.key_place);
      Value(*member.value);
    }
    lines_ += "end\n";
  }
  void Value(const TomlValue& value) {
    Line(value.TypeName(), value.place);
    std::visit(*this, value.data);
  }

  void operator()(const std::string& text) { lines_ += text + "\n"; }
  void operator()(std::int64_t value) {
    lines_ += std::to_string(value) + "\n";
  }
  void operator()(double value) { (*this)(std::bit_cast<std::int64_t>(value)); }
  void operator()(bool value) { lines_ += value ? "true\n" : "false\n"; }
  void operator()(const TomlDate& date) {
    lines_ += std::to_string(date.year) + "-" + std::to_string(date.month) +
              "-" + std::to_string(date.day) + "\n";
  }
  void operator()(const TomlArray& array) {
    for (const TomlValue& value : array)
      Value(value);
    lines_ += "end\n";
  }
  void operator()(const TomlTable& table) { Table(table); }
  void operator()(TomlBroken) {}

  const std::string& lines() const { return lines_; }

 private:
  void Line(std::string_view what, TomlPlace place) {
    lines_ += std::to_string(place.line) + ":" + std::to_string(place.column) +
              "-" + std::to_string(place.end_column) + " " + std::string(what) +
              "\n";
  }

  std::string lines_;
};

std::string Show(const TomlFile& file) {
  Dump dump;
  dump.Table(file.root());
  return dump.lines();
}

// A file that was parsed, and the same from an archive.
struct Both {
  explicit Both(std::string bytes)
      : text(std::move(bytes)),
        parsed(TomlFile::Parse("t.toml", text, mistakes)),
        archive(WriteArchive(*parsed)),
        archived(TomlFile::FromArchive("t.toml", archive, text)) {}

  std::string text;
  std::vector<Error> mistakes;
  std::shared_ptr<const TomlFile> parsed;
  std::string archive;
  std::shared_ptr<const TomlFile> archived;
};

TEST_CASE("an archive gives back every ruleset value by value") {
  const fs::path root = MEDLINT_SOURCE_DIR;
  int files = 0;
  std::size_t bytes = 0;
  for (const std::string_view folder : {"rulesets", "fixtures", "linter"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".toml") continue;
      CAPTURE(entry.path().string());
      std::ifstream in(entry.path(), std::ios::binary);
      const Both both(std::string{std::istreambuf_iterator<char>(in), {}});
      CHECK(Show(*both.archived) == Show(*both.parsed));
      // Once more: now everything has been read.
      CHECK(Show(*both.archived) == Show(*both.parsed));
      CHECK(WriteArchive(*both.archived) == both.archive);
      ++files;
      bytes += both.text.size();
    }
  }
  CHECK(files >= 30);
  CHECK(bytes >= 200'000);
}

TEST_CASE("an archive holds every type of value") {
  static constexpr std::string_view kFiles[] = {
      "",
      "a = ''",
      "a = \"\\u0000é\\n\"\nb = '''\ntwo\nlines'''",
      "a = 0\nb = -1\nc = 9223372036854775807\nd = -9223372036854775808",
      "a = 0.1\nb = -0.0\nc = inf\nd = -nan",
      "a = true\nb = false",
      "a = 2026-01-31\nb = 0001-12-01",
      "a = []\nb = [[], [1, 'x', [true]], {}]\nc = {}",
      "a = {b = {c = [{d = 1}, {d = 2}]}}",
      "[a.b.c]\nd = 1\n[[a.e]]\nf = 1\n[[a.e]]\n[a]\ng = 2",
      "a = 'not closed\nb = 1\nc = 12:00:00",
  };
  for (const std::string_view file : kFiles) {
    CAPTURE(file);
    const Both both{std::string(file)};
    CHECK(Show(*both.archived) == Show(*both.parsed));
  }
  // Numbers of more than one byte.
  const Both wide("\n" + std::string(20'000, '\n') + std::string(300, ' ') +
                  "a = \"" + std::string(70'000, 'x') + "\"");
  CHECK(Show(*wide.archived) == Show(*wide.parsed));
}

TEST_CASE("a file from an archive shows the lines of its text") {
  static constexpr std::string_view kFiles[] = {
      "a = 1\nb = 'x'\n\nc = [\n  'é',\n]\n",
      "\xEF\xBB\xBF# mark\r\na = 1\r\nb = 2",
      "",
  };
  for (const std::string_view file : kFiles) {
    CAPTURE(file);
    const Both both{std::string(file)};
    CHECK(both.archived->bytes() == both.text);
    for (const int line : {0, 1, 2, 3, 5, 7, 100}) {
      CAPTURE(line);
      CHECK(both.archived->Line(line) == both.parsed->Line(line));
      const TomlPlace place = {.line = line, .column = 1, .end_column = 3};
      CHECK(both.archived->ErrorAt(place, "what", "hint").ToText() ==
            both.parsed->ErrorAt(place, "what", "hint").ToText());
    }
  }
}

// Asks for "key" in every way that readers have.
std::string AskAll(const std::shared_ptr<const TomlFile>& file,
                   std::string_view key) {
  std::string shown;
  std::vector<Error> errors;
  const auto read = [&] {
    return TableReader(file, file->root(), {}, "the file", errors);
  };
  for (const std::string_view text : read().Peek(key))
    shown += "peek " + std::string(text) + "\n";
  CHECK(errors.empty());
  shown += read().StringOr(key, "none") + "\n" + read().String(key) + "\n";
  for (const LocatedString& string : read().StringsOrNone(key)) {
    shown += std::string(string.value) + " " +
             std::to_string(string.place.line) + ":" +
             std::to_string(string.place.column) + "\n";
  }
  shown += std::to_string(read().Strings(key).size()) + "\n";
  shown += read().BoolOr(key, false) ? "true\n" : "false\n";
  shown += std::to_string(read().IntOr(key, 0, 0, 10)) + "\n";
  shown += std::to_string(read().TableOrNone(key).has_value()) + "\n";
  shown += std::to_string(read().TablesOrNone(key).size()) + "\n";
  for (const Error& error : errors)
    shown += error.ToText() + "\n";
  return shown;
}

TEST_CASE("a reader says the same of a file from an archive") {
  static constexpr std::string_view kValues[] = {
      "'text'",
      "['a', 'b']",
      "['a', 1, ['b']]",
      "[]",
      "7",
      "11",
      "true",
      "{}",
      "[{}, {x=1}]",
      "[{}, 'a', 'b']",
      "2026-01-31",
      "1.5",
      "'open",
  };
  for (const std::string_view value : kValues) {
    CAPTURE(value);
    const Both both("z = 0\nkey = " + std::string(value) + "\n");
    CHECK(AskAll(both.archived, "key") == AskAll(both.parsed, "key"));
    CHECK(AskAll(both.archived, "no") == AskAll(both.parsed, "no"));
  }
}

TEST_CASE("a value that nobody asks for is not read") {
  const Both both("a = ['x', 'y']\nb = 'z'\n");
  const TomlTable& root = both.archived->root();
  std::vector<Error> errors;
  TableReader reader(both.archived, root, {}, "the file", errors);
  reader.PassOver("a");
  CHECK(reader.Has("b"));
  CHECK(reader.String("b") == "z");
  reader.Finish();
  CHECK(errors.empty());
  CHECK(root[0].value.unread() != nullptr);
  CHECK(root[1].value.unread() != nullptr);
  CHECK(ReadArchivedString(root[0].value.unread()) == std::nullopt);
  CHECK(!ReadArchivedStrings(root[1].value.unread()));
  REQUIRE(reader.Raw("a") != nullptr);
  CHECK(root[0].value.unread() == nullptr);
}

}  // namespace
}  // namespace medlint
