// SPDX-License-Identifier: Apache-2.0
//
// A TOML file (https://toml.io/en/v1.0.0) as located values: every key and
// every value knows where it was written, so that a mistake found much later
// can still be shown at its place.
//
// A syntax mistake does not hide the rest of the file: the key or the table it
// is in is left out and the parser tries again, so that one run shows all of
// them.
//
// toml_value.cc is the only file that knows toml++.

#ifndef LINTER_TOML_TOML_VALUE_H_
#define LINTER_TOML_TOML_VALUE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/attributes.h"
#include "linter/base/error.h"

namespace medlint {

// A place in a TOML file.  Lines and columns count from 1, columns in code
// points; the end is exclusive and on the same line.
struct TomlPlace {
  int line = 1;
  int column = 1;
  int end_column = 2;
};

struct TomlValue;

struct TomlMember {
  std::string key;
  TomlPlace key_place;
  std::unique_ptr<TomlValue> value;  // never null
};

struct TomlDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// A value that could not be read.  Parse() has reported why, so readers are to
// be silent about it.
struct TomlBroken {};

using TomlArray = std::vector<TomlValue>;
using TomlTable = std::vector<TomlMember>;  // in order of the file

struct TomlValue {
  TomlPlace place;
  std::variant<std::string, std::int64_t, double, bool, TomlDate, TomlArray,
               TomlTable, TomlBroken>
      data;

  bool IsBroken() const { return std::holds_alternative<TomlBroken>(data); }
  // "a string", "an integer", "a table": for messages.
  std::string_view TypeName() const;
};

// One file, kept for the lines that messages show.  Immutable.
class TomlFile {
 public:
  // Never fails: "errors" gets every syntax mistake, and root() holds what
  // could be read.  A key whose value is malformed is there, TomlBroken; a
  // table with a malformed header is not.  After 20 mistakes the rest of the
  // file is left unread, which is said.  A byte order mark is skipped; bytes
  // that are not UTF-8 are a mistake.
  static std::shared_ptr<const TomlFile> Parse(std::string name,
                                               std::string bytes,
                                               std::vector<Error>& errors);

  const std::string& name() const MEDLINT_LIFETIME_BOUND { return name_; }
  std::string_view bytes() const MEDLINT_LIFETIME_BOUND { return bytes_; }
  const TomlTable& root() const MEDLINT_LIFETIME_BOUND { return root_; }

  // Returns a line without its end; "" if there is no such line.
  std::string_view Line(int line) const MEDLINT_LIFETIME_BOUND;

  // Returns an error at "place": where is "name:line:column", with the line (a
  // long one cut around the place) and carets.
  Error ErrorAt(TomlPlace place, std::string_view what,
                std::string hint = {}) const;

 private:
  TomlFile() = default;

  std::string name_;
  std::string bytes_;
  std::vector<std::size_t> line_starts_;
  TomlTable root_;
};

}  // namespace medlint

#endif  // LINTER_TOML_TOML_VALUE_H_
