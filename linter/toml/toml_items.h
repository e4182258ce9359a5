// SPDX-License-Identifier: Apache-2.0
//
// The items of a TOML text that does not parse: which lines hold a table
// header, which a key and its value, and what was never closed.
//
// A TOML parser that met a mistake cannot say where the next sound line
// begins.  This scanner can, because it knows only brackets, quotes and what a
// header and a "key =" look like; it takes any bytes.  Linear.

#ifndef LINTER_TOML_TOML_ITEMS_H_
#define LINTER_TOML_TOML_ITEMS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace medlint {

struct TomlItem {
  enum class Kind { kHeader, kKey };
  enum class Fault {
    kNone,
    kOpenString,  // no closing quote on the line
    kOpenText,    // no closing """ or '''
    kOpenArray,   // no ] before the next header, "key =" or the end
    kOpenTable,   // no } on the line
  };
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  Kind kind = Kind::kKey;
  std::size_t begin = 0;  // bytes; the first that is not blank
  std::size_t end = 0;    // the newline after the item, or the end of the text
  int line = 1;           // of "begin", from 1
  std::string name;       // "rule.near", "id": as written, less the blanks
  bool array = false;     // [[name]]
  std::size_t equals = kNowhere;  // byte of the "=" of a key
  Fault fault = Fault::kNone;     // the first
  std::size_t fault_at = kNowhere;

  // Returns "[name]" or "[[name]]".
  std::string Heading() const;
};

// Returns the items in order.
std::vector<TomlItem> SplitTomlItems(std::string_view text);

// Replaces a key's value by 0.  Lines keep their numbers, and so do columns
// outside the item.
// REQUIRES: item.equals != kNowhere
void ReplaceTomlValue(const TomlItem& item, std::string& text);

// Blanks bytes [begin, end) of "text", newlines excepted.
void BlankToml(std::size_t begin, std::size_t end, std::string& text);

// Returns where the table that items[index] heads ends, its sub-tables
// included: the beginning of the next item that is no part of it, or "size".
// REQUIRES: items[index] is a header
std::size_t EndOfTomlTable(const std::vector<TomlItem>& items,
                           std::size_t index, std::size_t size);

}  // namespace medlint

#endif  // LINTER_TOML_TOML_ITEMS_H_
