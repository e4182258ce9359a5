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

// A string and where it was written.  It is the file's, which must outlive it.
struct LocatedString {
  std::string_view value;
  TomlPlace place;  // of the value, quotes included
};

struct TomlValue;

// Owns a value, as a unique_ptr does; but one that comes from an archive (see
// toml_archive.h) is read when it is first looked at, for most of a ruleset is
// never looked at by a run that lints.  So even const use of one and the same
// file is not thread-safe.
class TomlValuePtr {
 public:
  TomlValuePtr() = default;
  explicit TomlValuePtr(std::unique_ptr<TomlValue> value);
  // REQUIRES: "archived" is an archived value, which outlives this.
  explicit TomlValuePtr(const char* archived) : archived_(archived) {}
  TomlValuePtr(TomlValuePtr&& other) noexcept;
  TomlValuePtr& operator=(TomlValuePtr&& other) noexcept;
  ~TomlValuePtr();

  TomlValue* get() const MEDLINT_LIFETIME_BOUND {
    if (!value_ && archived_ != nullptr) Read();
    return value_.get();
  }
  TomlValue& operator*() const MEDLINT_LIFETIME_BOUND { return *get(); }
  TomlValue* operator->() const MEDLINT_LIFETIME_BOUND { return get(); }

  // The archived value while it has not been read, else null.
  const char* unread() const { return value_ ? nullptr : archived_; }

 private:
  void Read() const;

  mutable std::unique_ptr<TomlValue> value_;
  const char* archived_ = nullptr;
};

struct TomlMember {
  std::string key;
  TomlPlace key_place;
  TomlValuePtr value;  // never null
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

inline TomlValuePtr::TomlValuePtr(std::unique_ptr<TomlValue> value)
    : value_(std::move(value)) {}
inline TomlValuePtr::TomlValuePtr(TomlValuePtr&& other) noexcept = default;
inline TomlValuePtr& TomlValuePtr::operator=(TomlValuePtr&& other) noexcept =
    default;
inline TomlValuePtr::~TomlValuePtr() = default;

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

  // The file that WriteArchive() wrote (see toml_archive.h), as Parse() gave it
  // then.  Neither the archive nor the text is copied, so both must outlive the
  // file; the text is only looked at to show a line of it.
  static std::shared_ptr<const TomlFile> FromArchive(std::string name,
                                                     std::string_view archive,
                                                     std::string_view text);

  const std::string& name() const MEDLINT_LIFETIME_BOUND { return name_; }
  std::string_view bytes() const MEDLINT_LIFETIME_BOUND { return text_; }
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
  std::string bytes_;      // of Parse()
  std::string_view text_;  // bytes_, or what FromArchive() was given
  // Of Parse() only; Line() counts where this is empty.
  std::vector<std::size_t> line_starts_;
  TomlTable root_;
};

}  // namespace medlint

#endif  // LINTER_TOML_TOML_VALUE_H_
