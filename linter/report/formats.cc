// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <span>
#include <string_view>

#include "linter/report/writer.h"

namespace medlint {

std::span<const Format> AllFormats() {
  static constexpr Format kFormats[] = {
      {.name = "concise",
       .summary = "one line for each finding: path:line:column: severity[rule]",
       .write = WriteConcise},
      {.name = "full",
       .summary = "with the words at fault, and what to do about them",
       .write = WriteFull},
      {.name = "json",
       .summary = "everything, for programs; see linter/report/json.cc",
       .write = WriteJson},
      {.name = "sarif",
       .summary = "SARIF 2.1.0, for code scanning services",
       .write = WriteSarif},
  };
  return kFormats;
}

const Format* FindFormat(std::string_view name) {
  const auto formats = AllFormats();
  const auto it = std::ranges::find(formats, name, &Format::name);
  return it == formats.end() ? nullptr : &*it;
}

}  // namespace medlint
