// SPDX-License-Identifier: Apache-2.0

#include "linter/lsp/message_stream.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace medlint {
namespace {

// All messages of a stream that comes in pieces of "piece" bytes; "!" and what
// is wrong for a mistake.
std::vector<std::string> MessagesIn(std::string_view stream,
                                    std::size_t piece) {
  MessageReader reader([&](char* to, std::size_t size) {
    const std::size_t count = std::min({size, piece, stream.size()});
    std::copy_n(stream.begin(), count, to);
    stream.remove_prefix(count);
    return count;
  });
  std::vector<std::string> messages;
  while (auto message = reader.Next()) {
    messages.push_back(message->mistake.empty() ? message->body
                                                : "!" + message->mistake);
  }
  return messages;
}

TEST_CASE("messages, and what is none") {
  struct Row {
    std::string_view why;
    std::string stream;
    std::vector<std::string> messages;
  };
  const std::string good = "Content-Length: 2\r\n\r\n{}";
  const std::string no_length = "!a Content-Length that is no number";
  const Row rows[] = {
      {"one after the other", good + good, {"{}", "{}"}},
      {"another header, names in any case",
       "content-type: x; charset=utf-8\r\nCONTENT-LENGTH:2\r\n\r\n{}",
       {"{}"}},
      {"lines that end in LF", "Content-Length: 2\n\n{}", {"{}"}},
      {"an empty message", "Content-Length: 0\r\n\r\n" + good, {"", "{}"}},
      {"no header",
       "hello\r\n\r\n" + good,
       {"!a header line without a colon", "{}"}},
      {"no number", "Content-Length: two\r\n\r\n" + good, {no_length, "{}"}},
      {"a negative number",
       "Content-Length: -2\r\n\r\n" + good,
       {no_length, "{}"}},
      {"a number that is too large",
       "Content-Length: 99999999999999999999999\r\n\r\n" + good,
       {no_length, "{}"}},
      {"longer than it says",
       "Content-Length: 2\r\n\r\n{}}}" + good,
       {"{}", "{}"}},
      {"empty lines before", "\r\n\r\n" + good, {"{}"}},
      {"cut short", "Content-Length: 20\r\n\r\n{}", {}},
      {"nothing", "", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    for (const std::size_t piece : {1U, 3U, 4096U})
      CHECK(MessagesIn(row.stream, piece) == row.messages);
  }
}

TEST_CASE("a message over the limit is passed over") {
  std::size_t left = MessageReader::kLimit + 1;
  const std::string header =
      "Content-Length: " + std::to_string(left) + "\r\n\r\n";
  std::string rest = "Content-Length: 2\r\n\r\n{}";
  std::string front = header;
  MessageReader reader([&](char* to, std::size_t size) {
    std::string* const from = !front.empty() ? &front
                              : left > 0     ? nullptr
                                             : &rest;
    const std::size_t count =
        std::min(size, from == nullptr ? left : from->size());
    if (from == nullptr) {
      std::fill_n(to, count, 'x');
      left -= count;
    } else {
      std::copy_n(from->begin(), count, to);
      from->erase(0, count);
    }
    return count;
  });
  CHECK(reader.Next()->mistake == "a message of more than 256 MB");
  CHECK(reader.Next()->body == "{}");
  CHECK_FALSE(reader.Next());
}

TEST_CASE("what is framed is read again") {
  CHECK(MessagesIn(Framed("{\"a\":\"é\"}"), 5) ==
        std::vector<std::string>{"{\"a\":\"é\"}"});
}

}  // namespace
}  // namespace medlint
