// SPDX-License-Identifier: Apache-2.0
//
// The frames of the base protocol: a header, an empty line, and as many bytes
// as the header says.
// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
//
// What is no header is passed over, up to the next line that says a length, so
// that one malformed message does not cost those that follow.

#ifndef LINTER_LSP_MESSAGE_STREAM_H_
#define LINTER_LSP_MESSAGE_STREAM_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace medlint {

// Reads at most "size" bytes to "to" and returns how many; 0 at the end.
using ReadBytes = std::function<std::size_t(char* to, std::size_t size)>;

class MessageReader {
 public:
  // Longer messages are passed over.
  static constexpr std::size_t kLimit = std::size_t{256} << 20U;  // bytes

  explicit MessageReader(ReadBytes read) : read_(std::move(read)) {}

  // A message, or what is wrong with one.
  struct Message {
    std::string body;
    std::string mistake;  // "" for none; else "body" is empty
  };

  // The next message; nothing at the end.  A message that the end cuts short is
  // none.
  std::optional<Message> Next();

 private:
  // What the lines up to an empty one say.
  struct Header {
    std::optional<std::size_t> length;
    std::string mistake;  // "" for none
  };
  static void TakeLine(std::string_view line, Header& header);

  // The next line without its end, cut to 4 KB; nothing at the end.
  std::optional<std::string> ReadLine();
  bool Fill();
  bool ReadBody(std::size_t size, std::string* body);

  ReadBytes read_;
  std::string pending_;
  std::size_t begin_ = 0;  // what comes before has been taken
};

// "body" as a message on the wire.
std::string Framed(std::string_view body);

}  // namespace medlint

#endif  // LINTER_LSP_MESSAGE_STREAM_H_
