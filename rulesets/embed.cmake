# SPDX-License-Identifier: Apache-2.0
#
# Writes the rulesets into a C++ source, so that medlint is one file to install.
#
#   cmake -DROOT=<source folder> -DOUTPUT=<file.cc> "-DFILES=<a.toml;b.toml>"
#         -P embed.cmake
#
# FILES are absolute paths under ROOT.  Every byte is written as \xNN: nothing
# in a ruleset can then mean something to CMake or to a compiler (semicolons,
# brackets, quotes, line ends).  See linter/ruleset/embedded.h.

foreach(name ROOT OUTPUT)
  if(NOT DEFINED ${name})
    message(FATAL_ERROR "embed.cmake needs -D${name}=...")
  endif()
endforeach()
list(SORT FILES)

set(entries "")
foreach(file IN LISTS FILES)
  file(RELATIVE_PATH path "${ROOT}" "${file}")
  if(NOT path MATCHES "^[A-Za-z0-9_./-]+$")
    message(FATAL_ERROR "${path}: only A-Z a-z 0-9 _ . - in names, please")
  endif()
  file(SIZE "${file}" size)
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND entries
    "    {\"${path}\", std::string_view(\"${bytes}\", ${size})},\n")
endforeach()

set(list "")
set(result "{}")
if(entries)
  set(list
    "namespace {\n\nconstexpr EmbeddedRuleset kRulesets[] = {\n${entries}};\n\n")
  string(APPEND list "}  // namespace\n\n")
  set(result "kRulesets")
endif()

file(WRITE "${OUTPUT}"
"// Written by rulesets/embed.cmake.  Do not edit.

#include \"linter/ruleset/embedded.h\"

#include <span>
#include <string_view>

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace medlint {
${list}std::span<const EmbeddedRuleset> EmbeddedRulesets() { return ${result}; }

}  // namespace medlint
")
