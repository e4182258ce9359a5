// SPDX-License-Identifier: Apache-2.0

#include "linter/kinds/markup/glob.h"

#include <cstddef>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {

bool MatchesGlob(std::string_view glob, std::string_view value) {
  // Where to go on after the last star, if what follows it does not fit.
  std::size_t star = std::string_view::npos;
  std::size_t star_value = 0;
  std::size_t g = 0;
  std::size_t v = 0;
  while (v < value.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      star_value = v;
    } else if (g < glob.size() && glob[g] == ToAsciiLower(value[v])) {
      ++g;
      ++v;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      v = ++star_value;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*')
    ++g;
  return g == glob.size();
}

}  // namespace medlint
