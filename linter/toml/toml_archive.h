// SPDX-License-Identifier: Apache-2.0
//
// A parsed TOML file as bytes, for files that are parsed once, when medlint is
// built, and read at every start.  TomlFile::FromArchive() reads it.
//
//   archive = table
//   table   = count, then for each member: key, place of the key, size of the
//             value in bytes, value
//   value   = type (index in TomlValue::data), place, and for
//             a string   its bytes
//             an array   count, values
//             a table    as above
//             the rest   see toml_archive.cc
//
// A number is written seven bits to a byte, the lowest first (LEB128); bytes
// are preceded by their number.  The size lets a reader pass over a value that
// nobody asks for.
//
// An archive is part of the program that reads it, so readers trust it: it is
// no format to exchange files in.

#ifndef LINTER_TOML_TOML_ARCHIVE_H_
#define LINTER_TOML_TOML_ARCHIVE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/toml/toml_value.h"

namespace medlint {

// Writes all of "file" but its name and its text.
std::string WriteArchive(const TomlFile& file);

// Read a value that is TomlValuePtr::unread(), without making a TomlValue of
// it: most values are strings and lists of them.  Nothing if it is anything
// else.
std::optional<std::string_view> ReadArchivedString(const char* archived);
std::optional<std::vector<LocatedString>> ReadArchivedStrings(
    const char* archived);

}  // namespace medlint

#endif  // LINTER_TOML_TOML_ARCHIVE_H_
