// SPDX-License-Identifier: Apache-2.0
//
// TableReader is how every part of medlint reads its own keys from a TOML
// table: kinds and guards their parameters, the language floor its cues, the
// page floor its type tables.
//
// A reader is asked for each key by name and type.  Mistakes (a missing key, a
// wrong type, a value out of range, at last a key nobody asked for) go to one
// list with line, column, carets and "did you mean", so that an author sees
// all of them at once; getters return a default after a mistake and the caller
// carries on.  A value that did not parse counts as given: Parse() has reported
// it, so getters return the default and Reject() is silent.
//
//   TableReader rule(file, table, "[[rule]]", errors);
//   const std::string id = rule.String("id");
//   const int least = rule.IntOr("min-words", 0, 0, 10000);
//   rule.Finish();
//
// Not thread-safe.  Readers of nested tables share the file and the list of
// errors, which must outlive them.

#ifndef LINTER_TOML_TABLE_READER_H_
#define LINTER_TOML_TABLE_READER_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/error.h"
#include "linter/toml/toml_value.h"

namespace medlint {

class TableReader {
 public:
  // "name" is how messages call the table: "[[rule]] claims/cure".
  TableReader(std::shared_ptr<const TomlFile> file, const TomlTable& table,
              TomlPlace place, std::string name, std::vector<Error>& errors);

  const std::string& name() const { return name_; }
  void set_name(std::string name) { name_ = std::move(name); }
  TomlPlace place() const { return place_; }
  const TomlFile& file() const { return *file_; }
  const std::shared_ptr<const TomlFile>& file_ptr() const { return file_; }

  // Mistakes in the shared list so far.
  std::size_t error_count() const { return errors_->size(); }

  bool Has(std::string_view key) const;
  std::vector<std::string_view> Keys() const;  // in order of the file

  // Required keys: missing or of another type is a mistake, the result then
  // "" or empty.
  std::string String(std::string_view key);
  std::vector<LocatedString> Strings(std::string_view key);

  // Optional keys.
  std::string StringOr(std::string_view key, std::string_view fallback);
  std::vector<LocatedString> StringsOrNone(std::string_view key);
  bool BoolOr(std::string_view key, bool fallback);
  // A value outside [min, max] is a mistake.
  int IntOr(std::string_view key, int fallback, int min, int max);
  // A value that is none of "choices" is a mistake; the hint lists them.
  std::string ChoiceOr(std::string_view key, std::string_view fallback,
                       std::span<const std::string_view> choices);
  // Readers of nested tables are called "`key` in <name of this>", those of an
  // array "`key` 2 in ..."; at the top of the file "[key]" and "[[key]]".
  std::optional<TableReader> TableOrNone(std::string_view key);
  // [[key]] or key = [{...}, ...]
  std::vector<TableReader> TablesOrNone(std::string_view key);

  // For keys that take more than one shape: the value as written, or null if
  // there is none or it did not parse.  Counts as asked for.
  const TomlValue* Raw(std::string_view key);
  // The string or the list of strings at "key", and nothing of anything else.
  // Never a mistake: for a second look at what another getter has read.
  std::vector<std::string_view> Peek(std::string_view key) const;
  // The key counts as asked for, and its value is not looked at.
  void PassOver(std::string_view key) { Ask(key); }
  // A reader for a table found through Raw().
  // REQUIRES: "table" holds a TomlTable
  TableReader Nested(const TomlValue& table, std::string name);

  // Adds a mistake at a value, or at the table where the key is missing.
  void Reject(std::string_view key, std::string_view what,
              std::string hint = {});
  // Adds a mistake at bytes [begin, end) of a string value.  Falls back to the
  // whole value when it was not written as a plain one-line string.
  void RejectPart(const LocatedString& value, std::size_t begin,
                  std::size_t end, std::string_view what,
                  std::string hint = {});
  void RejectAt(TomlPlace where, std::string_view what, std::string hint = {});

  // Reports the keys that nobody asked for.  "also_known" are keys that are
  // right but read elsewhere.  Call it once, last.
  void Finish(std::span<const std::string_view> also_known = {});

 private:
  // Null if there is no such key.
  const TomlMember* Find(std::string_view key) const;
  // Not table_->size() but less, if there is one.
  std::size_t IndexOf(std::string_view key) const;
  // Find(), and the key counts as asked for.
  const TomlMember* Ask(std::string_view key);
  // Ask() for a value of type T.  Null if there is none or it did not parse,
  // and, as a mistake, if it is not "a string" or whatever "wanted" says.
  template <typename T>
  const T* Get(std::string_view key, std::string_view wanted);
  // The same for what Ask() found.
  template <typename T>
  const T* DataOf(const TomlMember* member, std::string_view wanted);
  std::vector<LocatedString> StringsOf(std::string_view key,
                                       const TomlArray& array);
  void RejectMissing(std::string_view key);
  // All keys that were asked for and "also_known", sorted.
  std::vector<std::string_view> Known(
      std::span<const std::string_view> also_known) const;
  std::string NameOf(std::string_view key) const;

  std::shared_ptr<const TomlFile> file_;
  const TomlTable* table_;
  TomlPlace place_;
  std::string name_;
  std::vector<Error>* errors_;
  // Where Find() begins: keys are mostly asked for in order of the file.
  mutable std::size_t next_ = 0;
  // What was asked for: for each member of the table, and the names of keys
  // that it does not have, each followed by a newline (some more than once).
  std::vector<bool> asked_;
  std::string asked_in_vain_;
};

}  // namespace medlint

#endif  // LINTER_TOML_TABLE_READER_H_
