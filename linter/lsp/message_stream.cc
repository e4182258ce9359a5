// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/message_stream.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include "linter/base/utf8.h"

namespace medlint {
namespace {

constexpr std::string_view kLengthName = "content-length:";

std::string_view WithoutSpace(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<MessageReader::Message> MessageReader::Next() {
  Header header;
  for (;;) {
    const std::optional<std::string> line = ReadLine();
    if (!line) return std::nullopt;
    if (!line->empty()) {
      TakeLine(*line, header);
      continue;
    }
    if (header.length || !header.mistake.empty()) break;
  }
  if (!header.length) return Message{.body = {}, .mistake = header.mistake};
  Message message;
  const bool fits = *header.length <= kLimit;
  if (!ReadBody(*header.length, fits ? &message.body : nullptr)) {
    return std::nullopt;
  }
  if (!fits) message.mistake = "a message of more than 256 MB";
  return message;
}

// The name is looked for anywhere in the line: what stands before it is the
// rest of a message that was longer than its header said.
void MessageReader::TakeLine(std::string_view line, Header& header) {
  const std::string lower = ToAsciiLower(line);
  const std::size_t at = lower.find(kLengthName);
  if (at == std::string::npos) {
    if (line.find(':') == std::string_view::npos) {
      header.mistake = "a header line without a colon";
    }
    return;
  }
  const std::string_view digits =
      WithoutSpace(line.substr(at + kLengthName.size()));
  std::size_t length = 0;
  const auto [end, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (failure == std::errc() && end == digits.data() + digits.size()) {
    header.length = length;
  } else {
    header.length.reset();
    header.mistake = "a Content-Length that is no number";
  }
}

std::optional<std::string> MessageReader::ReadLine() {
  constexpr std::size_t kLongest = 4096;
  std::string line;
  for (;;) {
    const std::size_t end = pending_.find('\n', begin_);
    const std::size_t stop = std::min(end, pending_.size());
    line.append(pending_, begin_,
                std::min(stop - begin_, kLongest - line.size()));
    begin_ = stop;
    if (end != std::string::npos) {
      ++begin_;
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    if (!Fill()) return std::nullopt;
  }
}

bool MessageReader::Fill() {
  constexpr std::size_t kSize = std::size_t{64} << 10U;
  pending_.erase(0, begin_);
  begin_ = 0;
  const std::size_t before = pending_.size();
  pending_.resize(before + kSize);
  const std::size_t size = read_(pending_.data() + before, kSize);
  pending_.resize(before + size);
  return size > 0;
}

bool MessageReader::ReadBody(std::size_t size, std::string* body) {
  while (size > 0) {
    if (begin_ == pending_.size() && !Fill()) return false;
    const std::size_t part = std::min(size, pending_.size() - begin_);
    if (body != nullptr) body->append(pending_, begin_, part);
    begin_ += part;
    size -= part;
  }
  return true;
}

std::string Framed(std::string_view body) {
  return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body);
}

}  // namespace medlint
