// SPDX-License-Identifier: Apache-2.0

#include "linter/report/file_uri.h"

#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {

std::string FileUri(std::string_view path) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  // The unreserved characters, and the separator.  ':' could be taken for the
  // end of a scheme.
  static constexpr std::string_view kKept = "-._~/";
  path = WithoutDotSlash(path);
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (IsAsciiAlnum(c) || kKept.find(c) != std::string_view::npos) {
      uri.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.push_back('%');
    uri.push_back(kDigits[byte >> 4U]);
    uri.push_back(kDigits[byte & 0xFU]);
  }
  return uri;
}

std::string_view WithoutDotSlash(std::string_view path) {
  while (path.starts_with("./") && path.size() > 2) {
    path.remove_prefix(2);
  }
  return path;
}

}  // namespace medlint
