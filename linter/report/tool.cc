// SPDX-License-Identifier: Apache-2.0

#include "linter/report/tool.h"

#include <string_view>

#ifndef MEDLINT_VERSION
#error "the build defines MEDLINT_VERSION, the project's version as a string"
#endif

namespace medlint {

std::string_view ToolVersion() {
  return MEDLINT_VERSION;
}

}  // namespace medlint
