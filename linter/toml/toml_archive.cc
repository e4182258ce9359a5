// SPDX-License-Identifier: Apache-2.0

#include "linter/toml/toml_archive.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace medlint {
namespace {

// Which alternative of TomlValue::data a value is.
enum class Type : unsigned char {
  kString,
  kInteger,
  kDecimal,
  kBool,
  kDate,
  kArray,
  kTable,
  kBroken,
};

template <Type kType, typename T>
constexpr bool kIs =
    std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(kType),
                                              decltype(TomlValue::data)>,
                   T>;
static_assert(kIs<Type::kString, std::string>);
static_assert(kIs<Type::kInteger, std::int64_t>);
static_assert(kIs<Type::kDecimal, double>);
static_assert(kIs<Type::kBool, bool>);
static_assert(kIs<Type::kDate, TomlDate>);
static_assert(kIs<Type::kArray, TomlArray>);
static_assert(kIs<Type::kTable, TomlTable>);
static_assert(kIs<Type::kBroken, TomlBroken>);

class ArchiveWriter {
 public:
  void Table(const TomlTable& table);
  std::string Take() { return std::move(bytes_); }

  // One for each alternative.
  void operator()(const std::string& text) { Bytes(text); }
  void operator()(std::int64_t value) {
    Number(static_cast<std::uint64_t>(value));
  }
  void operator()(double value) { Number(std::bit_cast<std::uint64_t>(value)); }
  void operator()(bool value) { Number(value ? 1 : 0); }
  void operator()(const TomlDate& date) {
    Number(static_cast<std::uint64_t>(date.year));
    Number(static_cast<std::uint64_t>(date.month));
    Number(static_cast<std::uint64_t>(date.day));
  }
  void operator()(const TomlArray& array) {
    Number(array.size());
    for (const TomlValue& value : array)
      Value(value);
  }
  void operator()(const TomlTable& table) { Table(table); }
  void operator()(TomlBroken) {}

 private:
  void Number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
      bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void Bytes(std::string_view bytes) {
    Number(bytes.size());
    bytes_ += bytes;
  }
  void Place(TomlPlace place) {
    Number(static_cast<std::uint64_t>(place.line));
    Number(static_cast<std::uint64_t>(place.column));
    Number(static_cast<std::uint64_t>(place.end_column - place.column));
  }
  void Value(const TomlValue& value) {
    bytes_ += static_cast<char>(value.data.index());
    Place(value.place);
    std::visit(*this, value.data);
  }

  std::string bytes_;
};

void ArchiveWriter::Table(const TomlTable& table) {
  Number(table.size());
  for (const TomlMember& member : table) {
    Bytes(member.key);
    Place(member.key_place);
    ArchiveWriter value;
    value.Value(*member.value);
    Bytes(value.bytes_);
  }
}

// Reads what ArchiveWriter wrote, method by method.
class ArchiveReader {
 public:
  explicit ArchiveReader(const char* at) : at_(at) {}

  TomlTable Table();
  void Value(TomlValue& value);
  std::optional<LocatedString> String();
  std::optional<std::vector<LocatedString>> Strings();

 private:
  std::uint64_t Number() {
    auto byte = static_cast<unsigned char>(*at_++);
    std::uint64_t value = byte & 0x7FU;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
      byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    }
    return value;
  }
  int Int() { return static_cast<int>(Number()); }
  std::string_view Bytes() {
    const std::size_t size = Number();
    const char* const begin = at_;
    at_ += size;
    return {begin, size};
  }
  TomlPlace Place() {
    TomlPlace place;
    place.line = Int();
    place.column = Int();
    place.end_column = place.column + Int();
    return place;
  }
  Type ReadType() { return static_cast<Type>(*at_++); }
  TomlArray Array();

  const char* at_;
};

TomlTable ArchiveReader::Table() {
  const std::size_t size = Number();
  TomlTable table;
  table.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::string_view key = Bytes();
    const TomlPlace place = Place();
    table.push_back({std::string(key), place, TomlValuePtr(Bytes().data())});
  }
  return table;
}

TomlArray ArchiveReader::Array() {
  TomlArray array(Number());
  for (TomlValue& value : array)
    Value(value);
  return array;
}

std::optional<LocatedString> ArchiveReader::String() {
  if (ReadType() != Type::kString) return std::nullopt;
  const TomlPlace place = Place();
  return LocatedString{.value = Bytes(), .place = place};
}

std::optional<std::vector<LocatedString>> ArchiveReader::Strings() {
  if (ReadType() != Type::kArray) return std::nullopt;
  Place();
  const std::size_t size = Number();
  std::vector<LocatedString> strings;
  strings.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::optional<LocatedString> string = String();
    if (!string) return std::nullopt;
    strings.push_back(*string);
  }
  return strings;
}

void ArchiveReader::Value(TomlValue& value) {
  const Type type = ReadType();
  value.place = Place();
  switch (type) {
    case Type::kString:
      value.data.emplace<std::string>(Bytes());
      break;
    case Type::kInteger:
      value.data = static_cast<std::int64_t>(Number());
      break;
    case Type::kDecimal:
      value.data = std::bit_cast<double>(Number());
      break;
    case Type::kBool:
      value.data = Number() != 0;
      break;
    case Type::kDate: {
      TomlDate& date = value.data.emplace<TomlDate>();
      date.year = Int();
      date.month = Int();
      date.day = Int();
      break;
    }
    case Type::kArray:
      value.data = Array();
      break;
    case Type::kTable:
      value.data = Table();
      break;
    case Type::kBroken:
      value.data = TomlBroken();
      break;
  }
}

}  // namespace

std::string WriteArchive(const TomlFile& file) {
  ArchiveWriter writer;
  writer.Table(file.root());
  return writer.Take();
}

std::optional<std::string_view> ReadArchivedString(const char* archived) {
  const std::optional<LocatedString> string = ArchiveReader(archived).String();
  if (!string) return std::nullopt;
  return string->value;
}

std::optional<std::vector<LocatedString>> ReadArchivedStrings(
    const char* archived) {
  return ArchiveReader(archived).Strings();
}

void TomlValuePtr::Read() const {
  value_ = std::make_unique<TomlValue>();
  ArchiveReader(archived_).Value(*value_);
}

std::shared_ptr<const TomlFile> TomlFile::FromArchive(std::string name,
                                                      std::string_view archive,
                                                      std::string_view text) {
  // make_shared cannot reach the constructor.
  std::shared_ptr<TomlFile> file(new TomlFile);
  file->name_ = std::move(name);
  file->text_ = text;
  file->root_ = ArchiveReader(archive.data()).Table();
  return file;
}

}  // namespace medlint
