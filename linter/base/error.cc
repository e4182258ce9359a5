// SPDX-License-Identifier: Apache-2.0

#include "linter/base/error.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace medlint {

std::string Quoted(std::string_view code) {
  return "`" + std::string(code) + "`";
}

std::string Error::ToString() const {
  return where_.empty() ? what_ : where_ + ": " + what_;
}

std::string Error::ToText(Gravity gravity) const {
  std::string text = (where_.empty() ? "" : where_ + ": ") +
                     (gravity == Gravity::kError ? "error: " : "warning: ") +
                     what_;
  if (!excerpt_.line.empty()) {
    const auto indent = static_cast<std::size_t>(excerpt_.caret_begin - 1);
    const auto width = static_cast<std::size_t>(
        std::max(1, excerpt_.caret_end - excerpt_.caret_begin));
    text += "\n  | " + excerpt_.line;
    text += "\n  | " + std::string(indent, ' ') + std::string(width, '^');
  }
  if (!hint_.empty()) text += "\n  = help: " + hint_;
  return text;
}

}  // namespace medlint
