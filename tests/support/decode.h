// SPDX-License-Identifier: Apache-2.0
//
// A second opinion on what a piece of source says, to hold the reader to it:
// written apart from linter/document, simple and slow.  Only the table of
// character references is the same.

#ifndef TESTS_SUPPORT_DECODE_H_
#define TESTS_SUPPORT_DECODE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace medlint::testing {

// How a piece of source is written.
enum class Writing : std::uint8_t {
  kRunningText,  // tags, comments and references
  kEscapable,    // references only: <title>, <textarea>
  kVerbatim,     // nothing special: <xmp>, plain text
  kAttribute,    // references as in attributes; URLs and comments too
  kJsonString,   // the escapes of JSON
};

// Returns what a reader sees of "slice": markup taken away (tags that break the
// text leave a space), references or escapes decoded, DEL left out, runs of
// white space made one space and none at the ends.
std::string Decode(std::string_view slice, Writing writing);

}  // namespace medlint::testing

#endif  // TESTS_SUPPORT_DECODE_H_
