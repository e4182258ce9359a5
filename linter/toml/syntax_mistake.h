// SPDX-License-Identifier: Apache-2.0
//
// What is wrong with a TOML text, in words for people who write rules and not
// parsers.

#ifndef LINTER_TOML_SYNTAX_MISTAKE_H_
#define LINTER_TOML_SYNTAX_MISTAKE_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "linter/toml/toml_items.h"

namespace medlint {

// As toml++ 3.3 reports it.
struct TomlComplaint {
  std::string scope;   // "string", "key-value pair"
  std::string reason;  // "expected '=', saw 'x'"
  std::size_t at = 0;  // byte
};

struct SyntaxMistake {
  std::string what;
  std::string hint;
  std::size_t begin = 0;  // bytes, on one line
  std::size_t end = 0;
};

// Takes "Error while parsing <scope>: <reason>" apart.
TomlComplaint ReadComplaint(std::string_view message, std::size_t at);

// Returns the item that "complaint" is about.  That is not always the one it
// points into: what was not closed shows only later.
// REQUIRES: items is not empty
const TomlItem& FindCulprit(std::span<const TomlItem> items,
                            const TomlComplaint& complaint);

// True if the item cannot stand even with another value: its key or header is
// at fault.
bool IsInName(const TomlItem& item, const TomlComplaint& complaint,
              std::string_view text);

// "items" must hold "culprit"; both and "text" are as given to the parser.
SyntaxMistake DescribeMistake(const TomlComplaint& complaint,
                              const TomlItem& culprit,
                              std::span<const TomlItem> items,
                              std::string_view text);

}  // namespace medlint

#endif  // LINTER_TOML_SYNTAX_MISTAKE_H_
