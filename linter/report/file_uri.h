// SPDX-License-Identifier: Apache-2.0
//
// Paths as services match them: as URI references (RFC 3986) for SARIF, and as
// they stand in a repository.

#ifndef LINTER_REPORT_FILE_URI_H_
#define LINTER_REPORT_FILE_URI_H_

#include <string>
#include <string_view>

namespace medlint {

// Percent-encodes every byte that a path segment may not have.  A relative path
// stays relative, without "./" in front; an absolute one gets "file://".
//   "a page.html" -> "a%20page.html"     "/srv/a.html" -> "file:///srv/a.html"
std::string FileUri(std::string_view path);

// Returns "path" without "./" in front.
std::string_view WithoutDotSlash(std::string_view path);

}  // namespace medlint

#endif  // LINTER_REPORT_FILE_URI_H_
