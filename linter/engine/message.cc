// SPDX-License-Identifier: Apache-2.0

#include "linter/engine/message.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::size_t kMaxCaptureCodePoints = 80;

bool IsName(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return IsAsciiAlnum(c) || c == '_' || c == '-';
  });
}

std::string Shorten(std::string_view capture) {
  std::string text;
  std::size_t count = 0;
  for (std::size_t i = 0; i < capture.size(); ++count) {
    if (count == kMaxCaptureCodePoints) return text + "…";
    const CodePoint point = DecodeUtf8(capture, i);
    const bool space = point.size == 1 && IsAsciiSpace(capture[i]);
    if (!space) {
      text.append(capture, i, point.size);
    } else if (!text.empty() && text.back() != ' ') {
      text.push_back(' ');
    }
    i += point.size;
  }
  return text;
}

}  // namespace

std::string FormatMessage(std::string_view pattern,
                          const std::map<std::string, std::string>& captures) {
  std::string message;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t end =
        pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    const std::string_view name = end == std::string_view::npos
                                      ? std::string_view()
                                      : pattern.substr(i + 1, end - i - 1);
    if (!IsName(name)) {
      message.push_back(pattern[i++]);
      continue;
    }
    if (const auto capture = captures.find(std::string(name));
        capture != captures.end()) {
      message += Shorten(capture->second);
    }
    i = end + 1;
  }
  return message;
}

}  // namespace medlint
