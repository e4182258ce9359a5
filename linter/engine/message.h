// SPDX-License-Identifier: Apache-2.0
//
// The message of a finding: the rule's text with its captures filled in.

#ifndef LINTER_ENGINE_MESSAGE_H_
#define LINTER_ENGINE_MESSAGE_H_

#include <map>
#include <string>
#include <string_view>

namespace medlint {

// Replaces each {name} in "pattern" by its capture, white space made single
// spaces and cut to 80 code points.  A name that was not captured gives "", but
// {match} gives "match".  Braces around anything but a name stay as they are.
std::string FormatMessage(std::string_view pattern,
                          const std::map<std::string, std::string>& captures,
                          std::string_view match = "");

}  // namespace medlint

#endif  // LINTER_ENGINE_MESSAGE_H_
