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

// True for a string of printable ASCII that is short enough to stay as it is.
bool IsPlain(std::string_view capture) {
  if (capture.size() > kMaxCaptureCodePoints) return false;
  char before = ' ';
  for (const char c : capture) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return true;
}

void AppendShortened(std::string_view capture, std::string& message) {
  if (IsPlain(capture)) {
    message += capture;
    return;
  }
  const std::size_t begin = message.size();
  std::size_t count = 0;
  for (std::size_t i = 0; i < capture.size(); ++count) {
    if (count == kMaxCaptureCodePoints) {
      message += "…";
      return;
    }
    const CodePoint point = DecodeUtf8(capture, i);
    const bool space = point.size == 1 && IsAsciiSpace(capture[i]);
    if (!space) {
      message.append(capture, i, point.size);
    } else if (message.size() > begin && message.back() != ' ') {
      message.push_back(' ');
    }
    i += point.size;
  }
}

}  // namespace

std::string FormatMessage(std::string_view pattern,
                          const std::map<std::string, std::string>& captures,
                          std::string_view match) {
  std::string message;
  message.reserve(pattern.size() + match.size());
  while (true) {
    const std::size_t open = pattern.find('{');
    message += pattern.substr(0, open);
    if (open == std::string_view::npos) return message;
    pattern.remove_prefix(open + 1);
    const std::size_t close = pattern.find('}');
    const std::string_view name =
        close == std::string_view::npos ? "" : pattern.substr(0, close);
    if (!IsName(name)) {
      message.push_back('{');
      continue;
    }
    pattern.remove_prefix(close + 1);
    if (const auto capture = captures.empty()
                                 ? captures.end()
                                 : captures.find(std::string(name));
        capture != captures.end()) {
      AppendShortened(capture->second, message);
    } else if (name == "match") {
      AppendShortened(match, message);
    }
  }
}

}  // namespace medlint
