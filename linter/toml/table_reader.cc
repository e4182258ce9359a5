// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/table_reader.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/base/error.h"
#include "linter/base/spelling.h"
#include "linter/base/utf8.h"
#include "linter/toml/toml_archive.h"
#include "linter/toml/toml_value.h"

namespace medlint {
namespace {

// "error, warning, info", at most 12.
std::string List(std::span<const std::string_view> names) {
  static constexpr std::size_t kMost = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i) {
    if (i > 0) list += ", ";
    list += names[i];
  }
  if (names.size() > kMost) {
    list += " and " + std::to_string(names.size() - kMost) + " more";
  }
  return list;
}

// "did you mean `x`? known keys: x, y".
std::string Suggest(std::string_view name, std::string_view intro,
                    std::span<const std::string_view> names) {
  std::string hint = DidYouMean(name, names);
  if (names.empty()) return hint;
  if (!hint.empty()) hint += ' ';
  return hint + std::string(intro) + ": " + List(names);
}

// The bytes that one written character of a string stands for.
struct Written {
  std::size_t source = 1;  // bytes in the file
  int columns = 1;         // code points in the file
  std::size_t value = 1;   // bytes in the string
};

// Reads the escape at text[i], a backslash.
Written ReadEscape(std::string_view text, std::size_t i) {
  const char kind = i + 1 < text.size() ? text[i + 1] : '\\';
  const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
  if (digits == 0) return {.source = 2, .columns = 2, .value = 1};
  char32_t point = 0;
  for (const char c : text.substr(i + 2, digits)) {
    const auto digit = IsAsciiDigit(c) ? c - '0' : ToAsciiLower(c) - 'a' + 10;
    point = point * 16 + static_cast<char32_t>(digit);
  }
  std::string encoded;
  AppendUtf8(point, encoded);
  return {.source = 2 + digits,
          .columns = 2 + static_cast<int>(digits),
          .value = encoded.size()};
}

// Reads the character at text[i] within "quote"s.
Written ReadCharacter(std::string_view text, std::size_t i, char quote) {
  if (quote == '"' && text[i] == '\\') return ReadEscape(text, i);
  const std::size_t size = DecodeUtf8(text, i).size;
  return {.source = size, .columns = 1, .value = size};
}

// The place of bytes [begin, end) of a string that is written at
// "source"[0], or nothing if it is not a plain one-line string.
std::optional<TomlPlace> FindPart(std::string_view source, TomlPlace place,
                                  std::size_t begin, std::size_t end) {
  if (source.empty()) return std::nullopt;
  const char quote = source.front();
  if (quote != '"' && quote != '\'') return std::nullopt;
  if (source.starts_with(std::string(3, quote))) return std::nullopt;

  std::size_t offset = 0;  // in the value
  int column = place.column + 1;
  TomlPlace part = place;
  part.column = 0;
  for (std::size_t i = 1; i < source.size();) {
    const Written written = ReadCharacter(source, i, quote);
    const bool closing = source[i] == quote;
    // An offset within a character stands for the whole of it.
    if (part.column == 0 && (closing || begin < offset + written.value)) {
      part.column = column;
    }
    if (part.column != 0 && (closing || end <= offset + written.value)) {
      part.end_column = std::max(
          end <= offset ? column : column + written.columns, part.column + 1);
      return part;
    }
    offset += written.value;
    column += written.columns;
    i += written.source;
  }
  return std::nullopt;
}

}  // namespace

TableReader::TableReader(std::shared_ptr<const TomlFile> file,
                         const TomlTable& table, TomlPlace place,
                         std::string name, std::vector<Error>& errors)
    : file_(std::move(file)),
      table_(&table),
      place_(place),
      name_(std::move(name)),
      errors_(&errors),
      asked_(table.size()) {}

std::size_t TableReader::IndexOf(std::string_view key) const {
  const std::size_t size = table_->size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t at = next_ + i < size ? next_ + i : next_ + i - size;
    if ((*table_)[at].key != key) continue;
    next_ = at;
    return at;
  }
  return size;
}

const TomlMember* TableReader::Find(std::string_view key) const {
  const std::size_t at = IndexOf(key);
  return at < table_->size() ? &(*table_)[at] : nullptr;
}

const TomlMember* TableReader::Ask(std::string_view key) {
  const std::size_t at = IndexOf(key);
  if (at < table_->size()) {
    asked_[at] = true;
    return &(*table_)[at];
  }
  asked_in_vain_.append(key).append(1, '\n');
  return nullptr;
}

bool TableReader::Has(std::string_view key) const {
  return Find(key) != nullptr;
}

std::vector<std::string_view> TableReader::Keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(table_->size());
  for (const TomlMember& member : *table_)
    keys.push_back(member.key);
  return keys;
}

template <typename T>
const T* TableReader::Get(std::string_view key, std::string_view wanted) {
  return DataOf<T>(Ask(key), wanted);
}

template <typename T>
const T* TableReader::DataOf(const TomlMember* member,
                             std::string_view wanted) {
  if (member == nullptr || member->value->IsBroken()) return nullptr;
  const TomlValue& value = *member->value;
  const T* data = std::get_if<T>(&value.data);
  if (data == nullptr) {
    RejectAt(value.place, Quoted(member->key) + " must be " +
                              std::string(wanted) + ", not " +
                              std::string(value.TypeName()));
  }
  return data;
}

std::string TableReader::String(std::string_view key) {
  if (!Has(key)) RejectMissing(key);
  return StringOr(key, "");
}

std::vector<LocatedString> TableReader::Strings(std::string_view key) {
  if (!Has(key)) RejectMissing(key);
  return StringsOrNone(key);
}

std::string TableReader::StringOr(std::string_view key,
                                  std::string_view fallback) {
  const TomlMember* const member = Ask(key);
  const char* const unread =
      member != nullptr ? member->value.unread() : nullptr;
  if (unread != nullptr) {
    if (const auto text = ReadArchivedString(unread)) return std::string(*text);
  }
  const auto* text = DataOf<std::string>(member, "a string");
  return text != nullptr ? *text : std::string(fallback);
}

std::vector<LocatedString> TableReader::StringsOrNone(std::string_view key) {
  const TomlMember* const member = Ask(key);
  const char* const unread =
      member != nullptr ? member->value.unread() : nullptr;
  if (unread != nullptr) {
    if (auto strings = ReadArchivedStrings(unread)) return *std::move(strings);
  }
  const auto* array = DataOf<TomlArray>(member, "an array of strings");
  if (array == nullptr) return {};
  return StringsOf(key, *array);
}

std::vector<LocatedString> TableReader::StringsOf(std::string_view key,
                                                  const TomlArray& array) {
  std::vector<LocatedString> strings;
  strings.reserve(array.size());
  for (const TomlValue& value : array) {
    if (const auto* text = std::get_if<std::string>(&value.data)) {
      strings.push_back({*text, value.place});
    } else if (!value.IsBroken()) {
      RejectAt(value.place, "every entry of " + Quoted(key) +
                                " must be a string, not " +
                                std::string(value.TypeName()));
    }
  }
  return strings;
}

bool TableReader::BoolOr(std::string_view key, bool fallback) {
  const bool* value = Get<bool>(key, "true or false");
  return value != nullptr ? *value : fallback;
}

int TableReader::IntOr(std::string_view key, int fallback, int min, int max) {
  const auto* value = Get<std::int64_t>(key, "an integer");
  if (value == nullptr) return fallback;
  if (*value < min || *value > max) {
    Reject(key, Quoted(key) + " must be from " + std::to_string(min) + " to " +
                    std::to_string(max) + ", not " + std::to_string(*value));
    return fallback;
  }
  return static_cast<int>(*value);
}

std::string TableReader::ChoiceOr(std::string_view key,
                                  std::string_view fallback,
                                  std::span<const std::string_view> choices) {
  const auto* value = Get<std::string>(key, "a string");
  if (value == nullptr) return std::string(fallback);
  if (std::ranges::find(choices, *value) == choices.end()) {
    Reject(key, Quoted(*value) + " is not one of the values of " + Quoted(key),
           Suggest(*value, "known values", choices));
    return std::string(fallback);
  }
  return *value;
}

std::optional<TableReader> TableReader::TableOrNone(std::string_view key) {
  const auto* table = Get<TomlTable>(key, "a table");
  if (table == nullptr) return std::nullopt;
  const bool top = table_ == &file_->root();
  return TableReader(file_, *table, Find(key)->value->place,
                     top ? "[" + std::string(key) + "]" : NameOf(key),
                     *errors_);
}

std::vector<TableReader> TableReader::TablesOrNone(std::string_view key) {
  std::vector<TableReader> readers;
  const auto* array = Get<TomlArray>(key, "an array of tables");
  if (array == nullptr) return readers;
  const bool top = table_ == &file_->root();
  readers.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    const TomlValue& value = (*array)[i];
    const auto* table = std::get_if<TomlTable>(&value.data);
    if (table != nullptr) {
      readers.push_back(Nested(
          value,
          top ? "[[" + std::string(key) + "]]"
              : Quoted(key) + " " + std::to_string(i + 1) + " in " + name_));
    } else if (!value.IsBroken()) {
      RejectAt(value.place, "every entry of " + Quoted(key) +
                                " must be a table, not " +
                                std::string(value.TypeName()));
    }
  }
  return readers;
}

std::vector<std::string_view> TableReader::Peek(std::string_view key) const {
  const TomlMember* const member = Find(key);
  if (member == nullptr) return {};
  std::vector<std::string_view> texts;
  if (const char* const unread = member->value.unread()) {
    if (const auto text = ReadArchivedString(unread)) return {*text};
    if (const auto strings = ReadArchivedStrings(unread)) {
      for (const LocatedString& string : *strings)
        texts.push_back(string.value);
      return texts;
    }
  }
  const TomlValue& value = *member->value;
  if (const auto* text = std::get_if<std::string>(&value.data)) return {*text};
  if (const auto* array = std::get_if<TomlArray>(&value.data)) {
    for (const TomlValue& item : *array) {
      const auto* text = std::get_if<std::string>(&item.data);
      if (text != nullptr) texts.emplace_back(*text);
    }
  }
  return texts;
}

const TomlValue* TableReader::Raw(std::string_view key) {
  const TomlMember* member = Ask(key);
  if (member == nullptr || member->value->IsBroken()) return nullptr;
  return member->value.get();
}

TableReader TableReader::Nested(const TomlValue& table, std::string name) {
  const auto* members = std::get_if<TomlTable>(&table.data);
  assert(members != nullptr);
  return TableReader(file_, *members, table.place, std::move(name), *errors_);
}

std::string TableReader::NameOf(std::string_view key) const {
  return Quoted(key) + " in " + name_;
}

void TableReader::RejectMissing(std::string_view key) {
  RejectAt(place_, name_ + " has no " + Quoted(key));
}

void TableReader::Reject(std::string_view key, std::string_view what,
                         std::string hint) {
  const TomlMember* member = Find(key);
  if (member != nullptr && member->value->IsBroken()) return;
  RejectAt(member != nullptr ? member->value->place : place_, what,
           std::move(hint));
}

void TableReader::RejectPart(const LocatedString& value, std::size_t begin,
                             std::size_t end, std::string_view what,
                             std::string hint) {
  const std::string_view line = file_->Line(value.place.line);
  std::size_t i = 0;
  for (int column = 1; column < value.place.column && i < line.size();
       ++column) {
    i += DecodeUtf8(line, i).size;
  }
  const std::optional<TomlPlace> part =
      FindPart(line.substr(i), value.place, begin, end);
  RejectAt(part.value_or(value.place), what, std::move(hint));
}

void TableReader::RejectAt(TomlPlace where, std::string_view what,
                           std::string hint) {
  errors_->push_back(file_->ErrorAt(where, what, std::move(hint)));
}

std::vector<std::string_view> TableReader::Known(
    std::span<const std::string_view> also_known) const {
  std::vector<std::string_view> keys(also_known.begin(), also_known.end());
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    if (asked_[i]) keys.push_back((*table_)[i].key);
  }
  const std::string_view in_vain = asked_in_vain_;
  for (std::size_t begin = 0; begin < in_vain.size();) {
    const std::size_t end = in_vain.find('\n', begin);
    keys.push_back(in_vain.substr(begin, end - begin));
    begin = end + 1;
  }
  std::ranges::sort(keys);
  const auto again = std::ranges::unique(keys);
  keys.erase(again.begin(), again.end());
  return keys;
}

void TableReader::Finish(std::span<const std::string_view> also_known) {
  std::vector<std::string_view> known;
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    const TomlMember& member = (*table_)[i];
    if (asked_[i] ||
        std::ranges::find(also_known, member.key) != also_known.end()) {
      continue;
    }
    if (known.empty()) known = Known(also_known);
    RejectAt(member.key_place,
             "unknown key " + Quoted(member.key) + " in " + name_,
             Suggest(member.key, "known keys", known));
  }
}

}  // namespace medlint
